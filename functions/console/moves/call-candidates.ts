import type { Case, Task } from '#domain/case/case.ts';
import type { Candidate, People } from '#domain/case/plan-turn.ts';
import type { Dossier } from '#domain/contact/dossier.ts';
import type { Address } from '#domain/customer/customer.ts';
import type { PlanStep } from '#domain/policy/types.ts';

/** Of a task without a step of its own: an agent who reviews a case may call too. */
const callStep = (of: Case, task: Task): PlanStep => ({
  id: `task-${task.kind}`,
  channel: 'call',
  audience: task.audience,
  template: `call.${of.purpose}`,
  wait: 'PT0S',
});

/** The numbers a task's call may use, in the order in which they are tried. */
export function candidatesFor(of: Case, task: Task, dossier: Dossier): readonly Candidate[] {
  const attempt = of.attempts.find((one) => one.n === task.attempt);
  const index = dossier.plan.steps.findIndex((step) => step.id === attempt?.step && step.channel === 'call');
  const step = dossier.plan.steps[index] ?? callStep(of, task);
  const position = { step: index < 0 ? of.step : index, round: of.round };
  if (task.audience === 'contact') return ofContact({ step, position }, task, dossier.people);
  const phones = dossier.people.customer?.phones ?? [];
  if (phones.length === 0) return [{ step, position }];
  return chosenFirst(phones, attempt?.point).map((address) => ({ step, position, address }));
}

function ofContact(at: Pick<Candidate, 'step' | 'position'>, task: Task, people: People): readonly Candidate[] {
  const contact = people.contacts.find((one) => one.contactId === task.contactId);
  if (contact === undefined) return [at];
  return [{ ...at, contact, ...(contact.phone === undefined ? {} : { address: contact.phone }) }];
}

/** The number the plan chose for this call, then the others in order of the record. */
const chosenFirst = (phones: readonly Address[], point: string | undefined): readonly Address[] =>
  phones.toSorted((one, other) => Number(other.point === point) - Number(one.point === point));
