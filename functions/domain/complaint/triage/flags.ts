import { COMPLAINT_FLAGS, type ComplaintFlag } from '../complaint.ts';
import { foundOf, type Reading } from './reading.ts';
import type { Found } from './text/scan.ts';

/** Flags with the cues that raised them. */
export type Flags = ReadonlyMap<ComplaintFlag, readonly Found[]>;

/** Every flag whose words are said and not taken back; what they mean for this kind of text is decided by `flagsFor`. */
export function flagsOf({ found }: Pick<Reading, 'found'>): Flags {
  const raised = foundOf(found, 'flag').filter((one) => !one.negated);
  const by = Map.groupBy(raised, (one) => one.cue.target.flag);
  return new Map(COMPLAINT_FLAGS.flatMap((flag) => (by.has(flag) ? [[flag, by.get(flag) ?? []] as const] : [])));
}

/** Only who complains threatens: asking what an authority is, is no threat. Source: docs/behaviour.md, Triage. */
const OF_COMPLAINTS: readonly ComplaintFlag[] = [
  'regulator_threat',
  'legal_threat',
  'media_threat',
  'repeat_complaint',
  'group_complaint',
  'false_overdue',
  'data_breach',
  'harassment',
  'third_party_contact',
  'identity_theft',
];
/** One of these says that somebody complains, whatever else is said. */
export const SPEAKS_OF_WRONG: readonly ComplaintFlag[] = [
  'harassment',
  'third_party_contact',
  'wrong_contact',
  'stop_contact',
  'false_overdue',
  'data_breach',
  'identity_theft',
  'legal_threat',
  'media_threat',
  'group_complaint',
  'repeat_complaint',
];

/** The flags that stand, by what the text turned out to be. */
export function without(flags: Flags, off: readonly ComplaintFlag[]): Flags {
  return off.length === 0 ? flags : new Map([...flags].filter(([flag]) => !off.includes(flag)));
}

/** Nothing of a question, praise or advertisement accuses anybody. */
export const onlyIfComplaint = (flags: Flags): Flags => without(flags, OF_COMPLAINTS);
