import type { Instant } from '../time.ts';
import type { Audience, ComplaintChannel, ComplaintStage, ComplaintStatus, Department } from '../words.ts';

/** What a complaint is about. Source: the taxonomy of complaints (14 categories and `other`). */
export type ComplaintCategory =
  | 'not_owed'
  | 'collection_conduct'
  | 'repayment_hardship'
  | 'credit_record'
  | 'fraud_unauthorised'
  | 'fees_interest'
  | 'transaction_dispute'
  | 'transfer_payment'
  | 'account_operation'
  | 'application_decision'
  | 'loan_servicing'
  | 'sales_terms'
  | 'service_quality'
  | 'privacy_contact'
  | 'other';

/** P1 now, P2 urgent, P3 a complaint like others, P4 the rest. */
export type ComplaintSeverity = 'P1' | 'P2' | 'P3' | 'P4';

/**
 * Complaint snapshot: received and waiting for its department. The words of it are sealed in its first entry; who owns
 * it is the department whose list it stands in.
 */
export type Complaint = {
  readonly id: string;
  readonly version: number;
  /** Whose complaint it is, or whom it is about where a third party complains. */
  readonly customerId?: string;
  /** The emergency contact who complains. */
  readonly contactId?: string;
  readonly audience: Audience;
  readonly channel: ComplaintChannel;
  readonly category: ComplaintCategory;
  readonly severity: ComplaintSeverity;
  readonly department: Department;
  readonly status: ComplaintStatus;
  readonly stage: ComplaintStage;
  readonly receivedAt: Instant;
  /** The case it came out of. */
  readonly caseId?: string;
};
