import { expect, test } from 'vitest';
import type { Noted } from '#domain/feedback/fact.ts';
import { faultsSeen } from '../../../functions/feedback/faults-seen.ts';
import { NOON } from '../../support/cases.ts';

const received = (id: string, facts: Readonly<Record<string, unknown>>): Noted => ({
  type: 'complaint.received',
  actor: { kind: 'customer' },
  aggregate: `CMP#${id}`,
  seq: 1,
  at: NOON,
  facts: { fault: 'app.down', ...facts },
  effects: [],
});
const people = (...entries: readonly Noted[]) => faultsSeen(entries).map(({ person }) => person);

test('whoever complains of a fault is told from others by their record, or by where they wrote from', () => {
  expect(people(received('m1', { customerId: 'u1' }), received('m2', { point: 'p1' }))).toEqual(['u1', 'p1']);
  expect(people(received('m1', { point: 'p1' }), received('m2', { point: 'p1' }))).toEqual(['p1', 'p1']);
});

test('a complaint of somebody who cannot be told from others counts for nobody, one without a fault neither', () => {
  expect(people(received('m1', {}), received('m2', { customerId: 'u1', fault: 'no-such' }))).toEqual([]);
});
