import type { Account } from '#domain/account/account.ts';
import type { Case } from '#domain/case/case.ts';
import type { Evidence, Verdict } from '#domain/contact/evidence.ts';
import { gate } from '#domain/contact/gate/gate.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { pointId } from '#domain/ids.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Limits } from '#domain/policy/limits.ts';
import type { PlanStep } from '#domain/policy/types.ts';
import { DAY, HOUR, type Instant, parseInstant } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';
import { accountOf } from '../accounts.ts';
import { caseOf, NOON } from '../cases.ts';
import { contactOf, customerOf, phone } from './people.ts';
import { bookWith, planOf, shipped } from './policies.ts';

/** Tokens of the last two months, none used. */
const FRESH_TOKENS = { since: NOON, current: new Uint8Array(14), previous: new Uint8Array(14) };

export const pointAt = (id: string, change: Partial<ContactPoint> = {}): ContactPoint => ({
  id: pointId(id),
  version: 6,
  revision: 8,
  holders: [],
  questions: [],
  sends: [],
  tokens: FRESH_TOKENS,
  recent: [],
  answers: { unanswered: 0 },
  ...change,
});

/** Overdue by 300.00, said an hour ago, flagged two days ago: nothing speaks against a reminder. */
export const overdueAccount = (change: Partial<Account> = {}): Account =>
  accountOf({
    reasonVersion: 4,
    state: {
      sequence: 7,
      asOf: NOON - HOUR,
      source: 'urn:bank:core',
      status: 'open',
      overdue: { minor: 30_000, currency: 'CNY' },
      daysPastDue: 9,
    },
    flaggedAt: NOON - 2 * DAY,
    ...change,
  });

export type Kind = 'fraud' | 'welfare' | 'service' | 'debt';
const PLAN = {
  fraud: 'fraud-card',
  welfare: 'welfare-urgent',
  service: 'contact-data',
  debt: 'debt-reminder',
} as const;

export const stepOf = (kind: Kind, id: string): PlanStep => {
  const step = planOf(PLAN[kind]).steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`step: got ${id}, expected one of ${PLAN[kind]}`);
  return step;
};

type Change = Partial<Evidence> & { readonly of?: Partial<Case>; readonly at?: string };

/** Everything a first text of this kind is judged by, with nothing against it; name what is different. */
export function evidenceOf(kind: Kind, { of = {}, at = 'sms', ...change }: Change = {}): Evidence {
  const reason = { ...caseOf(kind).reason, at: NOON - 2 * DAY };
  return {
    case: caseOf(kind, { ...(kind === 'debt' || kind === 'service' ? { reason } : {}), ...of }),
    plan: planOf(PLAN[kind]),
    step: stepOf(kind, at),
    address: phone('p1'),
    customer: customerOf(),
    ...(kind === 'debt' ? { account: overdueAccount() } : {}),
    ...(kind === 'service' ? { account: accountOf({ state: { ...DORMANT } }) } : {}),
    point: pointAt('p1'),
    jurisdictions: ['CN'],
    pausedPurposes: [],
    channelsOn: ['sms', 'mail', 'push', 'call'],
    seed: 7,
    ...change,
  };
}

const DORMANT = { sequence: 7, asOf: NOON - HOUR, source: 'urn:bank:core', status: 'dormant' } as const;

/** A text to the first emergency contact, the customer proven out of reach. */
export const thirdParty = (kind: Kind, { at = 'contact', ...change }: Change = {}): Evidence =>
  evidenceOf(kind, {
    at,
    address: phone('p8', { source: 'customer' }),
    point: pointAt('p8'),
    contact: contactOf({ id: 'k1' }),
    proof: { proven: true, at: NOON, attempts: [1, 3], channels: ['sms', 'call'] },
    ...change,
  });

/** The verdict at noon, or at another time, or by another book. */
export const judge = (evidence: Evidence, now: Instant = NOON, book: PolicyBook = shipped): Verdict =>
  gate(evidence, now, book);

/** In short: `ALLOW`, `DEFER rules`, `HOLD rules`, `DENY scope rules`. */
export function said(verdict: Verdict): string {
  if (verdict.verdict === 'ALLOW') return 'ALLOW';
  const scope = verdict.verdict === 'DENY' ? [verdict.scope] : [];
  return [verdict.verdict, ...scope, ...verdict.because].join(' ');
}

export const told = (evidence: Evidence, now: Instant = NOON): string => said(judge(evidence, now));

export const firedRules = (evidence: Evidence, now: Instant = NOON): readonly RuleId[] => judge(evidence, now).rules;

export const limited = (change: Partial<Limits>): PolicyBook => bookWith({ limits: { ...shipped.limits, ...change } });

/** An instant from its RFC 3339 text. */
export function moment(text: string): Instant {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(`time: got ${text}, expected RFC 3339`);
  return read;
}
