import { afterAll, beforeAll, expect, test } from 'vitest';
import { move } from '#domain/case/transition.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { DAY } from '#domain/time.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { NOON } from '../../../support/cases.ts';
import { complaintDesk, supervisor } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

const money = (amount: string, currency = 'CNY') => ({ amount, currency });
const goodwill = (amount: string) => ({ terms: { kind: 'goodwill', amount: money(amount) }, expiresAt: '2026-06-10' });
const contact = { channel: 'phone', at: '2026-06-03T02:00:00Z', confirmed: false };
const resolved = async (id: string, change: Partial<Complaint> = {}): Promise<void> => {
  await desk.received(id, change);
  await desk.move(id, 'resolve', { answer: '同意', rootCause: '系统', contact });
};

test("a complaint is decided with the bank's own closure code", async () => {
  await desk.received('code1');
  const body = { decision: 'upheld', answer: '同意', reason: '属实', closureCode: 'fee-refund' };

  expect(await desk.move('code1', 'decide', body)).toMatchObject({
    status: 200,
    body: { decision: { decision: 'upheld', closureCode: 'fee-refund' } },
  });
});

test.each([
  ['content1', { outcome: 'FOLLOWED_UP_SATISFIED' }, 'FOLLOWED_UP_SATISFIED'],
  ['content2', { rating: 4, outcome: 'FOLLOWED_UP_SATISFIED' }, 'FOLLOWED_UP_SATISFIED'],
  ['content3', { outcome: 'UNREACHABLE' }, 'FOLLOWED_UP_UNREACHED'],
  ['content4', { outcome: 'FOLLOWED_UP_UNREACHED' }, 'FOLLOWED_UP_UNREACHED'],
])('%s: staff enter %j, and the complaint ends %s', async (id, body, status) => {
  await resolved(id);

  expect(await desk.move(id, 'follow-up', body)).toMatchObject({ status: 200, body: { status } });
});

test('a rating and an outcome that deny each other are refused, and nothing moves', async () => {
  await resolved('content5');

  expect((await desk.move('content5', 'follow-up', { rating: 1, outcome: 'FOLLOWED_UP_SATISFIED' })).status).toBe(400);
  expect((await desk.move('content5', 'follow-up', { rating: 5, outcome: 'UNREACHABLE' })).status).toBe(400);
  expect((await desk.shown('content5')).body).toMatchObject({ status: 'RESOLVED', version: 2 });
});

test('what was rated before a reopening stays among the follow-ups', async () => {
  await resolved('again1');

  await desk.move('again1', 'follow-up', { rating: 1 });
  await desk.move('again1', 'resolve', { answer: '重新处理', rootCause: '系统', contact });

  expect((await desk.shown('again1')).body['followUps']).toMatchObject([
    { rating: 1, ratedAt: '2026-06-03T02:00:00Z' },
    { plannedFor: '2026-06-04T02:00:00Z' },
  ]);
});

test('a reopened complaint tells its past asking once', async () => {
  // Of a customer who was asked about nothing else lately.
  await resolved('again3', { customerId: 'u7' });
  desk.api.time.now = NOON + DAY;
  await desk.move('again3', 'follow-up', { rating: 1 });
  desk.api.time.now = NOON;

  const { body } = await desk.shown('again3');
  expect(body['status']).toBe('REOPENED');
  expect(body['followUps']).toMatchObject([{ rating: 1, plannedFor: '2026-06-04T02:00:00Z' }]);
});

test('an asking that a reopening came before stays untold: nobody was asked', async () => {
  await resolved('again2');

  await desk.move('again2', 'reopen', { reason: '客户来电' }, supervisor);

  expect((await desk.shown('again2')).body['followUps']).toEqual([]);
});

