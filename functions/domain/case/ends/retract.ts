import type { EntryDraft } from '../../effects.ts';
import type { Instant } from '../../time.ts';
import type { Case } from '../case.ts';
import { move, type Transition } from '../transition.ts';

/** An event as its sender names it. */
export type EventName = { readonly source: string; readonly eventId: string };

/** Entry of a case that goes on because other events stand behind it. */
const NOTED = 'case.event-retracted';
const JOINED = 'case.merged';

const nameIn = ({ source, eventId }: EntryDraft['facts']): readonly EventName[] =>
  typeof source === 'string' && typeof eventId === 'string' ? [{ source, eventId }] : [];

export const isSameEvent = (one: EventName, other: EventName): boolean =>
  one.source === other.source && one.eventId === other.eventId;

/** The events that a case rests on and nobody took back so far: what opened it, and what joined it since. */
export function standingEvents(
  { reason }: Pick<Case, 'reason'>,
  entries: readonly Pick<EntryDraft, 'type' | 'facts'>[],
): readonly EventName[] {
  const named = (type: string): readonly EventName[] =>
    entries.flatMap((entry) => (entry.type === type ? nameIn(entry.facts) : []));
  const gone = named(NOTED);
  const { source, eventId } = reason;
  return [{ source, eventId }, ...named(JOINED)].filter((one) => !gone.some((other) => isSameEvent(one, other)));
}

/** One of its events was wrong, and others stand: the case goes on as it is, and its timeline tells. */
export const noteRetracted = (
  of: Case,
  by: { readonly event: EventName; readonly source: string },
  now: Instant,
): Transition =>
  move(of, {}, { type: NOTED, actor: { kind: 'producer', source: by.source }, at: now, facts: { ...by.event } });
