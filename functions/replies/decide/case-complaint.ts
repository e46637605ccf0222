import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { MeantForComplaint } from '#domain/reply/complaint-contact.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Heard } from '../hear/gather.ts';
import type { ReplyNeeds } from '../ports.ts';
import { openComplaint, triageOf } from './complaints.ts';
import type { Draft } from './draft.ts';

type OnCase = { readonly on: Bearing; readonly meant: MeantForComplaint };

/** What triage makes of the words, where they are a complaint of somebody we know. */
export async function triaged(
  { message }: Heard,
  { on, meant }: OnCase,
  needs: ReplyNeeds,
): Promise<TriageVerdict | undefined> {
  if (meant.meaning.do !== 'complaint' || on.person === undefined) return undefined;
  const { purpose } = on.stored.state;
  return triageOf(message, { purpose, ...meant.complaint }, needs);
}

/** Whoever complains of being written to is obeyed as one who texts STOP. */
export function silenced(heard: Heard, triage: TriageVerdict | undefined): Heard {
  const stops = triage?.flags.includes('stop_contact') === true;
  return stops && !heard.read.suppress ? { ...heard, read: { ...heard.read, suppress: true } } : heard;
}

/** The complaint that a reply on a case opens, or moves by its answer. */
export async function complaintOf(
  { message }: Heard,
  { on, meant, triage }: OnCase & { readonly triage: TriageVerdict | undefined },
  needs: ReplyNeeds,
): Promise<Pick<Draft, 'complaint'>> {
  const { person, complaint, contactId } = on;
  if (person === undefined) return {};
  if (meant.move !== undefined && complaint !== undefined) {
    const { contact, ...move } = meant.move;
    // The automatic answer says it already; nobody is told twice.
    const transition = contact === undefined || meant.answer !== undefined ? move : { ...move, contact };
    return { complaint: { from: complaint, transition, key: complaint.state.key ?? person.key, person } };
  }
  if (meant.meaning.do !== 'complaint' || triage === undefined) return {};
  const { id: caseId, accountId, purpose } = on.stored.state;
  const opened = await openComplaint(
    {
      id: meant.meaning.complaintId,
      message,
      person,
      triage,
      told: meant.answer === 'answer.complaint',
      audience: on.audience,
      caseId,
      purpose,
      ...(contactId === undefined ? {} : { contactId }),
      ...(accountId === undefined ? {} : { accountId }),
    },
    needs,
  );
  return { complaint: opened };
}
