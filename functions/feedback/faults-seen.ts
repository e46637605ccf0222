import { FAULT_KEYS, type FaultKey } from '#domain/complaint/triage/faults.ts';
import type { Noted } from '#domain/feedback/fact.ts';
import type { Seen } from '#domain/feedback/recurring.ts';
import { splitName } from '#domain/ids.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const faultOf = (value: unknown): FaultKey | undefined => FAULT_KEYS.find((key) => key === value);

/** The complaints among these entries in which a fault was recognised; whoever complains is told apart, not named. */
export const faultsSeen = (entries: readonly Noted[]): readonly Seen[] =>
  entries.flatMap(({ type, aggregate, at, facts }) => {
    const key = type === 'complaint.received' ? faultOf(facts['fault']) : undefined;
    if (key === undefined) return [];
    const { id: complaintId } = splitName(aggregate);
    const { customerId, point, receivedAt } = facts;
    return [
      {
        key,
        complaintId,
        person: text(customerId) ?? text(point) ?? complaintId,
        at: typeof receivedAt === 'number' ? receivedAt : at,
      },
    ];
  });
