import type { Complaint } from '#domain/complaint/complaint.ts';
import { askingParts } from '#domain/complaint/contact-parts.ts';
import { isSameStaff } from '#domain/complaint/handlers.ts';
import { decide, resolve, wasReached } from '#domain/complaint/life/decide.ts';
import { extend } from '#domain/complaint/life/handling.ts';
import { endMediation, startMediation } from '#domain/complaint/life/mediate.ts';
import { type Instant, parseInstant } from '#domain/time.ts';
import type { Role } from '#domain/words.ts';
import type { ComplaintNeeds } from '../../complaint-ports.ts';
import { askedAt, contactCaseOf, contactsOf } from '../../moves/contacts-of-complaint.ts';
import type { ComplaintAt } from '../../moves/move-complaint.ts';
import { DecideBody, ExtendBody, MediateBody, ResolveBody } from '../../shapes/complaint-moves.ts';
import { complaintMove } from './complaint-move.ts';

export const extendDoor = complaintMove({
  summary: {
    en: 'More days for the decision, with reason and approver; the customer is told',
    zh: '延长处理期限:须有理由和批准人,并告知客户',
  },
  body: ExtendBody,
  problems: [
    'complaint.approver-missing',
    'complaint.reason-missing',
    'complaint.clock-ended',
    'complaint.needs-head',
    'complaint.not-extendable',
  ],
  rule:
    () =>
    (of, at, { days, reason, approver }) => {
      const by = approver === undefined ? {} : { approver, role: roleOf(approver, at) };
      return {
        result: extend(of, { days, ...by, ...(reason === undefined ? {} : { reason }) }, at),
        words: { reason },
      };
    },
});

/** Whoever enters it approves in their own role; another name than their own stands for a supervisor of theirs. */
function roleOf(approver: string, { by }: ComplaintAt): Role {
  return by.role === 'agent' && !isSameStaff(approver, by.staff) ? 'supervisor' : by.role;
}

export const mediateDoor = complaintMove({
  summary: { en: 'A third party begins to mediate, or has ended', zh: '开始或结束第三方调解' },
  body: MediateBody,
  problems: ['complaint.not-in-mediation'],
  rule:
    () =>
    (of, at, { action, body, result }) => ({
      result: action === 'start' ? startMediation(of, at) : endMediation(of, at),
      words: { body, result },
    }),
});

export const decideDoor = complaintMove({
  summary: {
    en: 'Decides a complaint; the customer is told, with the further routes that are open',
    zh: '作出处理决定,并告知客户结果和救济途径',
  },
  body: DecideBody,
  problems: ['complaint.same-handler'],
  rule:
    (needs) =>
    async (of, at, { decision, closureCode, answer, reason }) => {
      const contactCase = decision === 'upheld' ? await contactCaseOf(of, needs) : undefined;
      const input = { decision, closureCode, ...(contactCase === undefined ? {} : { contactCase }) };
      return { result: decide(of, input, at), words: { answer, reason } };
    },
});

export const resolveDoor = complaintMove({
  summary: {
    en: 'Resolves a complaint with its answer and the evidence that it reached the customer',
    zh: '办结投诉:须有答复及送达客户的凭据',
  },
  body: ResolveBody,
  problems: ['complaint.no-contact-evidence', 'complaint.same-handler'],
  rule:
    (needs) =>
    async (of, at, { answer, rootCause, contact }) => {
      const reached = contact.confirmed && (await reachedBy(of, needs));
      const told = { ...contact, at: instantOf(contact.at) };
      const asking = { caseId: needs.hashedId(askingParts(of)), askedAt: await askedAt(of, needs) };
      return { result: resolve(of, { contact: told, reached, asking }, at), words: { answer, rootCause } };
    },
});

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new Error('contact.at: got another form than its schema lets through');
  return at;
}

/** Was the customer spoken to, or did they answer, in any contact that this complaint asked for? */
async function reachedBy(of: Complaint, needs: ComplaintNeeds): Promise<boolean> {
  const contacts = await contactsOf(of, needs);
  return wasReached(
    of,
    contacts.filter(({ complaintId }) => complaintId === of.id),
  );
}
