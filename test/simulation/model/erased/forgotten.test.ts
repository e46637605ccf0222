import { expect, test } from 'vitest';
import type { Seen } from '../violation.ts';
import { erasedAreForgotten } from './forgotten.ts';

const caseOf = (customerId: string, more: object = {}) => ({
  pk: { S: 'CASE#c1' },
  sk: { S: 'SNAPSHOT' },
  cu: { S: customerId },
  ...more,
});

async function said(snapshot: object): Promise<readonly string[]> {
  const record = { items: [snapshot], snapshots: new Map([['CASE#c1', snapshot]]), timelines: new Map() };
  const world = { erased: [{ customerId: 'u1', sealed: [] }] };
  const found = await erasedAreForgotten({ record, world } as unknown as Seen); // of a world only this is looked at
  return found.map(({ what }) => what);
}

test('I17: the key under which staff wrote on a case of somebody erased is found, one of somebody else’s is none', async () => {
  const k = { B: Uint8Array.of(1) };

  expect(await said(caseOf('u1', { k }))).toEqual(['u1: CASE#c1 has a key of its own']);
  expect(await said(caseOf('u2', { k }))).toEqual([]);
  expect(await said(caseOf('u1'))).toEqual([]);
});
