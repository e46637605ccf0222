import type { Case, Task } from '#domain/case/case.ts';
import { isAskingPlanned } from '#domain/complaint/asking.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { awaitedContacts, contactEnded, type TickAt, type Ticked, tick } from '#domain/complaint/life/tick.ts';
import type { OfferBook } from '#domain/complaint/offers/move.ts';
import { type ComplaintTransition, isComplaintRefusal } from '#domain/complaint/transition.ts';
import { Fault } from '#domain/errors.ts';
import { countedAt } from '#domain/task/timers.ts';
import type { Instant } from '#domain/time.ts';
import { isOpen } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';
import type { WorkMessage } from '../ledger/work.contract.ts';

export type ComplaintsNeeds = {
  /** Id of the complaint that a work message names; undefined when it names none. */
  readonly complaintIdOf: (name: string) => string | undefined;
  readonly load: (id: string) => Promise<Stored<Complaint> | undefined>;
  readonly linked: (of: Complaint) => Promise<readonly Stored<Complaint>[]>;
  /** Other complaints of the same customer. */
  readonly others: (of: Complaint) => Promise<readonly Complaint[]>;
  readonly cases: (ids: readonly string[]) => Promise<readonly Case[]>;
  /** Sequence of the account event that cleared this case. */
  readonly clearedBy: (contact: Case) => Promise<number | undefined>;
  readonly openTasks: (complaintId: string) => Promise<readonly Task[]>;
  /** When the customer was last asked about another complaint than this. */
  readonly askedAt: (of: Complaint) => Promise<Instant | undefined>;
  readonly contactId: (of: Complaint) => string;
  readonly commit: (from: Stored<Complaint>, transition: ComplaintTransition) => Promise<'committed' | 'stale'>;
  readonly book: OfferBook;
  readonly now: () => Instant;
};

export type ComplaintAdvanced = 'nothing' | 'moved' | 'unknown';

/** Several things may be due at once, and staff or a reply may move it meanwhile. */
const ROUNDS = 8;

/** Makes everything happen that is due of a complaint, whatever the message was made for. Safe to repeat and to run twice at once. */
export async function advanceComplaint(message: WorkMessage, needs: ComplaintsNeeds): Promise<ComplaintAdvanced> {
  const id = needs.complaintIdOf(message.a);
  if (id === undefined) return 'unknown';
  let done: ComplaintAdvanced = 'nothing';
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await needs.load(id);
    if (stored === undefined) return 'unknown';
    const ticked = await due(stored.state, message, needs);
    if (ticked === undefined) return done;
    // What policy data cannot answer for, such as a year without a calendar, is loud: the message ends at the dead letters.
    if (isComplaintRefusal(ticked)) throw new Fault('policy.incomplete', { facts: { refused: ticked.refused } });
    if ((await needs.commit(stored, ticked)) === 'committed') done = 'moved';
  }
  throw new Fault('store.conflict', { facts: { tries: ROUNDS } });
}

async function due(of: Complaint, message: Pick<WorkMessage, 'due'>, needs: ComplaintsNeeds): Promise<Ticked> {
  const at = await tickAt(of, message, needs);
  const ended = (await needs.cases(awaitedContacts(of))).filter(({ status }) => !isOpen(status));
  for (const contact of ended) {
    const sequence = contact.outcome === 'CLEARED' ? await needs.clearedBy(contact) : undefined;
    const follows = contactEnded(of, { contact, ...(sequence === undefined ? {} : { sequence }) }, at);
    if (follows !== undefined) return follows;
  }
  return (await followOthers(of, at, needs)) ?? tick(of, at);
}

/** Only what has hardly begun looks for the earlier one of its matter: whatever came later links itself to it. */
const NEW = 3;

/** Complaints of one matter: a new one finds the one before it, each is linked back, and one decision is that of all. */
async function followOthers(of: Complaint, at: TickAt, needs: ComplaintsNeeds): Promise<Ticked> {
  if (of.version > NEW && of.linked.length === 0) return undefined;
  // Most have no others: the rules are loaded for those that may.
  const { followLinked, linkBack, linkEarlier } = await import('#domain/complaint/life/linked.ts');
  if (of.version <= NEW && of.linked.length === 0) return linkEarlier(of, await needs.others(of), at);
  const linked = await needs.linked(of);
  for (const other of linked) {
    const back = linkBack(other.state, of, at);
    if (back === undefined) continue;
    if (isComplaintRefusal(back)) return back;
    await needs.commit(other, back);
  }
  return followLinked(
    of,
    linked.map(({ state }) => state),
    at,
  );
}

async function tickAt(of: Complaint, message: Pick<WorkMessage, 'due'>, needs: ComplaintsNeeds): Promise<TickAt> {
  // What names no due time comes to look, not for a timer: a clock of the law is never told of before its time for it.
  const now = countedAt(of, message.due, needs.now());
  const asks = of.status === 'RESOLVED' && of.followUp !== undefined && of.followUp.caseId === undefined;
  const askedAt = asks ? await needs.askedAt(of) : undefined;
  return {
    now,
    book: needs.book,
    tasks: await needs.openTasks(of.id),
    caseId: needs.contactId(of),
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(isAskingPlanned(of, now) ? { others: await needs.others(of) } : {}),
  };
}
