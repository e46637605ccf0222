import type { ConsoleNeeds } from './ports.ts';

/** Everything the routes of complaints ask of the world. */
export type ComplaintNeeds = Pick<
  ConsoleNeeds,
  | 'answers'
  | 'cases'
  | 'changeComplaint'
  | 'complaintBook'
  | 'complaints'
  | 'customerCases'
  | 'customerEntries'
  | 'hashedId'
  | 'keyOf'
  | 'noteCustomer'
  | 'now'
  | 'open'
  | 'parse'
  | 'pause'
  | 'people'
  | 'seal'
  | 'tasks'
> & {
  readonly positions: Pick<ConsoleNeeds['positions'], 'opened' | 'worklist'>;
  /** SHA-256 of a text in hexadecimal. */
  readonly hash: (text: string) => string;
};
