import type { Case, Task } from '#domain/case/case.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { Stored } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { ReplyNeeds } from '../ports.ts';
import type { Found, Place } from './place.ts';

/** A case that the reply bears on, with what a decision about it needs. */
export type Bearing = Place & {
  readonly stored: Stored<Case>;
  readonly person?: PersonRecord;
  readonly task?: Task;
  /** The complaint that its text was about. */
  readonly complaint?: Stored<Complaint>;
};

/** Whose case it is, who owns it, and the complaint that it asks about. */
export async function complete(found: Found, { store }: ReplyNeeds): Promise<Bearing> {
  const of = found.stored.state;
  const about = of.about === undefined ? undefined : of.complaintId;
  const [person, task, complaint] = await Promise.all([
    store.people.load(of.customerId),
    of.taskId === undefined ? undefined : store.cases.task(of.id, of.taskId),
    about === undefined ? undefined : store.complaints.load(about),
  ]);
  return {
    ...found,
    ...(person === undefined ? {} : { person }),
    ...(task === undefined ? {} : { task }),
    ...(complaint === undefined ? {} : { complaint }),
  };
}
