import type { Account } from '#domain/account/account.ts';
import { type Applied, DORMANT } from '#domain/account/apply.ts';
import type { AccountEvent } from '#domain/account/event.ts';
import type { Case, Reason } from '#domain/case/case.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Limits } from '#domain/policy/limits.ts';
import { isOpen } from '#domain/words.ts';
import { PRE_LITIGATION } from '#policies/kinds.ts';
import type { StoredCase } from './case-move.ts';
import { type Asking, tailOf } from './matter.ts';

export const OVERDUE = 'overdue';

/** The debt as the newest word has it: none, one to be reminded of, or one so old that it is asked about before court. */
export type Debt = 'none' | 'reminded' | 'before-court';

/** Undefined: the event is not the newest word on it. */
export function debtOf({ next, found }: Applied, { preLitigationFrom }: Limits): Debt | undefined {
  if (found.nothingOverdue) return 'none';
  if (!found.stillOverdue) return undefined;
  const { daysPastDue } = next.state ?? {};
  if (daysPastDue === undefined) return undefined;
  return daysPastDue >= preLitigationFrom ? 'before-court' : 'reminded';
}

/** The account's open cases that bear on a debt. */
type Known = { readonly pointed: readonly StoredCase[]; readonly book: Pick<PolicyBook, 'limits' | 'planFor'> };

/** What an event asks for: a movement that is odd, a debt, an account that fell asleep. */
export function askingsOf(applied: Applied, event: AccountEvent, known: Known): readonly Asking[] {
  if (event.contactOff === true) return [];
  const { next, found } = applied;
  const { accountId, customerId } = event;
  const { scored } = found;
  const of = { customerId, accountId, reason: reasonOf(next, event) };
  const [anomaly] = scored?.reasons ?? [];
  const kinds = [...debtKinds(applied, event, known), ...(found.fellDormant ? [DORMANT] : [])];
  return [
    ...(anomaly === undefined || scored === undefined
      ? []
      : [{ ...of, kind: anomaly, origin: 'anomaly' as const, found: scored }]),
    ...kinds.map((kind) => ({ ...of, kind, origin: 'state' as const })),
  ];
}

const ANSWERED: ReadonlySet<string | undefined> = new Set(['ARRANGEMENT_REQUESTED', 'DISPUTED']);

/**
 * A person works on what the customer answered to a reminder, in a word (an arrangement, a dispute) or in their own (out
 * of work, in hospital): asking for court beside them would go behind the customer's back. Silence is no answer.
 */
const isInHand = ({ purpose, outcome, status, heardAt }: Case): boolean =>
  purpose === 'debt_reminder' && (ANSWERED.has(outcome) || (status === 'HUMAN' && heardAt !== undefined));

/**
 * Of one debt people are asked once at a time: a reminder, or what comes before court. The case before court takes no
 * further word, so that a state told every day writes nothing.
 */
function debtKinds(applied: Applied, { customerId }: AccountEvent, { pointed, book }: Known): readonly string[] {
  const debt = debtOf(applied, book.limits);
  const own = pointed.filter(({ state }) => state.customerId === customerId && isOpen(state.status));
  const isBeforeCourt = own.some(({ state }) => state.purpose === 'pre_litigation');
  if (isBeforeCourt && debt !== 'reminded') return [];
  const isPlanned = book.planFor('pre_litigation') !== undefined;
  if (debt === 'before-court' && isPlanned && !own.some(({ state }) => isInHand(state))) return [PRE_LITIGATION];
  return applied.found.flagged ? [OVERDUE] : [];
}

function reasonOf(account: Account, event: AccountEvent): Omit<Reason, 'code'> {
  const amount = event.kind === 'transaction' ? event.amount : account.state?.overdue;
  return {
    source: event.source,
    eventId: event.eventId,
    at: event.at,
    accountId: event.accountId,
    sequence: event.sequence,
    ...(amount === undefined ? {} : { amount }),
    tail: tailOf(event.accountId),
  };
}
