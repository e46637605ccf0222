import type { Department } from '../../words.ts';
import type { ComplaintCategory, ComplaintFlag, ComplaintKind } from '../complaint.ts';
import { foundOf, type Reading } from './reading.ts';

/** Who works on a category. Source: docs/behaviour.md, Triage. */
export const DESK_OF: Readonly<Record<ComplaintCategory, Department>> = {
  not_owed: 'collections',
  collection_conduct: 'collections',
  repayment_hardship: 'hardship',
  credit_record: 'credit-record',
  fraud_unauthorised: 'fraud-desk',
  fees_interest: 'product-owner',
  transaction_dispute: 'card-disputes',
  transfer_payment: 'payments',
  account_operation: 'accounts',
  application_decision: 'lending',
  loan_servicing: 'loan-operations',
  sales_terms: 'product-owner',
  service_quality: 'contact-centre',
  privacy_contact: 'data-protection',
  other: 'triage',
};

type Sorted = {
  readonly kind: ComplaintKind;
  readonly category: ComplaintCategory;
  readonly flags: readonly ComplaintFlag[];
  readonly sure: boolean;
};

/** Where it goes first. What cannot wait goes to its desk whatever else is unsure. */
export function deskFor(reading: Reading, { kind, category, flags, sure }: Sorted): Department {
  if (flags.includes('fraud_in_progress')) return 'fraud-desk';
  if (flags.includes('self_harm')) return 'complaints';
  if (kind === 'inquiry' || kind === 'praise') return 'contact-centre';
  if (!sure) return 'triage';
  return category === 'service_quality' ? servedBy(reading) : DESK_OF[category];
}

/** The part of the house that is spoken of most. */
function servedBy({ found }: Reading): Department {
  const spoken = Map.groupBy(foundOf(found, 'desk'), (one) => one.cue.target.desk);
  const [most] = [...spoken].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? DESK_OF.service_quality;
}
