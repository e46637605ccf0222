import type { Entry } from '#store/codecs/entry.ts';
import { type Claim, claimsOf, isCase, numberAt, textAt } from '../facts.ts';
import type { Check, Violation } from '../violation.ts';

const MINUTE = 60_000;
/** How far clocks of two machines may be apart here, twice. */
const SKEW = 3_000;

type Rule = { readonly tries: number; readonly channels: number; readonly minutes: number };
/** What shows that a customer cannot be reached. Source: docs/behaviour.md, Proof of unreachability, read by people. */
const PROOF: Readonly<Record<string, Rule>> = {
  welfare: { tries: 2, channels: 2, minutes: 30 },
  account_service: { tries: 3, channels: 2, minutes: 0 },
  fraud_security: { tries: 1, channels: 1, minutes: 24 * 60 },
};

/** I8: nobody whom a customer named is asked before the customer was tried in vain, since the last word they wrote. */
export const askedWithProof: Check = ({ record }) =>
  [...record.timelines].flatMap(([aggregate, entries]) => (isCase(aggregate) ? unproven(aggregate, entries) : []));

type Try = { readonly at: number; readonly channel: string };

function unproven(aggregate: string, entries: readonly Entry[]): readonly Violation[] {
  const claims = claimsOf(aggregate, entries).filter(({ answer }) => !answer);
  return claims
    .filter(({ audience }) => audience === 'contact')
    .filter((asked) => !isProven(asked, triesBefore(asked, claims, entries)))
    .map(({ caseId, n }) => ({ invariant: 'I8', what: `${caseId}.${n}: a third party was asked without proof` }));
}

function isProven({ at, purpose }: Claim, tries: readonly Try[]): boolean {
  const rule = PROOF[purpose];
  const first = Math.min(...tries.map((one) => one.at));
  const channels = new Set(tries.map(({ channel }) => channel));
  return (
    rule !== undefined &&
    tries.length >= rule.tries &&
    channels.size >= rule.channels &&
    at - first >= rule.minutes * MINUTE - SKEW
  );
}

function triesBefore(asked: Claim, claims: readonly Claim[], entries: readonly Entry[]): readonly Try[] {
  const before = entries.filter(({ seq }) => seq < asked.seq);
  const heardAt = before.findLast(isHeard)?.at ?? 0;
  const texts = claims.filter(
    ({ audience, outcome, at }) =>
      audience === 'customer' &&
      at > heardAt &&
      outcome !== undefined &&
      outcome.seq < asked.seq &&
      outcome.state !== 'NOT_SENT',
  );
  return [...texts, ...callsIn(before, heardAt)];
}

/** Calls to the customer that were concluded since, at the time at which they were queued. */
function callsIn(entries: readonly Entry[], since: number): readonly Try[] {
  const concluded = entries.filter(({ type, at }) => type === 'call.concluded' && at > since);
  const numbers = concluded.map(({ facts }) => numberAt(facts, 'attempt'));
  return entries
    .filter(({ type, facts }) => type === 'call.queued' && numbers.includes(numberAt(facts, 'attempt')))
    .filter(({ facts }) => textAt(facts, 'at', 'audience') === 'customer')
    .map(({ at }) => ({ at, channel: 'call' }));
}

/** The customer wrote something, and it was them. */
const isHeard = ({ type, facts }: Entry): boolean =>
  type === 'reply.received' &&
  textAt(facts, 'audience') === 'customer' &&
  (numberAt(facts, 'trust') ?? 0) > 0 &&
  textAt(facts, 'meaning', 'do') !== 'wrong-person';
