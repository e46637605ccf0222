import { moveHolds } from '#domain/complaint/life/holds.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import type { Triage } from '#domain/complaint/triage/verdict.ts';
import { meantForComplaint } from '#domain/reply/complaint-contact.ts';
import { complaintBook } from '#policies/complaints.ts';
import type { ComplaintRules } from './ports.ts';

/** Everything is a complaint for the triage desk, but what the question already says. */
const toTheDesk: Triage = (_text, { category = 'other' } = {}) => ({
  kind: 'complaint',
  category,
  categories: [{ category, confidence: category === 'other' ? 0 : 1 }],
  flags: [],
  severity: category === 'not_owed' ? 'P2' : 'P3',
  lang: 'zh',
  department: 'triage',
  autoRoute: false,
  why: [],
});

/** Complaints as shipped: a file of their own, loaded when the first complaint comes. */
export const complaintRules: ComplaintRules = {
  triage: toTheDesk,
  book: complaintBook,
  receive: receiveComplaint,
  meant: meantForComplaint,
  holds: moveHolds,
};
