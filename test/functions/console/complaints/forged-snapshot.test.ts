import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { DAY } from '#domain/time.ts';
import * as codec from '#store/codecs/complaint.ts';
import { snapshotKey } from '#store/keys.ts';
import { complaintDesk, supervisor } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

/** Writes the snapshot anew with other content, as whoever may write the table could: entries and head stay. */
async function forge(id: string, change: (of: Complaint) => Complaint): Promise<void> {
  const { pk, sk } = snapshotKey('complaint', id);
  const at = { TableName: engine.tableName, Key: { pk: { S: pk }, sk: { S: sk } } };
  const { Item = {} } = await engine.client.send(new GetItemCommand(at));
  const forged = { ...Item, ...codec.toItem(change(codec.fromItem(Item))) };
  await engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item: forged }));
}

const verified = async (id: string) =>
  (await desk.api.ask('GET /v1/audit/{aggregateId}/verify', { aggregateId: `CMP#${id}` }, { as: supervisor })).body;

/** A complaint with an agreement (entry 3) and a decision (entry 4). */
async function agreed(id: string): Promise<void> {
  await desk.received(id);
  const terms = { kind: 'instalments', count: 12, amount: { amount: '12000.00', currency: 'CNY' } };
  await desk.move(id, 'offer', { terms, expiresAt: '2026-06-10' });
  await desk.offer(id, `${id}.o1`, 'accept', { reason: '电话确认' });
  await desk.move(id, 'decide', { decision: 'partly', answer: '部分减免', reason: '困难', closureCode: 'hardship' });
}

test('what an agreement says is told from its entry, whatever the snapshot says, and the audit names the entry', async () => {
  await agreed('fs1');
  expect(await verified('fs1')).toEqual({ ok: true, entries: 4 });

  await forge('fs1', (of) => ({
    ...of,
    offers: of.offers.map((one) => ({
      ...one,
      terms: { kind: 'instalments', count: 1, amount: { minor: 9_900_000, currency: 'CNY' } },
    })),
  }));

  expect((await desk.shown('fs1')).body['agreements']).toMatchObject([
    { terms: { kind: 'instalments', count: 12, amount: { amount: '12000.00', currency: 'CNY' } } },
  ]);
  expect(await verified('fs1')).toEqual({ ok: false, entries: 4, firstBad: 2, contradicts: ['offers'] });
});

test.each<[string, string, readonly [number, string], (of: Complaint) => Complaint]>([
  ['an agreement that was left out', 'fs2', [3, 'agreements'], (of) => ({ ...of, agreements: [] })],
  [
    'an agreement of another day',
    'fs3',
    [3, 'agreements'],
    (of) => ({ ...of, agreements: of.agreements.map((one) => ({ ...one, at: one.at + DAY })) }),
  ],
  [
    'an offer that nobody made',
    'fs4',
    [4, 'offers'],
    (of) => ({ ...of, offers: of.offers.map((one) => ({ ...one, id: 'fs4.o9' })) }),
  ],
  [
    'another decision',
    'fs5',
    [4, 'decision'],
    (of) => ({ ...of, ...(of.decision === undefined ? {} : { decision: { ...of.decision, decision: 'rejected' } }) }),
  ],
  [
    'a later deadline of the decision',
    'fs6',
    [1, 'clocks.cn-cbirc-2020.decide'],
    (of) => ({
      ...of,
      clocks: of.clocks.map((one) => (one.kind === 'decide' ? { ...one, dueAt: one.dueAt + DAY } : one)),
    }),
  ],
  ['a handler whom nobody named', 'fs7', [1, 'handler'], (of) => ({ ...of, handler: 'somebody.else' })],
  ['a handler it never had', 'fs8', [1, 'handler'], (of) => ({ ...of, formerHandlers: ['chen.bo'] })],
])('the audit finds %s in a snapshot', async (_what, id, [firstBad, what], change) => {
  await agreed(id);

  await forge(id, change);

  expect(await verified(id)).toEqual({ ok: false, entries: 4, firstBad, contradicts: [what] });
});

test('the audit names the extension from which a deadline follows, and whoever was assigned last', async () => {
  await desk.received('fs9');
  await desk.move('fs9', 'assign', { handler: 'li.na' });
  await desk.move('fs9', 'extend', { days: 5, reason: '材料复杂', approver: 'chen.bo' }, supervisor);
  expect(await verified('fs9')).toEqual({ ok: true, entries: 3 });

  await forge('fs9', (of) => ({
    ...of,
    handler: 'wu.qi',
    clocks: of.clocks.map((one) => ({
      ...one,
      extensions: [],
      dueAt: one.dueAt - (one.kind === 'decide' ? 5 * DAY : 0),
    })),
  }));

  expect(await verified('fs9')).toEqual({
    ok: false,
    entries: 3,
    firstBad: 2,
    contradicts: ['handler', 'clocks.cn-cbirc-2020.decide'],
  });
});
