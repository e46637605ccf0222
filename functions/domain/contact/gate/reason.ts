import type { Account, StateMatter } from '../../account/account.ts';
import { wordOn } from '../../account/state.ts';
import type { Case } from '../../case/case.ts';
import { durationOf } from '../../policy/book.ts';
import type { PurposeRules, RestsOn } from '../../policy/types.ts';
import type { Instant } from '../../time.ts';
import type { RuleId } from '../../words.ts';
import type { Evidence } from '../evidence.ts';
import { deny, type Finding, type Gating, hold, when } from '../finding.ts';

/** Whether the reason is a state of the account (re-checked before every contact) or a fact that happened. */
export function restsOn(of: Case, rules: PurposeRules): RestsOn {
  if (rules.restsOn !== 'fact') return rules.restsOn;
  if (of.reason.code === 'dormant') return 'dormant';
  // An offer about a debt is about nothing once the debt is gone.
  return of.about?.what === 'offer' && of.reason.code === 'overdue' ? 'overdue' : 'fact';
}

/** What of the account's state the reason rests on. */
export const matterOf = (on: Exclude<RestsOn, 'fact'>): StateMatter => (on === 'dormant' ? 'status' : 'debt');

/** What the account's newest state says of the reason; undefined where no source has said it. */
export function supports(account: Account | undefined, on: Exclude<RestsOn, 'fact'>): boolean | undefined {
  const state = account?.state;
  if (on === 'dormant') return state?.status === undefined ? undefined : state.status === 'dormant';
  if (state?.overdue !== undefined) return state.overdue.minor > 0;
  return state?.daysPastDue === undefined ? undefined : state.daysPastDue > 0;
}

/** Is the reason still true, fresh enough, and old enough to act on? */
export function reasonFindings(gating: Gating): readonly Finding[] {
  return [...stateFindings(gating), ...waitFindings(gating), ...sourceFindings(gating)];
}

type Stated = Pick<Gating, 'now' | 'rules'> & { readonly evidence: Pick<Evidence, 'case' | 'account'> };

function stateFindings({ evidence, now, rules }: Stated): readonly Finding[] {
  const on = restsOn(evidence.case, rules);
  if (on === 'fact') return [];
  const { reason } = evidence.case;
  const word = wordOn(evidence.account?.state, matterOf(on));
  const still = supports(evidence.account, on);
  if (word === undefined || still === undefined) return [hold('evidence.stale')];
  const newer = word.asOf >= reason.at || (reason.sequence !== undefined && word.sequence > reason.sequence);
  // An older state that speaks against a newer report settles nothing: wait for the newer state.
  if (!still) return [newer ? deny('reason.gone', 'case') : hold('evidence.stale')];
  const age = now - Math.max(word.asOf, reason.at);
  return when(rules.stateAge !== undefined && age > durationOf(rules.stateAge), () => hold('evidence.stale'));
}

/** Holds that the account's own word can end. */
const OF_ACCOUNT: readonly RuleId[] = ['evidence.stale', 'payment.pending'];
export const hangsOnAccount = (ruleIds: readonly RuleId[]): boolean =>
  ruleIds.some((rule) => OF_ACCOUNT.includes(rule));
/** Ends by itself at its instant: the gate that is asked at once waits for no more than that. */
const BY_ITSELF: RuleId = 'hold.first-flag';

/** Has the account's newest word ended what held the case? A hold with another cause beside it goes on. */
export function endsHold(of: Case, account: Account, { now, book }: Pick<Gating, 'now' | 'book'>): boolean {
  const causes = of.held?.ruleIds.filter((rule) => rule !== BY_ITSELF) ?? [];
  if (of.status !== 'HELD' || causes.length === 0 || !causes.every((rule) => OF_ACCOUNT.includes(rule))) return false;
  const rules = book.purpose(of.purpose);
  const findings = stateFindings({ evidence: { case: of, account }, now, rules });
  const covered = rules.heldByPending && isCovered(account, now - durationOf(book.limits.pendingFor));
  return !covered && findings.every((finding) => finding.effect !== 'hold');
}

function waitFindings({ evidence, now, book, rules }: Gating): readonly Finding[] {
  const { account, plan } = evidence;
  const flaggedAt: Instant = account?.flaggedAt ?? evidence.case.reason.at;
  const wait = durationOf(plan.firstHold);
  const mayStartAt = flaggedAt + wait;
  return [
    ...when(wait > 0 && now < mayStartAt, () => hold('hold.first-flag', mayStartAt)),
    ...when(rules.heldByPending && isCovered(account, now - durationOf(book.limits.pendingFor)), () =>
      hold('payment.pending', now + durationOf(book.limits.recheckKnownEnd)),
    ),
  ];
}

/** Credits of the same currency that cover the whole overdue sum, the newest not older than payments take. */
function isCovered(account: Account | undefined, since: Instant): boolean {
  const overdue = account?.state?.overdue;
  const pending = account?.pending;
  if (overdue === undefined || pending === undefined || overdue.minor <= 0 || pending.at < since) return false;
  return pending.sum.currency === overdue.currency && pending.sum.minor >= overdue.minor;
}

function sourceFindings({ evidence, now, book, rules }: Gating): readonly Finding[] {
  const { feed, case: of } = evidence;
  const silent = feed !== undefined && now - feed.newestAt > durationOf(book.limits.feedSilence);
  return [
    ...when(rules.watchesFeed && silent, () => hold('feed.silent')),
    ...when(evidence.pausedPurposes.includes(of.purpose), () => hold('purpose.paused')),
    ...when(of.held?.ruleIds.includes('hold.staff') === true, () => hold('hold.staff', of.held?.recheckAt)),
  ];
}
