import type { FurtherRoute } from '../complaint/clocks/policy.ts';
import type { DecisionWord } from '../complaint/complaint.ts';
import type { OfferTerms } from '../complaint/offer.ts';
import type { Purpose } from '../words.ts';

/** Words of one language that texts are filled with; policy data like the texts themselves. */
export type Phrases = {
  /** By purpose and the reason's code; `other` for codes without words of their own. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Record<string, string>> & { readonly other: string }>>;
  /** Why the bank wrote, for "because"; may name `{account}`, `{reason}` and `{when}`. */
  readonly causes: Readonly<Record<Purpose, string>>;
  /** What the answer digits of a purpose's question mean; names `{token}`. */
  readonly choices: Readonly<Record<Purpose, string>>;
  /** Names `{tail}`: the last characters of the account's number. */
  readonly accountEnding: string;
  readonly account: string;
  /** Terms of an offer by their kind; name `{count}`, `{amount}`, `{until}`, `{rate}`. */
  readonly terms: Readonly<Record<OfferTerms['kind'], string>>;
  /** Added to instalments whose first day is fixed; names `{until}`. */
  readonly first: string;
  /** Added to instalments that waive something; names `{amount}`. */
  readonly waive: string;
  readonly decisions: Readonly<Record<DecisionWord, string>>;
  /** Ways that stay open after a decision, joined by `and`. */
  readonly routes: Readonly<Record<FurtherRoute, string>>;
  readonly and: string;
};

export const reasonWords = (phrases: Phrases, purpose: Purpose, code: string): string => {
  const words = phrases.reasons[purpose];
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? words.other;
};

/** `Li Ming` of a customer as a third party may read it: `李*`, `J. Li`. Latin letters lose their marks. */
export function maskName(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last] = [words[0], words.at(-1)];
  if (!/\p{Script=Latin}/u.test(first)) return `${Array.from(first)[0] ?? ''}*`;
  const plain = (word: string): string => word.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const initial = plain(first).charAt(0).toUpperCase();
  if (words.length < 2 || last === undefined) return `${initial}.`;
  const shown = plain(last);
  return shown.length > LONGEST_SHOWN ? `${initial}. ${shown.charAt(0).toUpperCase()}.` : `${initial}. ${shown}`;
}

/** A longer family name is masked to its initial too. */
const LONGEST_SHOWN = 20;
