import { COMPLAINT_CATEGORIES, type ComplaintCategory, type ComplaintFlag } from '../complaint.ts';
import type { Flags } from './flags.ts';
import { mattersOf, type Reading } from './reading.ts';
import type { Found } from './text/scan.ts';
import type { Ranked, TriageContext } from './verdict.ts';

export type Matter = {
  readonly ranked: readonly Ranked[];
  readonly by: ReadonlyMap<ComplaintCategory, readonly Found[]>;
};

const WEIGHT = { topic: 1, sure: 2.5, wrong: 3.5 } as const;
/** Each further cue of a category says less than the one before. */
const FADING = 0.75;
/** Points between two categories that make one e times as likely. */
const SPREAD = 2;
/** What `other` has before anything is read. */
const NOTHING_SAID = 0.5;

/** What the flags say about the matter. */
const FLAG_SAYS: Readonly<Partial<Record<ComplaintFlag, Readonly<Partial<Record<ComplaintCategory, number>>>>>> = {
  false_overdue: { not_owed: 4 },
  wrong_contact: { not_owed: 1, privacy_contact: 2 },
  harassment: { collection_conduct: 3 },
  third_party_contact: { collection_conduct: 3 },
  fraud_in_progress: { fraud_unauthorised: 6 },
  identity_theft: { fraud_unauthorised: 3 },
  data_breach: { privacy_contact: 4 },
  stop_contact: { privacy_contact: 1.5 },
};

/** What answers a contact about a debt is more likely about it. */
const AFTER_A_DEBT_CONTACT: Readonly<Partial<Record<ComplaintCategory, number>>> = {
  not_owed: 1.5,
  collection_conduct: 1.5,
  repayment_hardship: 1,
};

/** It answers a contact about a debt. */
export const isDebt = ({ purpose }: TriageContext): boolean =>
  purpose === 'debt_reminder' || purpose === 'pre_litigation';

/** Categories by the words that speak for them, with what each is worth among all. */
export function matterOf(reading: Reading, flags: Flags): Matter {
  const by = Map.groupBy(mattersOf(reading), (one) => one.cue.target.category);
  const points = COMPLAINT_CATEGORIES.map((category) => {
    const weights = (by.get(category) ?? []).map((one) => WEIGHT[one.cue.target.strength]).toSorted((a, b) => b - a);
    const said = weights.reduce((sum, weight, nth) => sum + weight * FADING ** nth, 0);
    const flagged = [...flags.keys()].reduce((sum, flag) => sum + (FLAG_SAYS[flag]?.[category] ?? 0), 0);
    const answered = AFTER_A_DEBT_CONTACT[category] ?? 0;
    const before = category === 'other' ? NOTHING_SAID : isDebt(reading.context) ? answered : 0;
    return { category, points: said + flagged + before };
  });
  const total = points.reduce((sum, one) => sum + Math.exp(one.points / SPREAD), 0);
  const ranked = points
    .filter((one) => one.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ category, points: has }) => ({
      category,
      confidence: Math.round((Math.exp(has / SPREAD) / total) * 1_000) / 1_000,
    }));
  return { ranked, by };
}
