import type { Customer, Hold } from '../customer/customer.ts';
import type { Actor, EntryDraft } from '../effects.ts';
import type { Instant } from '../time.ts';
import type { Audience, ComplaintChannel, Purpose } from '../words.ts';
import type { Complaint, ComplaintCategory } from './complaint.ts';

/** A complaint as it comes in. `receivedAt` is when it was said, which may be before it is read. */
export type ComplaintInput = {
  readonly id: string;
  readonly channel: ComplaintChannel;
  readonly receivedAt: Instant;
  readonly audience: Audience;
  readonly customerId?: string;
  readonly contactId?: string;
  readonly caseId?: string;
  /** Purpose of the contact that it answers. */
  readonly purpose?: Purpose;
  /** Known from the question it answers; else triage finds it. */
  readonly category?: ComplaintCategory;
  /** Identity of the message it came in. */
  readonly inboundId?: string;
};

export type ComplaintReceived = { readonly next: Complaint; readonly entry: EntryDraft };

/** Everything that came in waits at triage first. */
const FIRST_DEPARTMENT = 'triage';

/** Taken down: RECEIVED, in negotiation, at triage; departments are told by its id alone. */
export function receiveComplaint(input: ComplaintInput, now: Instant): ComplaintReceived {
  const { purpose, inboundId, category = 'other', ...known } = input;
  const next: Complaint = {
    ...known,
    version: 1,
    jurisdiction: 'CN',
    timezone: 'Asia/Shanghai',
    kind: 'complaint',
    category,
    categories: [],
    flags: [],
    lane: 'normal',
    left: [],
    formerHandlers: [],
    clocks: [],
    reopened: 0,
    linked: [],
    offers: [],
    offerCount: 0,
    agreements: [],
    // A contact went out before: what is denied to be owed then weighs more. Source: taxonomy, not_owed.
    severity: category === 'not_owed' ? 'P2' : 'P3',
    department: FIRST_DEPARTMENT,
    status: 'RECEIVED',
    stage: 'NEGOTIATION',
  };
  const { id, channel, severity, receivedAt } = next;
  const whose = subjects(next);
  return {
    next,
    entry: {
      type: 'complaint.received',
      actor: actorOf(input),
      at: now,
      facts: {
        channel,
        category,
        severity,
        department: FIRST_DEPARTMENT,
        receivedAt,
        ...whose,
        ...(inboundId === undefined ? {} : { inboundId }),
      },
      effects: [
        {
          do: 'notify',
          type: 'complaint.received',
          ...(purpose === undefined ? {} : { purpose }),
          department: FIRST_DEPARTMENT,
          data: { complaintId: id, ...whose },
        },
      ],
    },
  };
}

const subjects = ({ customerId, contactId, caseId }: Complaint) => ({
  ...(customerId === undefined ? {} : { customerId }),
  ...(contactId === undefined ? {} : { contactId }),
  ...(caseId === undefined ? {} : { caseId }),
});

const actorOf = ({ contactId }: ComplaintInput): Actor =>
  contactId === undefined ? { kind: 'customer' } : { kind: 'contact', contactId };

/** While a complaint is open nobody is reminded of a debt, taken to court, or asked how content they are. */
export const WITHHELD: readonly Purpose[] = ['debt_reminder', 'pre_litigation', 'survey'];

/** The customer under the complaint's hold; whatever was decided about contacting them is asked again. */
export function holdForComplaint(customer: Customer, complaint: Complaint, now: Instant): ComplaintHold {
  const hold: Hold = { rule: 'hold.complaint', cause: complaint.id, since: now, purposes: WITHHELD };
  return {
    next: { ...customer, gateVersion: customer.gateVersion + 1, holds: [...customer.holds, hold] },
    entry: {
      type: 'customer.held',
      actor: { kind: 'customer' },
      at: now,
      facts: { rule: hold.rule, cause: hold.cause, purposes: WITHHELD },
      effects: [],
    },
  };
}

export type ComplaintHold = { readonly next: Customer; readonly entry: EntryDraft };
