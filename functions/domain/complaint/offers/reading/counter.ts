import { type Money, parseMoney } from '../../../money.ts';
import type { Counter } from '../../offer.ts';
import { readDate } from './dates.ts';
import { withPlainNumbers } from './numbers.ts';

/** What the answer is read against: the offer's currency, and today where the customer is (days since 1970-01-01). */
export type CounterContext = { readonly currency?: string; readonly today: number };

const N = String.raw`(\d{1,9}(?:\.\d{1,2})?)`;
const SIGNS: Readonly<Record<string, string>> = { '¥': 'CNY', $: 'USD', '£': 'GBP', '€': 'EUR' };
const AFTER: readonly (readonly [words: string, currency: string])[] = [
  ['元|块钱?|人民币|yuan|rmb|cny', 'CNY'],
  ['美元|美金|usd|dollars?|bucks', 'USD'],
  ['英镑|gbp|pounds?|quid', 'GBP'],
  ['欧元|eur|euros?', 'EUR'],
];
const CODES: Readonly<Record<string, string>> = { cny: 'CNY', rmb: 'CNY', usd: 'USD', gbp: 'GBP', eur: 'EUR' };

/** A sum of each instalment rather than of all of them. */
const EACH =
  /每(?:期|个?月)|月供|一个月(?:还|付|给)|per (?:month|instal?lment)|(?:a|each|every) month|monthly|\/ ?month/u;
const COUNT = /(\d{1,3}) ?(?:期|个月|次付清|instal?lments?|monthly payments?|payments?|months?)/u;
const YEARS = /(\d{1,2}) ?(?:年|years?)/u;
const HALF_YEAR = /半年|half a year/u;
const ONE_YEAR = /\b(?:a|one) year\b/u;

/**
 * The terms that a customer names in an answer: a sum, a number of instalments, a date. Undefined where none is named.
 * It is a reading, for the person who answers it: nothing is agreed by it.
 */
export function readCounter(text: string, context: CounterContext): Omit<Counter, 'seq'> | undefined {
  const plain = withPlainNumbers(text).replaceAll(/\s+/gu, ' ');
  const { until, rest: dated } = readDate(plain, context.today);
  const { count, rest } = readCount(dated);
  const amount = readAmount(rest, context.currency);
  const each = amount !== undefined && EACH.test(plain);
  const named = {
    ...(amount === undefined ? {} : { amount }),
    ...(each ? { each: true as const } : {}),
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
  };
  return Object.keys(named).length === 0 ? undefined : named;
}

function readCount(text: string): { readonly count?: number; readonly rest: string } {
  const months = COUNT.exec(text);
  const years = YEARS.exec(text);
  const found = months ?? years;
  if (found === null) return readSpan(text);
  const count = Number(found[1]) * (months === null ? 12 : 1);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  // "1 month" is how often, not how many.
  return count > 1 && count <= 360 ? { count, rest } : { rest };
}

function readSpan(text: string): { readonly count?: number; readonly rest: string } {
  if (HALF_YEAR.test(text)) return { count: 6, rest: text };
  return ONE_YEAR.test(text) ? { count: 12, rest: text } : { rest: text };
}

function readAmount(text: string, currency: string | undefined): Money | undefined {
  const signed = new RegExp(String.raw`([¥$£€]|\b(?:${Object.keys(CODES).join('|')})) ?${N}`, 'u').exec(text);
  if (signed !== null) {
    const [, sign = '', digits = ''] = signed;
    return moneyOf(digits, SIGNS[sign] ?? CODES[sign]);
  }
  for (const [words, of] of AFTER) {
    const digits = new RegExp(`${N} ?(?:${words})`, 'u').exec(text)?.[1];
    if (digits !== undefined) return moneyOf(digits, of);
  }
  return bareSum(text, currency);
}

/** Smallest number that is read as a sum though nothing says so: below it, it is more likely an answer digit. */
const LEAST_BARE_SUM = 10;

/** The only number that is left, in the offer's currency; percentages are no sums. */
function bareSum(text: string, currency: string | undefined): Money | undefined {
  const numbers = [...text.matchAll(new RegExp(String.raw`(?<![\d.a-z])${N}(?![\d.]*[%a-z\d])`, 'gu'))]
    .map(([, digits = '']) => digits)
    .filter((digits) => Number(digits) >= LEAST_BARE_SUM);
  const [only] = numbers;
  return only === undefined || numbers.length !== 1 ? undefined : moneyOf(only, currency);
}

const moneyOf = (amount: string, currency: string | undefined): Money | undefined =>
  currency === undefined ? undefined : parseMoney({ amount, currency });
