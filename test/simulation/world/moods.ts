const HOUR = 3_600_000;
/** A Wednesday, ten in the morning in Shanghai. */
export const START = 1_780_452_000_000;
/** One seed in four begins so much later, a quarter of an hour before nine in the evening: its texts wait for the morning. */
const EVENING = 10.75 * HOUR;

/** How messages and processes fare: percentages. */
type Weather = { readonly twice: number; readonly early: number; readonly swallowed: number };
const USUAL: Weather = { twice: 4, early: 3, swallowed: 2 };
const HASTY: Weather = { twice: 8, early: 12, swallowed: 2 };

/** What is heard first of all, a quarter of an hour before the bank tells anything: what a table has once is made for that. */
export const FIRST_HEARD = ['text', 'receipt', 'webhook', 'event'] as const;

/** What kind of world a seed is. Each follows from its number, so that every kind comes by soon. */
export type Mood = {
  readonly begin: number;
  readonly messages: Weather;
  /** Percentage of invocations that find no process of before. */
  readonly forgets: number;
  /** Percentage of sweeps that the index of due times does not show everything. */
  readonly lags: number;
  /** What was not struck yet is aimed at; where it is not, most things go as usual, and meet each other in time. */
  readonly isAimed: boolean;
  /** Percentage of changes and texts that take long: others overtake them. */
  readonly slow: number;
  /** Nothing befalls in the first seconds: processes that find an empty table meet each other there. */
  readonly isQuietAtFirst: boolean;
  /** Many fall due at once of whom nothing is heard, while the index hides more than elsewhere. */
  readonly isCrowded: boolean;
  /** Where the aims at each call begin. */
  readonly turn: number;
  readonly first?: (typeof FIRST_HEARD)[number];
};

/** What is odd about a seed comes round after two dozen; a quarter of all seeds is not aimed. */
const SAME_TURN = 12;
/**
 * The third that is not aimed is the one with busy desks: one in a dozen is both, for what only a
 * busy desk brings about, and its processes are new more often, for what each asks but once.
 */
const BUSY_AND_AIMED = 10;
const LAGS = 40;
const LAGS_IN_A_CROWD = 80;

export function moodOf(seed: string): Mood {
  const nth = Number(seed.split('.').at(-1));
  const first = nth % 2 === 1 ? FIRST_HEARD[((nth - 1) / 2) % FIRST_HEARD.length] : undefined;
  const isCrowded = nth % 6 === 5;
  const isBusyAndAimed = nth % SAME_TURN === BUSY_AND_AIMED;
  return {
    begin: START + (nth % 4 === 0 ? EVENING : 0),
    // In every second seed two workers have the same message far more often.
    messages: nth % 2 === 0 ? HASTY : USUAL,
    forgets: isBusyAndAimed ? 20 : nth % 5 === 3 ? 10 : 2,
    lags: nth % 3 !== 2 ? 0 : isCrowded ? LAGS_IN_A_CROWD : LAGS,
    isAimed: nth % 3 !== 1 || isBusyAndAimed,
    slow: nth % 3 !== 1 ? 12 : 50,
    isQuietAtFirst: nth % 4 === 2,
    isCrowded,
    turn: Math.floor(nth / SAME_TURN),
    ...(first === undefined ? {} : { first }),
  };
}
