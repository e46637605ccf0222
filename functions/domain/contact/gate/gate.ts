import type { PolicyBook } from '../../policy/book.ts';
import { durationOf } from '../../policy/book.ts';
import type { Instant } from '../../time.ts';
import type { DenyScope, RuleId } from '../../words.ts';
import type { Evidence, Verdict } from '../evidence.ts';
import type { Finding, Gating } from '../finding.ts';
import { addressFindings } from './address.ts';
import { capFindings } from './caps.ts';
import { conditionsOf, evidenceItems } from './evidence.ts';
import { personFindings } from './person.ts';
import { reasonFindings, restsOn } from './reason.ts';
import { thirdPartyFindings } from './third-party.ts';
import { calendarFor, shownTime, timeFindings } from './time.ts';

/**
 * May this contact go out now, on this evidence? Pure: the same evidence, time and policy give the same verdict.
 * A denial of the case beats a hold of it, which beats a denial of the step, channel or address: while nothing may go, no
 * step is used up and no person is asked too early. A deferral comes last.
 * An ALLOW names what the claim's transaction has to find unchanged; it is worth nothing outside that transaction.
 */
export function gate(evidence: Evidence, now: Instant, book: PolicyBook): Verdict {
  const rules = book.purpose(evidence.case.purpose);
  const gating: Gating = { evidence, now, book, rules };
  const calendar = calendarFor(gating);
  const caps = capFindings(gating);
  const findings = ranked([
    ...reasonFindings(gating),
    ...personFindings(gating),
    ...addressFindings(gating),
    ...thirdPartyFindings(gating),
    ...caps.findings,
    ...timeFindings(gating, calendar),
  ]);
  const decided = {
    rules: unique(findings),
    evidence: evidenceItems(evidence, restsOn(evidence.case, rules)),
    counters: caps.counters,
    ...shownTime(now, calendar),
    policy: book.versions(evidence.plan, evidence.jurisdictions),
  };
  const [first] = findings;
  if (first === undefined) {
    return { verdict: 'ALLOW', template: templateFor(gating), conditions: conditionsOf(evidence, rules), ...decided };
  }
  return { ...refusal(first, findings), ...decided };
}

const RANK_OF_SCOPE: Readonly<Record<DenyScope, number>> = { case: 0, step: 2, channel: 3, address: 4 };
const CASE_HOLD_RANK = 1;
const HOLD_RANK = 5;
const DEFER_RANK = 6;
/** Holds that hang on the law of one number's country: another number may do. */
const OF_ONE_NUMBER: readonly RuleId[] = ['policy.none', 'zone.unknown', 'calendar.year-missing'];

function rankOf(finding: Finding): number {
  if (finding.effect === 'deny') return RANK_OF_SCOPE[finding.scope];
  if (finding.effect === 'defer') return DEFER_RANK;
  return OF_ONE_NUMBER.includes(finding.rule) ? HOLD_RANK : CASE_HOLD_RANK;
}

/** Strongest first; among equals in the order of the rules, which is stable. */
const ranked = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => rankOf(one) - rankOf(other));

const unique = (findings: readonly Finding[]): readonly RuleId[] => [...new Set(findings.map((one) => one.rule))];

type Refusal =
  | { readonly verdict: 'DENY'; readonly scope: DenyScope; readonly because: readonly RuleId[] }
  | { readonly verdict: 'HOLD'; readonly knownEnd?: Instant; readonly because: readonly RuleId[] }
  | { readonly verdict: 'DEFER'; readonly until: Instant; readonly because: readonly RuleId[] };

function refusal(first: Finding, findings: readonly Finding[]): Refusal {
  const because = unique(findings.filter((one) => rankOf(one) === rankOf(first)));
  if (first.effect === 'deny') return { verdict: 'DENY', scope: first.scope, because };
  if (first.effect === 'hold') {
    // While one hold waits for its known end the others need no re-gate: nothing could be sent before anyway.
    const ends = findings.flatMap((one) => (one.effect === 'hold' && one.knownEnd !== undefined ? [one.knownEnd] : []));
    return ends.length === 0 ? { verdict: 'HOLD', because } : { verdict: 'HOLD', knownEnd: Math.max(...ends), because };
  }
  const until = findings.filter((one) => one.effect === 'defer').map((one) => one.until);
  return { verdict: 'DEFER', until: Math.max(...until), because };
}

/** A fact that is no longer fresh is asked about without saying that it just happened. */
function templateFor({ evidence, now, rules }: Gating): string {
  const { step, case: of } = evidence;
  const { neutral } = rules;
  if (neutral === undefined || step.audience !== 'customer') return step.template;
  return now - of.reason.at > durationOf(neutral.after) ? neutral.template : step.template;
}
