import type { Case } from '#domain/case/case.ts';
import { type Move, nextMove } from '#domain/case/next-move.ts';
import { closeSettled } from '#domain/case/open.ts';
import { declareDoubt } from '#domain/case/send.ts';
import { escalateTask, toPerson } from '#domain/case/task.ts';
import { system, type Transition } from '#domain/case/transition.ts';
import { SECOND } from '#domain/time.ts';
import { type CaseStore, caseChange } from '#store/case-store.ts';
import { parseAggregateName } from '#store/keys.ts';
import type { Ledger, Stored } from '#store/ledger.ts';
import type { PointStore } from '#store/point-store.ts';
import type { WorkMessage } from '../ledger/work.contract.ts';
import type { DossierNeeds } from './dossier.ts';
import type { Accounts, Now, People, Sealer, Texts } from './ports.ts';
import { type PublishNeeds, publish } from './publish.ts';
import { planAnswer } from './send-answer.ts';
import { type Planned, planTurn } from './take-turn.ts';

export type AdvanceNeeds = Omit<DossierNeeds, 'people' | 'accounts'> &
  PublishNeeds & {
    readonly people: People;
    readonly accounts: Accounts;
    readonly cases: CaseStore;
    readonly points: PointStore;
    readonly ledger: Ledger;
    readonly texts: Texts;
    readonly seal: Sealer;
    readonly bank: { readonly nameZh: string; readonly nameEn: string; readonly phone: string };
    readonly now: Now;
  };

/** What a message led to: the metric and the log say this word. */
export type Advanced = 'nothing' | 'moved' | 'sent' | 'not-sent' | 'in-doubt' | 'lost' | 'unknown';

/** Conflicting writers are few (replies, events): five rounds on fresh evidence, then the queue brings it back. */
const ROUNDS = 5;
/** Clocks of two machines differ a little: a message that is early for its own timer is on time. */
const EARLY = 5 * SECOND;
/** Cases looked at when a customer arrives. */
const WAKE_LIMIT = 50;

/** Does what the aggregate needs now, whatever the message was made for. Safe to repeat and to run twice at once. */
export async function advance(message: WorkMessage, needs: AdvanceNeeds): Promise<Advanced> {
  const target = parseAggregateName(message.a);
  if (target?.kind === 'case') return advanceCase(target.id, message, needs);
  if (target?.kind === 'customer') return wake(target.id, message, needs);
  return 'unknown';
}

async function advanceCase(id: string, message: Pick<WorkMessage, 'due'>, needs: AdvanceNeeds): Promise<Advanced> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await needs.cases.load(id);
    if (stored === undefined) return 'unknown';
    const planned = await plan(stored, message, needs);
    if (planned === undefined) return 'nothing';
    const result = await needs.ledger.commit(planned.change);
    if (result.kind === 'stale') continue;
    if (planned.send === undefined) return 'moved';
    const state = await publish(planned.send, needs);
    return state === 'ACCEPTED' ? 'sent' : state === 'NOT_SENT' ? 'not-sent' : 'in-doubt';
  }
  return 'lost';
}

async function plan(
  stored: Stored<Case>,
  message: Pick<WorkMessage, 'due'>,
  needs: AdvanceNeeds,
): Promise<Planned | undefined> {
  const of = stored.state;
  const wall = needs.now();
  const early = of.dueAt !== undefined && message.due === of.dueAt && of.dueAt - wall <= EARLY;
  const now = early ? Math.max(wall, of.dueAt ?? wall) : wall;
  const move = nextMove(of, now);
  const at = early ? { ...needs, now: () => now } : needs;
  if (move.do === 'step') return planTurn(stored, at);
  if (move.do === 'answer') return planAnswer(stored, move.attempt, at);
  const transition = await quietMove(of, move, at);
  if (transition === undefined) return undefined;
  const { advance: moved, also } = caseChange(stored, transition);
  return { change: { advances: [moved], also } };
}

async function quietMove(of: Case, move: Move, needs: AdvanceNeeds): Promise<Transition | undefined> {
  const now = needs.now();
  switch (move.do) {
    case 'close':
      return closeSettled(of, now);
    case 'declare-doubt':
      return declareDoubt(of, needs.book.purpose(of.purpose).doubt, now);
    case 'to-person':
      return toPerson(
        of,
        { task: { kind: 'review' }, said: { type: 'case.escalated', actor: system('sweep'), at: now, facts: {} } },
        now,
      );
    case 'escalate-task': {
      const task = await needs.cases.task(of.id, move.taskId);
      return task === undefined ? undefined : escalateTask(of, task, now);
    }
    default:
      return undefined;
  }
}

/** A customer's record came or changed: the cases held for it are gated again. */
async function wake(customerId: string, message: WorkMessage, needs: AdvanceNeeds): Promise<Advanced> {
  const ids = await needs.cases.idsOfCustomer(customerId, WAKE_LIMIT);
  let moved = false;
  for (const stored of await needs.cases.loadAll(ids)) {
    if (stored?.state.held?.ruleIds.includes('customer.unknown') !== true) continue;
    const woken = await regate(stored, needs);
    moved = moved || woken;
  }
  return moved ? 'moved' : message.seq === undefined ? 'unknown' : 'nothing';
}

async function regate(stored: Stored<Case>, needs: AdvanceNeeds): Promise<boolean> {
  const planned = await planTurn(stored, needs);
  if (planned === undefined) return false;
  const result = await needs.ledger.commit(planned.change);
  if (result.kind === 'committed' && planned.send !== undefined) await publish(planned.send, needs);
  return result.kind === 'committed';
}
