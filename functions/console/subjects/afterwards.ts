import type { Case } from '#domain/case/case.ts';
import { closeErased, wordsForgotten } from '#domain/case/staff.ts';
import { isRefusal, type Refusal, type Transition } from '#domain/case/transition.ts';
import { Fault } from '#domain/errors.ts';
import { type Forgotten, forgetHolder } from '#domain/subject/forget.ts';
import { openTasks } from '#domain/task/timers.ts';
import { isOpen } from '#domain/words.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { forgetWords, hasOwnWords } from './complaint-words.ts';
import type { PrivacyNeeds } from './ports.ts';
import { type Matters, mattersOf, type Subject } from './record.ts';

/** What followed an erasure, this time: cases closed, numbers that forgot who held them, those that stay opted out. */
export type Ended = { readonly cases: number; readonly numbers: number; readonly optOuts: number };

const TRIES = 5;
/** Entries looked through for the one that says whose numbers they were: little follows the last one of a customer. */
const LOOKED_BACK = 100;

/**
 * What an erasure leaves to be done: open cases are closed, numbers forget who held them. Safe to run again. The list of
 * a customer's cases may be a moment late: those that were `known` before are looked at too, and what neither knew of is
 * closed by its own due time.
 */
export async function endOf(subject: Subject, needs: PrivacyNeeds, known: Matters = NOTHING): Promise<Ended> {
  const { customerId, contactId } = subject;
  const [matters, entries] = await Promise.all([
    mattersOf(customerId, needs),
    needs.customerEntries(customerId, LOOKED_BACK),
  ]);
  const by = entries.find((entry) => isErasure(entry, contactId));
  const cases = together(matters.cases, known.cases);
  const own = contactId === undefined ? cases : [];
  for (const { id } of own.filter(isLeft)) await end(id, by, needs);
  const complaints = together(matters.complaints, known.complaints);
  for (const { id } of complaints.filter((of) => hasOwnWords(of, contactId))) await forgetWords(id, needs);
  const who = {
    customerId,
    ...(contactId === undefined ? {} : { contactId }),
    cases: new Set(cases.map(({ id }) => id)),
  };
  const forgotten = await Promise.all(pointsOf(entries, by).map((point) => forget(point, who, needs)));
  return {
    cases: own.filter(({ status }) => isOpen(status)).length,
    numbers: forgotten.filter(({ forgot }) => forgot).length,
    optOuts: forgotten.filter(({ optedOut }) => optedOut).length,
  };
}

const NOTHING: Matters = { cases: [], complaints: [] };

const together = <T extends { readonly id: string }>(found: readonly T[], known: readonly T[]): readonly T[] => [
  ...found,
  ...known.filter(({ id }) => found.every((one) => one.id !== id)),
];

const isErasure = ({ type, facts }: Entry, contactId: string | undefined): boolean =>
  contactId === undefined ? type === 'customer.erased' : type === 'contact.erased' && facts['contactId'] === contactId;

/** Numbers on the record at its end, and those that had lately left it. */
function pointsOf(entries: readonly Entry[], by: Entry | undefined): readonly string[] {
  const left = by?.type === 'customer.erased' ? entries.flatMap(({ facts }) => namesIn(facts['left'])) : [];
  return [...new Set([...namesIn(by?.facts['points']), ...left])];
}

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Open, or with words under a key of its own, or with a task that somebody would speak of them in. */
const isLeft = (of: Case): boolean => isOpen(of.status) || of.key !== undefined || openTasks(of).length > 0;

/** Closed where it is open, its own key and its tasks gone, in one change. */
async function end(id: string, by: Entry | undefined, needs: PrivacyNeeds): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const stored = await needs.cases.load(id);
    if (stored === undefined || !isLeft(stored.state)) return;
    const transition = await ended(stored.state, by, needs);
    if (isRefusal(transition) || (await needs.move({ from: stored, transition })) === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

async function ended(of: Case, by: Entry | undefined, needs: PrivacyNeeds): Promise<Transition | Refusal> {
  const staff = by?.actor.kind === 'staff' ? by.actor.id : 'privacy';
  const tasks = await Promise.all(openTasks(of).map((one) => needs.cases.task(of.id, one)));
  const gone = { at: needs.now(), tasks: tasks.filter((one) => one !== undefined) };
  return isOpen(of.status) ? closeErased(of, { ...gone, staff }) : wordsForgotten(of, gone);
}

async function forget(
  id: string,
  who: Forgotten,
  needs: PrivacyNeeds,
): Promise<{ readonly forgot: boolean; readonly optedOut: boolean }> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const before = await needs.points.load(id);
    if (before === undefined) return { forgot: false, optedOut: false };
    const after = forgetHolder(before.state, who);
    const optedOut = before.state.optOut !== undefined;
    if (after === undefined) return { forgot: false, optedOut };
    const advance = needs.pointAdvance(before, after, {
      type: 'point.forgotten',
      actor: { kind: 'system', name: 'erasure' },
      at: needs.now(),
      facts: { holders: after.holders.length },
      effects: [],
    });
    if ((await needs.commit({ advances: [advance] })) === 'committed') return { forgot: true, optedOut };
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}
