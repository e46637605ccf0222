import type { Account } from '#domain/account/account.ts';
import { MAX_ACCOUNT_POINTERS, newestPointers } from '#domain/account/pointers.ts';
import { owes } from '#domain/account/state.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { contactCase, endContact } from '#domain/case/contacts/contact-case.ts';
import { foundWrongful } from '#domain/case/ends/clear.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { type CustomerMove, moveHolds } from '#domain/complaint/life/holds.ts';
import type { ComplaintTransition, ContactAsked } from '#domain/complaint/transition.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import { accountPut } from '../account-store.ts';
import { caseChange } from '../case-store.ts';
import { complaintAdvance, complaintTasks } from '../complaint-store.ts';
import type { Advance, Op, Stored } from '../ledger.ts';
import { customerChange, type PersonRecord, type PersonVault } from '../people/customer-store.ts';

/** A case that the move ends, as it was read, with the task that owns it. */
export type EndingCase = { readonly stored: Stored<Case>; readonly task?: Task };

export type ComplaintMoveInput = {
  /** Absent: the complaint is new. */
  readonly from?: Stored<Complaint> | undefined;
  readonly transition: ComplaintTransition;
  /** Words of the entry, sealed. */
  readonly sealed?: Uint8Array;
  /** The customer, where the move sets or lifts holds: without them nobody is held. */
  readonly person?: Pick<PersonRecord, 'customer' | 'key'>;
  /** The cases that it ends; one that is over already stays as it is. */
  readonly ending?: readonly EndingCase[];
  /** The case whose contacts it finds to have been wrongful. */
  readonly disowned?: Stored<Case>;
  /** The account that its contact is about. */
  readonly account?: Account;
};

export type ChangeNeeds = {
  readonly vault: PersonVault;
  readonly book: Pick<PolicyBook, 'newestPlan'>;
};

export type ComplaintWrites = { readonly advances: readonly Advance[]; readonly also: readonly Op[] };

/**
 * A move of a complaint as one change of the ledger, never more than four aggregates: the complaint, the contacts that
 * it opens, those that it ends, its holds on the customer; and its tasks beside them.
 */
export async function complaintChange(move: ComplaintMoveInput, needs: ChangeNeeds): Promise<ComplaintWrites> {
  const { from, transition, sealed, ending = [] } = move;
  const opened = [transition.contact, transition.asking].flatMap((contact) =>
    contact === undefined ? [] : [openedCase(contact, move, needs)],
  );
  const changes = opened.flatMap((one) => one.changes);
  const ended = [...ending.flatMap((one) => endedCase(one, transition)), ...disownedCase(move)];
  const held = await heldCustomer(move, needs);
  return {
    advances: [
      complaintAdvance(from, transition, sealed),
      ...[...changes, ...ended].map((change) => change.advance),
      ...held,
    ],
    also: [
      ...complaintTasks(transition),
      ...[...changes, ...ended].flatMap((change) => change.also),
      ...opened.flatMap(({ pointer }) => pointer),
    ],
  };
}

type CaseWrites = ReturnType<typeof caseChange>;

/** An offer about an overdue account rests on that, and is found again by the account when it clears. */
function openedCase(
  contact: ContactAsked,
  { transition: { next, entry, ends = [] }, account }: ComplaintMoveInput,
  { book }: ChangeNeeds,
): { readonly changes: readonly CaseWrites[]; readonly pointer: readonly Op[] } {
  const plan = book.newestPlan(contact.plan);
  if (plan === undefined) throw new Error(`contact plan: got ${contact.plan}, expected one that is shipped`);
  const overdue = contact.plan === 'offer' ? overdueOf(account) : undefined;
  const opened = contactCase(next, contact, { now: entry.at, plan, ...(overdue === undefined ? {} : { overdue }) });
  const pointer = overdue === undefined || account === undefined ? [] : [pointedAt(account, opened.next, ends)];
  return { changes: [caseChange(undefined, opened)], pointer };
}

function overdueOf(account: Account | undefined): { readonly sequence?: number } | undefined {
  const { state } = account ?? {};
  return state !== undefined && owes(state) === true ? { sequence: state.sequence } : undefined;
}

/** A contact that rests on what is owed, decided on before the account cleared. */
export const isNoLongerOwed = ({ contact }: ComplaintTransition, account: Account | undefined): boolean =>
  contact?.owed === true && overdueOf(account) === undefined;

/**
 * It rests on what is owed, so it always has its place. Cases that this move ends are the first to be forgotten: until
 * then a word of the account that comes late finds that their texts were wrongful.
 */
const pointedAt = (account: Account, of: Case, over: readonly string[]): Op => {
  const ended = account.openCases.filter(({ caseId }) => over.includes(caseId));
  const others = account.openCases.filter(({ caseId }) => !over.includes(caseId));
  const openCases = [
    ...newestPointers([...ended, ...others], MAX_ACCOUNT_POINTERS - 1),
    { caseId: of.id, kind: of.kind },
  ];
  return accountPut(account, { ...account, openCases });
};

function endedCase({ stored, task }: EndingCase, { entry }: ComplaintTransition): readonly CaseWrites[] {
  const over = endContact(stored.state, {
    now: entry.at,
    why: entry.type,
    ...(task === undefined ? {} : { task }),
  });
  return over === undefined ? [] : [caseChange(stored, over)];
}

/** Contacts up to the complaint; one that its own move ends says so already. */
function disownedCase({ disowned, ending = [], transition }: ComplaintMoveInput): readonly CaseWrites[] {
  if (disowned === undefined || ending.some(({ stored }) => stored.state.id === disowned.state.id)) return [];
  const { entry, next } = transition;
  const by = { actor: entry.actor, facts: { complaintId: next.id }, now: entry.at };
  const found = foundWrongful(disowned.state, { from: 0, until: next.receivedAt }, by);
  return found === undefined ? [] : [caseChange(disowned, found)];
}

async function heldCustomer(move: ComplaintMoveInput, { vault }: ChangeNeeds): Promise<readonly Advance[]> {
  const { person } = move;
  const moved = customerMove(move);
  if (moved === undefined || person === undefined) return [];
  const before = { stored: person.customer, key: person.key };
  return [await customerChange({ before, after: moved.next, entry: moved.entry }, vault)];
}

/** The customer's own move; undefined where nothing of theirs changes. */
export function customerMove({
  transition,
  person,
}: Pick<ComplaintMoveInput, 'transition' | 'person'>): CustomerMove | undefined {
  const { holds, next, entry } = transition;
  if (holds === undefined || person === undefined) return undefined;
  const by = { complaintId: next.id, actor: entry.actor, now: entry.at };
  return moveHolds(person.customer.state, holds, by);
}
