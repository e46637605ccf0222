import type { Task } from '#domain/case/case.ts';
import type { RefusalCode } from '#domain/case/transition.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { contactParts } from '#domain/complaint/contact-parts.ts';
import { legalComplaintMoves } from '#domain/complaint/life/legal.ts';
import type { OfferAt } from '#domain/complaint/offers/move.ts';
import type { ComplaintRefusalCode, ComplaintTransition } from '#domain/complaint/transition.ts';
import { Fault } from '#domain/errors.ts';
import { isTaskOpen } from '#domain/task/moves.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';
import { type Caller, maySee, rankOf } from '../request/caller.ts';
import { type Answer, notFound, refuse } from '../request/problems.ts';
import { REFUSED } from '../request/refusals.ts';
import { type Words, writeComplaint } from './said-words.ts';

export type MoveNeeds = Pick<
  ComplaintNeeds,
  'changeComplaint' | 'complaintBook' | 'complaints' | 'hashedId' | 'keyOf' | 'now' | 'seal' | 'tasks'
>;

/** What a member of staff wants done with a complaint, before anything is read. */
export type ComplaintWish = {
  readonly caller: Caller;
  readonly complaintId: string;
  /** The task it is about: whoever may see its queue may make the move. */
  readonly taskId?: string;
  readonly expectedVersion?: number | undefined;
};

/** When, by whom, under which policies; the case that the move may open; the open tasks that it may end. */
export type ComplaintAt = OfferAt & {
  readonly caseId: string;
  readonly tasks: readonly Task[];
  readonly task?: Task;
};
type Refused = { readonly refused: ComplaintRefusalCode | RefusalCode; readonly legal?: readonly string[] };
/** What the rules say, and the words that go with it. */
export type Ruled = { readonly result: ComplaintTransition | Refused; readonly words?: Words };
export type DecideComplaint = (of: Complaint, at: ComplaintAt) => Promise<Ruled | Answer> | Ruled | Answer;
export type ComplaintMoved = { readonly next: Complaint; readonly transition: ComplaintTransition };

/** Somebody was faster: the decision is made again on what stands now. */
const TRIES = 3;

/**
 * One decision on a complaint: loaded, checked, made, written. Whoever names an `expectedVersion` decides on that version
 * or not at all. @throws Fault `store.conflict` when others move it faster than it can be decided on
 */
export async function moveComplaintOf(
  wish: ComplaintWish,
  decide: DecideComplaint,
  needs: MoveNeeds,
): Promise<ComplaintMoved | Answer> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await find(wish, needs);
    if (found === undefined) return notFound;
    const { stored, tasks, task } = found;
    const of = stored.state;
    if (wish.expectedVersion !== undefined && wish.expectedVersion !== of.version) return movedOn(wish, of);
    const at = {
      ...(await around(wish, of, needs)),
      tasks: tasks.filter(isTaskOpen),
      ...(task === undefined ? {} : { task }),
    };
    const ruled = await decide(of, at);
    if (!('result' in ruled)) return ruled;
    const { result, words = {} } = ruled;
    if ('refused' in result) return refused(result, of);
    if ((await writeComplaint(stored, { transition: result, words }, needs)) === 'committed') {
      return { next: result.next, transition: result };
    }
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

export const isComplaintMoved = (result: ComplaintMoved | Answer): result is ComplaintMoved => 'transition' in result;

async function find({ caller, complaintId, taskId }: ComplaintWish, needs: MoveNeeds) {
  const stored = await needs.complaints.load(complaintId);
  // After the version that guards them.
  const tasks = stored === undefined ? [] : await needs.tasks.ofComplaint(complaintId);
  const task = tasks.find(({ id }) => id === taskId);
  const department = taskId === undefined ? stored?.state.department : task?.queue;
  return stored === undefined || department === undefined || !maySee(caller, department)
    ? undefined
    : { stored, tasks, task };
}

const around = async (
  { caller }: ComplaintWish,
  of: Complaint,
  needs: MoveNeeds,
): Promise<Omit<ComplaintAt, 'tasks'>> => ({
  now: needs.now(),
  by: { staff: caller.staff, role: rankOf(caller) },
  book: await needs.complaintBook(),
  caseId: contactOf(of, needs),
});

/** Its own by complaint and sequence: unique without a draw. */
const contactOf = (of: Complaint, { hashedId }: Pick<ComplaintNeeds, 'hashedId'>): string => hashedId(contactParts(of));

const movedOn = ({ expectedVersion }: ComplaintWish, of: Complaint): Answer =>
  refuse(
    'complaint.version-moved',
    `got a decision on version ${expectedVersion ?? 0}, expected version ${of.version}`,
    {
      legal: legalComplaintMoves(of),
    },
  );

const refused = ({ refused: code, legal }: Refused, of: Complaint): Answer =>
  refuse(code, REFUSED[code], { legal: legal ?? legalComplaintMoves(of) });
