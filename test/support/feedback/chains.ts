import { chain, type Entry, GENESIS } from '#store/codecs/entry.ts';
import { NOON } from '../cases.ts';

/** Entries of one aggregate, each following the one before it; `word` tells one history from another. */
export function chainOf(aggregate: string, count: number, word = 'said'): readonly Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const draft = { type: 'case.noted', actor: { kind: 'system', name: 'test' }, at: NOON + seq, effects: [] } as const;
    const previous = entries.at(-1)?.hash ?? GENESIS;
    entries.push(chain({ ...draft, facts: { word, seq } }, { aggregate, seq, previous }));
  }
  return entries;
}
