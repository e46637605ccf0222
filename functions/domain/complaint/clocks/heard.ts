import type { EntryDraft } from '../../effects.ts';
import { ROLES } from '../../words.ts';
import { COMPLAINT_CATEGORIES, COMPLAINT_FLAGS, COMPLAINT_KINDS, COMPLAINT_SEVERITIES } from '../complaint.ts';
import { isAction } from '../life/tasks.ts';
import type { ClockEvent } from './advance.ts';
import type { Matter } from './policy.ts';
import type { ClockChange } from './replay.ts';

/** An entry of a complaint's timeline, as far as its clocks listen to it. */
export type Said = Pick<EntryDraft, 'type' | 'at' | 'facts'> & { readonly seq: number };
type Facts = Said['facts'];

/** What each entry says to the clocks; what is not named says nothing to them. */
const HEARD: Readonly<Record<string, (facts: Facts) => readonly ClockEvent['what'][]>> = {
  'complaint.acknowledged': () => ['acknowledged', 'human-took'],
  'complaint.assigned': () => ['human-took'],
  'task.claimed': () => ['human-took'],
  'task.done': ({ taskKind }) => (isAction(taskKind) ? ['action-taken'] : []),
  'complaint.mediation-started': () => ['mediation-started'],
  'complaint.mediation-ended': () => ['mediation-ended'],
  'complaint.decided': () => ['decision-sent'],
  'complaint.rated': () => ['satisfaction-recorded'],
  'complaint.not-content': () => ['satisfaction-recorded'],
  'complaint.unreached': () => ['unreached'],
  'complaint.withdrawn': () => ['withdrawn'],
};

/** The changes that an entry is, in the order in which the move made them. */
export function changesOf({ type, at, facts }: Said): readonly ClockChange[] {
  if (type === 'complaint.classified') return [{ what: 'changed', at, to: matterIn(facts['now']) }];
  if (type === 'complaint.extended') return extensionsIn(facts, at);
  if (type === 'complaint.resolved') return resolutionIn(facts, at);
  if (type === 'complaint.reopened') return reopeningIn(facts, at);
  if (type.startsWith('offer.')) return waitingIn(facts).map((what) => ({ what, at }));
  return (HEARD[type]?.(facts) ?? []).map((what) => ({ what, at }));
}

/** Where nobody had decided, or another complaint is resolved and this one with it, the resolution is the decision too. */
const resolutionIn = ({ implied, of }: Facts, at: number): readonly ClockChange[] => [
  ...(implied === true || of !== undefined ? [{ what: 'decision-sent' as const, at, stands: true as const }] : []),
  { what: 'resolved', at },
];

/** One that follows another complaint's reopening happened with it. */
function reopeningIn({ rating, since }: Facts, at: number): readonly ClockChange[] {
  const began = typeof since === 'number' ? since : at;
  return [
    ...(rating === undefined ? [] : [{ what: 'satisfaction-recorded' as const, at: began }]),
    { what: 'reopened', at: began },
  ];
}

/** While an offer is before the customer the complaint waits for them. */
function waitingIn({ from, to }: Facts): readonly ClockEvent['what'][] {
  if (to === 'AWAITING_CUSTOMER') return ['waiting-started'];
  return from === 'AWAITING_CUSTOMER' ? ['waiting-ended'] : [];
}

function extensionsIn({ days, approver, role: said }: Facts, at: number): readonly ClockChange[] {
  const role = ROLES.find((one) => one === said);
  const isWhole = typeof days === 'number' && typeof approver === 'string' && role !== undefined;
  return isWhole ? [{ what: 'extended', at, days, approver, role }] : [];
}

/** What of the matter a fact names: all of it at the receipt, what was put right later. */
export function matterIn(fact: unknown): Partial<Omit<Matter, 'channel' | 'jurisdiction'>> {
  if (typeof fact !== 'object' || fact === null) return {};
  const said: Facts = { ...fact };
  const kind = COMPLAINT_KINDS.find((one) => one === said['kind']);
  const category = COMPLAINT_CATEGORIES.find((one) => one === said['category']);
  const severity = COMPLAINT_SEVERITIES.find((one) => one === said['severity']);
  const named: unknown = said['flags'];
  const flags = Array.isArray(named) ? COMPLAINT_FLAGS.filter((one) => named.includes(one)) : undefined;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(category === undefined ? {} : { category }),
    ...(severity === undefined ? {} : { severity }),
    ...(flags === undefined ? {} : { flags }),
  };
}
