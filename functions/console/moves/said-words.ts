import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { Stored } from '#store/ledger.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';

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

/** As a timeline tells them: one under the other. */
export const readable = (words: Words): string =>
  Object.values(words)
    .filter((text) => text !== undefined)
    .join('\n');

type WriteNeeds = Pick<ComplaintNeeds, 'changeComplaint' | 'keyOf' | 'seal'>;

/** The words of staff are sealed under the customer's key, or under the complaint's own where nobody we know complains. */
export async function writeComplaint(
  from: Stored<Complaint>,
  made: { readonly transition: ComplaintTransition; readonly words: Words },
  needs: WriteNeeds,
): Promise<'committed' | 'stale'> {
  const { transition, text } = saidWith(made.transition, made.words);
  const { id, version } = transition.next;
  const key = text === undefined ? undefined : await needs.keyOf(from.state);
  const at = { aggregate: 'complaint', id, seq: version } as const;
  const sealed = key === undefined || text === undefined ? undefined : await needs.seal(key, at, text);
  return needs.changeComplaint({ from, transition, ...(sealed === undefined ? {} : { sealed }) });
}
