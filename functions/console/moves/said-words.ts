import * as v from 'valibot';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { Entry } from '#store/codecs/entry.ts';

/** Free texts of one move by their names; they go sealed, never into facts. */
export type Words = Readonly<Record<string, string | undefined>>;
export type Said = { readonly transition: ComplaintTransition; readonly text?: string };

/**
 * The move with its words: one text is sealed as it is; of several the entry's facts name which they are and the seal
 * holds them in that order.
 */
export function saidWith(transition: ComplaintTransition, words: Words): Said {
  const said = Object.entries(words).flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
  const [only, ...more] = said;
  if (only === undefined) return { transition };
  if (more.length === 0) return { transition, text: only.text };
  const { entry } = transition;
  return {
    transition: { ...transition, entry: { ...entry, facts: { ...entry.facts, said: said.map(({ name }) => name) } } },
    text: JSON.stringify(said.map(({ text }) => text)),
  };
}

const Names = v.object({ said: v.array(v.string()) });
const Texts = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, NEVER, addIssue }) => {
    try {
      const value: unknown = JSON.parse(dataset.value);
      return value;
    } catch {
      addIssue({ message: 'JSON' });
      return NEVER;
    }
  }),
  v.array(v.string()),
);

/** The words of an opened entry by their names; the only one of an entry has the name `text`. */
export function wordsOf(entry: Pick<Entry, 'facts'>, opened: string): Words {
  const names = v.safeParse(Names, entry.facts);
  const texts = names.success ? v.safeParse(Texts, opened) : undefined;
  if (!names.success || texts?.success !== true) return { text: opened };
  return Object.fromEntries(names.output.said.map((name, index) => [name, texts.output[index]]));
}

/** As a timeline tells them: one under the other. */
export const readable = (words: Words): string =>
  Object.values(words)
    .filter((text) => text !== undefined)
    .join('\n');
