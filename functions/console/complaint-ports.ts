import type { ConsoleNeeds } from './ports.ts';

/** Everything the routes of complaints ask of the world. */
export type ComplaintNeeds = Pick<
  ConsoleNeeds,
  | 'answers'
  | 'cases'
  | 'complaints'
  | 'customerEntries'
  | 'noteCustomer'
  | 'now'
  | 'open'
  | 'parse'
  | 'pause'
  | 'people'
>;
