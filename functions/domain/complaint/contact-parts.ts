import type { Complaint } from './complaint.ts';

/** Id of the contact that a move of this complaint may open: its next entry's, so that a repeated move opens it once. */
export const contactParts = (of: Pick<Complaint, 'id' | 'version'>): readonly string[] => [
  'contact',
  of.id,
  String(of.version + 1),
];

/** Id of the one that asks afterwards: a resolution may open it beside another. */
export const askingParts = (of: Pick<Complaint, 'id' | 'version'>): readonly string[] => [
  ...contactParts(of),
  'afterwards',
];
