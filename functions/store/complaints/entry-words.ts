import * as v from 'valibot';
import type { Entry } from '../codecs/entry.ts';

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
export function wordsOf(entry: Pick<Entry, 'facts'>, opened: string): Readonly<Record<string, string | undefined>> {
  const names = v.safeParse(Names, entry.facts);
  const texts = names.success ? v.safeParse(Texts, opened) : undefined;
  if (!names.success || texts?.success !== true) return { text: opened };
  return Object.fromEntries(names.output.said.map((name, index) => [name, texts.output[index]]));
}
