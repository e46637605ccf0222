import type { Case, Task } from '#domain/case/case.ts';
import { isRefusal, type Refusal, type Transition } from '#domain/case/transition.ts';
import { Fault } from '#domain/errors.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { CaseMove } from '../changes.ts';
import type { ConsoleNeeds } from '../ports.ts';
import { type Caller, maySee } from '../request/caller.ts';
import { type Answer, notFound, refuse } from '../request/problems.ts';
import { REFUSED } from '../request/refusals.ts';
import { legalMoves } from './legal.ts';

/** What a member of staff wants done, before anything is read. */
export type Wish = {
  readonly caller: Caller;
  readonly caseId: string;
  /** The task it is about; without one, the task that owns the case comes along. */
  readonly taskId?: string;
  readonly expectedVersion?: number | undefined;
};

export type At = { readonly of: Case; readonly task?: Task; readonly now: Instant };
/** A transition, the words that go sealed into its entry, what it rests on, and the number it changes. */
export type Made = Pick<CaseMove, 'transition' | 'also' | 'point'> & { readonly text?: string };
export type Decide = (at: At) => Promise<Made | Answer> | Made | Answer;
export type Moved = { readonly next: Case; readonly made: Made };

type Needs = Pick<ConsoleNeeds, 'cases' | 'people' | 'move' | 'newKey' | 'seal' | 'unknownStands' | 'now'>;

/** Stands in an entry's facts for words that are sealed beside them. */
export const NOTED = 'noted';
/** Somebody was faster: the decision is made again on what stands now. */
const TRIES = 3;

/**
 * One decision on a case: loaded, checked, made, written. Whoever names an `expectedVersion` decides on that version or
 * not at all. @throws Fault `store.conflict` when others move the case faster than it can be decided on
 */
export async function moveCase(wish: Wish, decide: Decide, needs: Needs): Promise<Moved | Answer> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const found = await find(wish, needs);
    if (found === undefined) return notFound;
    const { stored, task } = found;
    const of = stored.state;
    if (wish.expectedVersion !== undefined && wish.expectedVersion !== of.version) return movedOn(wish, of);
    const made = await decide({ of, now: needs.now(), ...(task === undefined ? {} : { task }) });
    if (!('transition' in made)) return made;
    if ((await write(stored, made, needs)) === 'committed') return { next: made.transition.next, made };
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

export const isMoved = (result: Moved | Answer): result is Moved => 'made' in result;

async function find(wish: Wish, needs: Needs): Promise<{ stored: Stored<Case>; task?: Task } | undefined> {
  const stored = await needs.cases.load(wish.caseId);
  if (stored === undefined || !maySee(wish.caller, stored.state.department)) return undefined;
  const taskId = wish.taskId ?? stored.state.taskId;
  const task = taskId === undefined ? undefined : await needs.cases.task(wish.caseId, taskId);
  if (wish.taskId !== undefined && task === undefined) return undefined;
  return task === undefined ? { stored } : { stored, task };
}

const movedOn = ({ expectedVersion }: Wish, of: Case): Answer =>
  refuse('case.version-moved', `got a decision on version ${expectedVersion ?? 0}, expected version ${of.version}`, {
    legal: legalMoves(of),
  });

/**
 * The words of staff are sealed under the customer's key, and under one of the case's own while nobody knows the customer.
 * About somebody who was erased none are kept.
 */
async function write(from: Stored<Case>, { text, ...made }: Made, needs: Needs): Promise<'committed' | 'stale'> {
  if (text === undefined) return needs.move({ from, ...made });
  const { transition, also = [] } = made;
  const { id, customerId, version, key: own } = transition.next;
  const sealedBy = (key: Uint8Array) => needs.seal(key, { aggregate: 'case', id, seq: version }, text);
  const person = await needs.people.load(customerId);
  if (person !== undefined) return needs.move({ from, ...made, sealed: await sealedBy(person.key) });
  const unknown = await needs.unknownStands(customerId);
  if (unknown === undefined) return needs.move({ from, ...made });
  const key = own ?? (await needs.newKey());
  const kept = { ...transition, next: { ...transition.next, key } };
  return needs.move({ from, ...made, transition: kept, also: [...also, unknown], sealed: await sealedBy(key) });
}

/** The move as made, or what the rules say against it, with the moves that are possible instead. */
export function madeOr(result: Transition | Refusal, legal: readonly string[], text?: string): Made | Answer {
  if (!isRefusal(result)) return text === undefined ? { transition: result } : { transition: result, text };
  return refuse(result.refused, REFUSED[result.refused], { legal });
}
