import type { World } from '../world/world.ts';
import type { TableRecord } from './record.ts';

export const INVARIANTS = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
] as const;
export type Invariant = (typeof INVARIANTS)[number];

/** Something that must never be, and where it was seen. */
export type Violation = { readonly invariant: Invariant; readonly what: string };

/** Everything a check looks at: what happened in the world, and what the table says of it. */
export type Seen = { readonly world: World; readonly record: TableRecord };
export type Check = (seen: Seen) => readonly Violation[] | Promise<readonly Violation[]>;
