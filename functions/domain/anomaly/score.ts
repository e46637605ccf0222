import type { Account } from '../account/account.ts';
import type { Movement } from '../account/event.ts';
import { DAY } from '../time.ts';
import { type Baseline, type Place, packBaseline, unpackBaseline } from './baseline.ts';
import { type Features, featuresOf } from './features.ts';
import { type Debit, learnDebit, logAmount } from './learn.ts';

/** Reason codes of intake's own rules; each is a kind of the policy data. */
export type AnomalyCode = 'unusual-amount' | 'dormant-moving';

/** `score`: 0 to 1, 0.5 opens; what it means is measured in docs/decisions, it is no probability. */
export type Scored = { readonly score: number; readonly reasons: readonly AnomalyCode[]; readonly opened: boolean };
export type Judged = { readonly scored: Scored; readonly baseline: Uint8Array };

/** An account without a debit for so long is dormant, whatever its status says. */
const DORMANT_AFTER = 90 * DAY;
/** A fee or a rounding moves no account: from half of the usual amount on. */
const MOVES_FROM = Math.log(0.5);
/** However odd the rest, an amount within two deviations is not far above the customer's own. */
const FAR_ABOVE = 2;
/** Debits before the amounts of an account are a history. */
const HISTORY = 10;
/**
 * Points of a difference. Fitted on simulated customers and rounded, all of one sign, so that a stranger debit never
 * scores less. Measured on others: docs/decisions.
 */
const POINTS: Features = { amount: 0.2, day: 1, oddHour: 2.4, newPayee: 0.8, quiet: 1.1, speed: 0.8 };
const NEEDED = 3.8;
/** Where large debits are this rare, two deviations are enough, if the day's money doubles too. */
const RARE = { history: 50, tail: 0.035, day: Math.log(2) };

const NOTHING: Scored = { score: 0, reasons: [], opened: false };

/** Judges a movement by what the account did before, and remembers it. Credits are neither judged nor remembered. */
export function judge(by: Movement, account: Pick<Account, 'baseline' | 'state'>): Judged {
  if (by.direction === 'credit') return { scored: NOTHING, baseline: account.baseline };
  const before = unpackBaseline(account.baseline);
  const debit = debitOf(by);
  const score = farAbove(before, featuresOf(before, debit));
  const reasons: AnomalyCode[] = [];
  if (wasDormant(before, debit, account.state?.status)) reasons.push('dormant-moving');
  if (score >= 0.5) reasons.push('unusual-amount');
  const opened = reasons.length > 0;
  const scored = opened ? { score: Math.max(score, 0.5), reasons, opened } : { ...NOTHING, score };
  return { scored, baseline: packBaseline(learnDebit(before, debit)) };
}

function wasDormant(before: Baseline, debit: Debit, status: string | undefined): boolean {
  if (before.n === 0) return status === 'dormant';
  const silent = debit.at - before.lastAt > DORMANT_AFTER;
  return (silent || status === 'dormant') && logAmount(debit.minor) >= before.mean + MOVES_FROM;
}

function farAbove(before: Baseline, features: Features): number {
  if (before.n < HISTORY || features.amount < FAR_ABOVE) return 0;
  const rare = before.n >= RARE.history && before.tail <= RARE.tail && features.day >= RARE.day;
  const score = logistic(features);
  return rare ? Math.max(score, 0.5) : score;
}

function logistic(features: Features): number {
  const points =
    POINTS.amount * features.amount +
    POINTS.day * features.day +
    POINTS.oddHour * features.oddHour +
    POINTS.newPayee * features.newPayee +
    POINTS.quiet * features.quiet +
    POINTS.speed * features.speed;
  return 1 / (1 + Math.exp(NEEDED - points));
}

function debitOf({ at, amount, counterparty, location }: Movement): Debit {
  const place = location === undefined ? undefined : placeOf(location);
  return {
    at,
    minor: amount.minor,
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(place === undefined ? {} : { place }),
  };
}

const DEGREES = /^(-?\d{1,2}(?:\.\d+)?)[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/u;

/** A location written as latitude and longitude; every other is a word that says nothing of distance. */
function placeOf(location: string): Place | undefined {
  const [, lat, lon] = DEGREES.exec(location) ?? [];
  const [north, east] = [Number(lat), Number(lon)];
  if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return undefined;
  return { lat: Math.round(north * 100), lon: Math.round(east * 100) };
}
