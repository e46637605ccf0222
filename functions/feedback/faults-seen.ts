import { FAULT_KEYS, type FaultKey } from '#domain/complaint/triage/faults.ts';
import type { Noted } from '#domain/feedback/fact.ts';
import type { Seen } from '#domain/feedback/recurring.ts';
import { splitName } from '#domain/ids.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const faultOf = (value: unknown): FaultKey | undefined => FAULT_KEYS.find((key) => key === value);

/**
 * The complaints among these entries in which a fault was recognised; whoever complains is told apart, not named. One of
 * somebody who cannot be told from others counts for nobody.
 */
export const faultsSeen = (entries: readonly Noted[]): readonly Seen[] =>
  entries.flatMap(({ type, aggregate, at, facts }) => {
    const key = type === 'complaint.received' ? faultOf(facts['fault']) : undefined;
    const person = text(facts['customerId']) ?? text(facts['point']);
    if (key === undefined || person === undefined) return [];
    const { id: complaintId } = splitName(aggregate);
    const { receivedAt } = facts;
    return [
      {
        key,
        complaintId,
        person,
        at: typeof receivedAt === 'number' ? receivedAt : at,
      },
    ];
  });