test('every offer is told, also those before the newest four, and an answer to one of them finds it over', async () => {
  await desk.received('many1');
  for (const amount of ['10.00', '20.00', '30.00', '40.00', '50.00', '60.00']) {
    await desk.move('many1', 'offer', goodwill(amount));
  }
  await desk.offer('many1', 'many1.o6', 'counter', { note: '一百', amount: money('100.00') });

  const { offers } = (await desk.shown('many1')).body as { offers: { id: string; state: string; terms: object }[] };
  expect(offers.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'many1.o1 REPLACED',
    'many1.o2 REPLACED',
    'many1.o3 REPLACED',
    'many1.o4 REPLACED',
    'many1.o5 REPLACED',
    'many1.o6 COUNTERED',
  ]);
  expect(offers[0]?.terms).toEqual({ kind: 'goodwill', amount: money('10.00') });
  expect(await desk.offer('many1', 'many1.o1', 'accept', { reason: '电话' })).toMatchObject({
    status: 409,
    body: { code: 'offer.not-open' },
  });
  expect(await desk.offer('many1', 'many1.o1', 'approve', {}, supervisor)).toMatchObject({
    status: 409,
    body: { code: 'offer.not-awaiting-approval' },
  });
  expect((await desk.offer('many1', 'many1.o9', 'accept', { reason: '电话' })).status).toBe(404);
});

test('what a customer answered to an offer stands among the replies of the complaint, its words for a reader alone', async () => {
  await desk.received('said1');
  await desk.move('said1', 'offer', goodwill('10.00'));
  const offers = (await desk.shown('said1')).body['offers'] as { caseId: string }[];
  const caseId = offers[0]?.caseId ?? '';
  const key = (await desk.api.needs.people.load('u1'))?.key ?? new Uint8Array();
  const seq = ((await desk.api.needs.cases.load(caseId))?.state.version ?? 0) + 1;
  const sealed = await desk.api.vault.seal(
    key,
    { ...entryKey(aggregateName('case', caseId), seq), attribute: 's' },
    '4K1',
  );
  const facts = { intent: 'accept', trust: 2, audience: 'customer', token: '4K' };
  const said = { type: 'reply.received', actor: { kind: 'customer' }, at: NOON, facts } as const;
  await desk.records.moved(caseId, (of) => move(of, {}, said), sealed);

  expect((await desk.shown('said1')).body['replies']).toMatchObject([{ intent: 'accept', trust: 2, text: '4K1' }]);
  const moved = (await desk.move('said1', 'note', { text: 'x' })).body['replies'] as object[];
  expect(moved).toMatchObject([{ intent: 'accept' }]);
  expect(moved[0]).not.toHaveProperty('text');
});

test('fees are waived by name and sum, or by the sum alone; a rate is told with its sign or without', async () => {
  await desk.received('forms1');
  const fees = [money('30.00'), { amount: money('20.00') }, { name: 'late fee', amount: money('10.00') }];

  expect(
    await desk.move('forms1', 'offer', { terms: { kind: 'waiver', fees }, expiresAt: '2026-06-10' }),
  ).toMatchObject({ status: 201, body: { state: 'OPEN' } });
  expect(
    await desk.move('forms1', 'offer', { terms: { kind: 'rate', rate: '3.5%' }, expiresAt: '2026-06-10' }, supervisor),
  ).toMatchObject({ status: 201, body: { state: 'OPEN' } });
  expect((await desk.shown('forms1')).body['offers']).toMatchObject([
    { terms: { fees: [{ amount: money('30.00') }, { amount: money('20.00') }, { name: 'late fee' }] } },
    { terms: { kind: 'rate', rate: '3.5' } },
  ]);
});

test('an approval may say why, and its words are told in the timeline', async () => {
  await desk.received('why1');
  await desk.move('why1', 'offer', goodwill('15000.01'));

  await desk.offer('why1', 'why1.o1', 'approve', { reason: '符合政策' }, supervisor);

  expect((await desk.shown('why1')).body['timeline']).toMatchObject([
    {},
    {},
    { type: 'offer.approved', text: '符合政策' },
  ]);
});

test('times in the facts of a timeline are times, whatever their name', async () => {
  await desk.received('times1');
  await desk.move('times1', 'extend', { days: 15, reason: '复杂', approver: 'chen.bo' }, supervisor);

  expect((await desk.shown('times1')).body['timeline']).toMatchObject([
    {},
    { type: 'complaint.extended', facts: { dueAt: '2026-07-03T15:59:59.999Z' } },
  ]);
});
