import { wordsOf } from '#domain/complaint/said.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { readable } from '../moves/said-words.ts';
import type { Texts } from './case-view.ts';

/** Opened texts as a timeline tells them: where a move has several words, one under the other. */
export const readableTexts = (entries: readonly Entry[], texts: Texts): Texts =>
  new Map(
    entries.flatMap((entry) => {
      const opened = texts.get(entry.seq);
      return opened === undefined ? [] : [[entry.seq, readable(wordsOf(entry, opened))] as const];
    }),
  );

/** One of the words of an entry, where it was opened. */
export function wordOf(entries: readonly Entry[], texts: Texts, at: { seq: number; name: string }): string | undefined {
  const entry = entries.find(({ seq }) => seq === at.seq);
  const opened = texts.get(at.seq);
  if (entry === undefined || opened === undefined) return undefined;
  const words = wordsOf(entry, opened);
  return words[at.name] ?? words['text'];
}
