import type { Hit } from './dictionary.ts';
import { clauseEnd, has, hitsOf, type Reading } from './reading.ts';
import type { Token } from './tokens.ts';
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

/** The places of a yes that is put together: who, the verb, what; before them nothing but a listed yes. */
export type Slots = {
  readonly yes: WordClass;
  readonly who: WordClass;
  readonly verb: WordClass;
  readonly what: WordClass;
  /** Whether the verb may stand without a who. */
  readonly bare: boolean;
};

/** "I authorised this payment", 我本人操作的, "happy to accept that": each word stands in its place, and no other in the text. */
export function affirmsBySlots(reading: Reading, { yes, who, verb, what, bare }: Slots): boolean {
  const { tokens, dictionary, asksBack } = reading;
  if (asksBack.size > 0 || has(reading, 'please', 'question') || mocks(reading)) return false;
  const consists = (part: readonly Token[], of: readonly WordClass[], around: readonly WordClass[]): boolean =>
    dictionary.consistsOf(part, of, around);
  const isInPlace = (hit: Hit): boolean => {
    const end = clauseEnd(reading, hit);
    const isWhat = hit.to === end || consists(tokens.slice(hit.to, end), [what], []);
    const isThanks = end === tokens.length || consists(tokens.slice(end), ['filler'], []);
    const opens = bare && (hit.from === 0 || consists(tokens.slice(0, hit.from), [yes], ['filler']));
    return isWhat && isThanks && (opens || consists(tokens.slice(0, hit.from), [who], [yes, 'filler']));
  };
  return hitsOf(reading, verb).some(isInPlace);
}

/** Punctuation takes nothing away from it: "yeah, right". */
function mocks({ tokens, dictionary }: Reading): boolean {
  const inOneBreath = tokens.map((token) => ({ ...token, apart: false }));
  return dictionary.hits(inOneBreath).has('notYes');
}
