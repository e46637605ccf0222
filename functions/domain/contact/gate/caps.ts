import type { Attempt } from '../../case/case.ts';
import { SEND_DEADLINE } from '../../case/transition.ts';
import { durationOf } from '../../policy/book.ts';
import type { Cap } from '../../policy/types.ts';
import { type Instant, SECOND } from '../../time.ts';
import type { Counter } from '../evidence.ts';
import { defer, deny, type Finding, type Findings, type Gating } from '../finding.ts';

/**
 * Is there room for one more? A cap that frees up while the step may still wait defers it; one that does not is passed
 * over (next number for a number's cap, else next step), so that a full cap never blocks a call task.
 */
export function capFindings(gating: Gating): Findings {
  const findings: Finding[] = [];
  const counters: Counter[] = [];
  for (const cap of capsFor(gating)) {
    const since = gating.now - durationOf(cap.window);
    const times = timesFor(gating, cap)?.filter((at) => at > since) ?? [];
    counters.push({ rule: cap.rule, before: times.length, limit: cap.max });
    if (times.length >= cap.max) findings.push(fullFinding(gating, cap, times));
  }
  const { attemptCount, uncounted = 0 } = gating.evidence.case;
  const limit = gating.book.limits.attemptsPerCase;
  const before = attemptCount - uncounted;
  if (before >= limit && gating.evidence.byPerson !== true) {
    counters.push({ rule: 'cap.case', before, limit });
    findings.push(deny('cap.case', 'step'));
  }
  return { findings: [...findings, ...allowanceFindings(gating), ...busyFindings(gating)], counters };
}

/**
 * A text that cannot be paid for waits until there is something to pay with again. One that would be too old by then, or
 * whose matter is too urgent for its step to wait so long, gives way to the plan's next step.
 */
function allowanceFindings({ evidence, now }: Gating): readonly Finding[] {
  const { spent, step, case: of } = evidence;
  if (spent === undefined) return [];
  const { rule, until } = spent;
  const isTooOld = step.shelfLife !== undefined && until - of.openedAt > durationOf(step.shelfLife);
  const isTooUrgent = of.lane === 'urgent' && until - now > durationOf(step.wait);
  return [
    isTooOld || isTooUrgent ? deny(rule, 'step') : defer(rule, until + (evidence.seed % SPREAD_SECONDS) * SECOND),
  ];
}

/** Not all at the stroke of the hour: over the ten minutes after it. */
const SPREAD_SECONDS = 600;

/** One text at a time to a number: that of another case, whose outcome nobody knows yet, is waited for. */
function busyFindings({ evidence, now }: Gating): readonly Finding[] {
  if (evidence.busy !== true || evidence.step.channel !== 'sms') return [];
  const sentAt = evidence.point?.sends.at(-1) ?? now;
  return [defer('contact-point.busy', sentAt + SEND_DEADLINE)];
}

/** What of a cap is asked once it is known to apply. */
type Applying = Pick<Cap, 'rule' | 'counts' | 'max' | 'window'>;

function capsFor({ evidence, book }: Gating): readonly Applying[] {
  const { purpose } = evidence.case;
  const { channel } = evidence.step;
  const caps = [...book.limits.caps, ...evidence.jurisdictions.flatMap((one) => book.pack(one)?.caps ?? [])];
  const applying = caps.filter(
    (cap) => cap.channels.includes(channel) && (cap.purposes === 'all' || cap.purposes.includes(purpose)),
  );
  if (channel === 'call') return applying;
  const { count, window } = evidence.plan.maxMessagesPerCase;
  return [...applying, { rule: 'cap.case', counts: 'sent', max: count, window }];
}

function fullFinding({ evidence, now }: Gating, cap: Applying, times: readonly Instant[]): Finding {
  const filling = times.toSorted((a, b) => b - a).slice(0, cap.max);
  const freeAt = Math.min(...filling) + durationOf(cap.window);
  if (freeAt - now <= durationOf(evidence.step.wait)) return defer(cap.rule, freeAt);
  return deny(cap.rule, cap.rule === 'cap.number' ? 'address' : 'step');
}

/**
 * Times that count against the cap. Calls of the case count over all its numbers: a number is never called more often than
 * its debtor. Beside them those of other cases: to the number, and to the person about debts.
 */
function timesFor(gating: Gating, { rule, counts }: Applying): readonly Instant[] | undefined {
  const { case: of, point, customer } = gating.evidence;
  switch (counts) {
    case 'dialled':
      return together(of.dials, rule === 'cap.number' ? point?.dials : ofOthers(rule, customer?.sends.dials));
    case 'conversation':
      return together(of.talks, ofOthers(rule, customer?.sends.talks));
    case 'sent':
      return textsFor(gating, rule);
  }
}

const ofOthers = (rule: Cap['rule'], times: readonly Instant[] | undefined): readonly Instant[] | undefined =>
  rule === 'cap.case' ? undefined : times;

/** A call that stands in both was one. */
const together = (own: readonly Instant[] = [], others: readonly Instant[] = []): readonly Instant[] => [
  ...new Set([...own, ...others]),
];

function textsFor({ evidence }: Gating, rule: Cap['rule']): readonly Instant[] | undefined {
  switch (rule) {
    case 'cap.number':
      return evidence.point?.sends;
    case 'cap.person':
      return evidence.customer?.sends.any;
    case 'cap.debt':
      return evidence.customer?.sends.debt;
    case 'cap.case':
      return textTimes(evidence.case.attempts, {
        to: evidence.plan.maxMessagesPerCase.per === 'number' ? evidence.address?.point : undefined,
        contactId: evidence.step.audience === 'contact' ? evidence.contact?.contactId : undefined,
      });
  }
}

const SENT: readonly Attempt['state'][] = ['CLAIMED', 'ACCEPTED', 'IN_DOUBT'];

function textTimes(
  attempts: readonly Attempt[],
  by: { to: string | undefined; contactId: string | undefined },
): readonly Instant[] {
  return attempts
    .filter((one) => one.channel !== 'call' && one.answer !== true && SENT.includes(one.state))
    .filter((one) => one.contactId === by.contactId && (by.to === undefined || one.point === by.to))
    .map((one) => one.at);
}
