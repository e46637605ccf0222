import { openCase } from '../case/open.ts';
import { newTask } from '../case/task.ts';
import type { Transition } from '../case/transition.ts';
import type { Holder } from '../contact/point.ts';
import type { Instant } from '../time.ts';

export type RefreshInput = {
  readonly id: string;
  readonly holder: Holder;
  readonly plan: { readonly id: string; readonly version: number };
  /** What told that the number is wrong. */
  readonly inboundId: string;
};

/** Whoever lists a number that was found to be wrong gets a task to ask for the right one: a case that is a person's at once. */
export function openRefresh({ id, holder, plan, inboundId }: RefreshInput, now: Instant): Transition {
  const { customerId, contactId, kind: audience } = holder;
  const reason = { code: 'contact-data', source: 'urn:liaison', eventId: inboundId, at: now };
  const opened = openCase(
    { id, customerId, kind: 'contact-data', purpose: 'account_service', severity: 'low', plan, reason },
    now,
  );
  const about = contactId === undefined ? {} : { contactId };
  const task = newTask({ ...opened.next, version: 0 }, { kind: 'refresh', audience, ...about }, now);
  const { dueAt: _none, ...next } = opened.next;
  const status = 'HUMAN';
  return {
    next: { ...next, status, taskId: task.id, timers: [{ task: task.id, at: task.dueAt }] },
    entry: {
      ...opened.entry,
      facts: { ...opened.entry.facts, ...about, task: task.id, taskKind: task.kind, from: next.status, to: status },
      effects: opened.entry.effects.filter((effect) => effect.do !== 'work'),
    },
    tasks: [task],
  };
}
