import type { Noted } from '#domain/feedback/fact.ts';
import { MINUTE } from '#domain/time.ts';
import { NOON } from '../cases.ts';
import { noted } from './entries.ts';

const DECISION = {
  verdict: 'ALLOW',
  rules: [],
  evidence: [
    { kind: 'account', source: 'urn:bank:core', sequence: 7, asOf: NOON - 40 * MINUTE, hash: 'k3a9x' },
    { kind: 'customer', source: 'registry', asOf: NOON, hash: 'h2' },
  ],
};

/** The entries of one text and its answer, as a bank has them by the thousand. */
export function lifeOf(n: number): readonly Noted[] {
  const of = { aggregate: `CASE#case${String(n).padStart(16, '0')}` };
  const customerId = `customer-${n % 11}`;
  const at = (minutes: number) => NOON + (n % 300) * MINUTE + minutes * MINUTE;
  const purpose = n % 3 === 0 ? 'fraud_security' : 'debt_reminder';
  const department = n % 3 === 0 ? 'fraud-desk' : 'collections';
  const told = { do: 'notify', purpose, department, severity: 'medium', data: { customerId } } as const;
  return [
    noted({
      ...of,
      type: 'case.opened',
      at: at(0),
      facts: { kind: 'overdue', purpose, severity: 'medium' },
      effects: [
        { do: 'work', lane: 'normal' },
        { ...told, type: 'case.opened' },
      ],
    }),
    noted({
      ...of,
      type: 'contact.claimed',
      seq: 2,
      at: at(1),
      facts: { attempt: 1, at: { id: 'sms', channel: 'sms', audience: 'customer' }, decision: DECISION },
      effects: [{ ...told, type: 'contact.refused', data: { customerId, ruleIds: ['channel.off'], step: 'push' } }],
    }),
    noted({
      ...of,
      type: 'contact.accepted',
      seq: 3,
      at: at(2),
      facts: { attempt: 1, channel: 'sms', audience: 'customer', state: 'ACCEPTED', messageId: `m${n}` },
    }),
    noted({ ...of, type: 'receipt.recorded', seq: 4, at: at(3), facts: { attempt: 1, state: 'DELIVERED' } }),
    noted({
      ...of,
      type: 'reply.received',
      seq: 5,
      at: at(9),
      facts: { intent: 'confirm', audience: 'customer', trust: 2 },
      effects: [{ ...told, type: 'case.settled', data: { customerId, outcome: 'ARRANGEMENT_REQUESTED' } }],
    }),
    noted({ ...of, type: 'case.closed', seq: 6, at: at(60 * 24 * 7) }),
  ];
}

/** Entries of some lives in the order in which the table's stream has them. */
export const livesOf = (count: number): readonly Noted[] =>
  Array.from({ length: count }, (_, n) => lifeOf(n))
    .flat()
    .toSorted((one, other) => (one.at === other.at ? one.seq - other.seq : one.at - other.at));
