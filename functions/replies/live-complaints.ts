import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import { meantForComplaint } from '#domain/reply/complaint-contact.ts';
import { complaintBook } from '#policies/complaints.ts';
import { triageComplaint } from '#policies/triage/triage.ts';
import { type ChangeNeeds, complaintChange } from '#store/complaints/complaint-change.ts';
import type { ComplaintRules } from './ports.ts';

/** Complaints as shipped: a file of their own, loaded when the first complaint comes. */
export const complaintRules = (needs: ChangeNeeds): ComplaintRules => ({
  triage: triageComplaint,
  book: complaintBook,
  receive: receiveComplaint,
  meant: meantForComplaint,
  change: (move) => complaintChange(move, needs),
});
