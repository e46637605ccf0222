import type { Task } from '#domain/case/case.ts';
import { numbersSaid } from '#domain/text/numbers-said.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { ConsoleNeeds } from '../ports.ts';
import type { Caller } from '../request/caller.ts';
import type { TaskShape } from '../shapes/task.ts';
import { time } from '../views/shown.ts';
import { noteRead } from './reads.ts';

export type TaskWords = Pick<TaskShape, 'lead' | 'script'>;
type Needs = Pick<ConsoleNeeds, 'people' | 'entryOf' | 'open' | 'phones' | 'customerEntries' | 'noteCustomer' | 'now'>;

/** A task is made by the entry whose number its id ends with. */
const MADE_BY = /\.t(?<seq>\d+)$/u;

/**
 * What whoever opens a task of a case reads with it: the script of its call as it was given out, and a number that the
 * text behind it names, which is a lead and never the record. That they read it is noted before it is told.
 */
export async function taskWords(task: Task, caller: Caller, needs: Needs): Promise<TaskWords> {
  const { caseId, customerId } = task;
  if (caseId === undefined || customerId === undefined) return {};
  const person = await needs.people.load(customerId);
  if (person === undefined) return {};
  const [lead, script] = await Promise.all([leadOf(task, person, needs), scriptOf(task, person, needs)]);
  if (lead === undefined && script === undefined) return {};
  await noteRead({ customerId, of: caseId, staff: caller.staff }, needs);
  return { ...(lead === undefined ? {} : { lead }), ...(script === undefined ? {} : { script }) };
}

async function leadOf(task: Task, person: PersonRecord, needs: Needs): Promise<TaskShape['lead']> {
  const seq = MADE_BY.exec(task.id)?.groups?.['seq'];
  const entry = seq === undefined ? undefined : await needs.entryOf('case', task.caseId ?? '', Number(seq));
  if (entry?.type !== 'reply.received') return undefined;
  const text = await needs.open(person.key, entry);
  if (text === undefined) return undefined;
  const { jurisdiction, phones } = person.customer.state;
  const known = new Set(phones.map(({ value }) => value.reveal()));
  const readPhone = await needs.phones();
  const [number] = numbersSaid(text, jurisdiction).flatMap((said) => readPhone(said)?.e164 ?? []);
  return number === undefined || known.has(number) ? undefined : { number, heardAt: time(entry.at) };
}

async function scriptOf(task: Task, person: PersonRecord, needs: Needs): Promise<string | undefined> {
  if (task.decisionSeq === undefined || task.state !== 'ASSIGNED') return undefined;
  const entry = await needs.entryOf('case', task.caseId ?? '', task.decisionSeq);
  return entry?.type === 'call.dialled' ? needs.open(person.key, entry) : undefined;
}
