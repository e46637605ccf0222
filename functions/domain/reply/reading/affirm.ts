import { has, type Reading } from './reading.ts';
import type { WordClass } from './words.ts';

/**
 * A yes is the whole message: listed words end to end, no question, so that no negation can hide in it. One that may ask
 * back ("please confirm", 是吧), mock ("yeah right") or have had enough (行了) is none: a false yes costs money, a
 * question back costs little.
 */
export const affirms = (reading: Reading, ...of: readonly WordClass[]): boolean =>
  reading.asksBack.size === 0 &&
  reading.dictionary.consistsOf(reading.tokens, of, ['filler', 'please']) &&
  !(has(reading, 'please') && has(reading, 'order')) &&
  !mocks(reading);

/** Punctuation takes nothing away from it: "yeah, right". */
function mocks({ tokens, dictionary }: Reading): boolean {
  const inOneBreath = tokens.map((token) => ({ ...token, apart: false }));
  return dictionary.hits(inOneBreath).has('notYes');
}
