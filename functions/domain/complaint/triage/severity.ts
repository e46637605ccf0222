import type { ComplaintCategory, ComplaintFlag, ComplaintKind, ComplaintSeverity } from '../complaint.ts';

const AT_ONCE: readonly ComplaintFlag[] = ['fraud_in_progress', 'self_harm'];
const URGENT: readonly ComplaintFlag[] = [
  'regulator_threat',
  'legal_threat',
  'media_threat',
  'vulnerable',
  'identity_theft',
  'data_breach',
  'harassment',
  'third_party_contact',
  'group_complaint',
];

type Judged = {
  readonly kind: ComplaintKind;
  readonly category: ComplaintCategory;
  readonly flags: readonly ComplaintFlag[];
  /** It answers a contact about a debt: that went out. */
  readonly dunned: boolean;
};

/** P1 now; P2 urgent; P3 other complaints and calls for help; P4 the rest. Source: docs/behaviour.md, Triage. */
export function severityOf({ kind, category, flags, dunned }: Judged): ComplaintSeverity {
  if (flags.some((flag) => AT_ONCE.includes(flag))) return 'P1';
  if (flags.some((flag) => URGENT.includes(flag))) return 'P2';
  const complaint = kind === 'complaint';
  if (complaint && (category === 'fraud_unauthorised' || (category === 'not_owed' && dunned))) return 'P2';
  return complaint || kind === 'help_request' ? 'P3' : 'P4';
}
