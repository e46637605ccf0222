import type { Hit } from './dictionary.ts';
import { clauseEnd, has, hitsOf, holdsOnly, type Reading } from './reading.ts';
import type { WordClass } from './words.ts';

/** What may stand around a yes and takes nothing away from it. Of an offer "ok, don't worry", 好的没关系 is how one declines. */
const around = ({ asked }: Reading): readonly WordClass[] => (asked === 'offer' ? ['filler'] : ['filler', 'atEase']);

/**
 * A yes is the whole message: listed words end to end, no question, so that no negation can hide in it. One that may ask
 * back ("please confirm", 是吧), mock ("yeah right") or have had enough (行了) is none: a false yes costs money, a
 * question back costs little.
 */
export const affirms = (reading: Reading, ...of: readonly WordClass[]): boolean =>
  reading.asksBack.size === 0 &&
  reading.dictionary.consistsOf(reading.tokens, of, [...around(reading), 'please']) &&
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
export function affirmsBySlots(reading: Reading, slots: Slots): boolean {
  if (reading.asksBack.size > 0 || has(reading, 'please', 'question')) return false;
  return hitsOf(reading, slots.verb).some((hit) => isInPlace(reading, hit, slots)) && !mocks(reading);
}

function isInPlace(reading: Reading, hit: Hit, { yes, who, what, bare }: Slots): boolean {
  const { tokens, dictionary } = reading;
  const { consistsOf } = dictionary;
  const before = tokens.slice(0, hit.from);
  const end = clauseEnd(reading, hit);
  const behind = tokens.slice(hit.to, end);
  const thanks = tokens.slice(end);
  if (!holdsOnly(reading, behind, what) || !holdsOnly(reading, thanks, ...around(reading))) return false;
  const opens = bare && (before.length === 0 || consistsOf(before, [yes], around(reading)));
  return opens || consistsOf(before, [who], [yes, ...around(reading)]);
}

/** Punctuation takes nothing away from it: "yeah, right". A new clause about the payment does: "correct, it was me". */
function mocks({ tokens, dictionary }: Reading): boolean {
  const inOneBreath = tokens.map((token) => ({ ...token, apart: token.apart && ABOUT_IT.includes(token.text) }));
  return dictionary.hits(inOneBreath).has('notYes');
}

const ABOUT_IT: readonly string[] = ['it', 'this'];
