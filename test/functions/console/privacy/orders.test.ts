import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintOf } from '../../../support/complaints/complaints.ts';
import type { As, Ask } from '../../../support/console.ts';
import { type Desks, ERASE, openDesks } from '../../../support/privacy/desk.ts';
import { subjectOn } from '../../../support/privacy/subjects.ts';

let { engine, api, desk } = {} as Desks;
beforeAll(async () => void ({ engine, api, desk } = await openDesks()));
afterAll(() => engine.stop());

const ORDER = 'POST /v1/erasures';
const APPROVE = 'POST /v1/erasures/{id}/approve';
const other: As = { role: 'privacy', staff: 'desk.2' };
const reason = '账户已销户满五年';
const isThere = async (customerId: string) => (await desk.needs.people.load(customerId)) !== undefined;

test('a few persons are erased at once; who is held and who is unknown is told one by one', async () => {
  await subjectOn(engine, api.vault, { id: '21' });
  await subjectOn(engine, api.vault, { id: '22', complaint: complaintOf({ status: 'IN_WORK' }) });
  const subjects = [{ customerId: 'u21' }, { customerId: 'u22' }, { customerId: 'nobody' }];

  const told = await desk.ask(ORDER, {}, { body: { subjects, reason } });

  expect(told).toMatchObject({
    status: 200,
    body: {
      state: 'PARTLY',
      by: 'desk.1',
      results: [
        { customerId: 'u21', state: 'ERASED' },
        { customerId: 'u22', state: 'HELD', holds: [{ rule: 'complaint.open', of: 'm22' }] },
        { customerId: 'nobody', state: 'UNKNOWN' },
      ],
    },
  });
  expect([await isThere('u21'), await isThere('u22')]).toEqual([false, true]);
});

test('more than ten wait for somebody else, and nobody approves their own order', async () => {
  const ids = Array.from({ length: 11 }, (_, index) => String(31 + index));
  for (const id of ids) await subjectOn(engine, api.vault, { id });
  const subjects = ids.map((id) => ({ customerId: `u${id}` }));

  const asked = await desk.ask(ORDER, {}, { body: { subjects, reason } });
  const id = String(asked.body['id']);
  expect(asked).toMatchObject({ status: 202, body: { state: 'AWAITING_APPROVAL', results: [] } });
  expect((await desk.ask(APPROVE, { id })).body['code']).toBe('subject.own-approval');
  expect(await isThere('u31')).toBe(true);

  const done = await desk.ask(APPROVE, { id }, { as: other });
  expect(done).toMatchObject({ status: 200, body: { state: 'DONE', by: 'desk.1', approvedBy: 'desk.2' } });
  expect(await isThere('u41')).toBe(false);
  expect((await desk.ask(APPROVE, { id }, { as: other })).body['state']).toBe('DONE');
});

test('who approved an erasure stands in the entry that says it, for as long as that', async () => {
  const [newest] = await desk.needs.customerEntries('u31', 1);

  expect(newest).toMatchObject({
    type: 'customer.erased',
    actor: { kind: 'staff', id: 'desk.1' },
    facts: { approvedBy: 'desk.2' },
  });
});

test('however they are spread over requests, one person erases ten persons a day alone', async () => {
  const desk3: Ask = { as: { role: 'privacy', staff: 'desk.3' } };
  const ids = Array.from({ length: 12 }, (_, index) => String(61 + index));
  for (const id of ids) await subjectOn(engine, api.vault, { id });
  const single = (id: string) => desk.ask(ERASE, { customerId: `u${id}` }, { ...desk3, body: { reason } });
  for (const id of ids.slice(0, 9)) expect((await single(id)).status).toBe(200);

  const two = ids.slice(9, 11).map((id) => ({ customerId: `u${id}` }));
  const asked = await desk.ask(ORDER, {}, { ...desk3, body: { subjects: two, reason } });
  const tenth = await single('72');
  const eleventh = await single('71');

  expect(asked).toMatchObject({ status: 202, body: { state: 'AWAITING_APPROVAL' } });
  expect([tenth.status, eleventh.status, eleventh.body['code']]).toEqual([200, 403, 'subject.needs-approval']);
  expect((await single('61')).status).toBe(200);
  const done = await desk.ask(APPROVE, { id: String(asked.body['id']) }, { as: other });
  expect(done.body['state']).toBe('DONE');
});

test('an order that was never given cannot be approved', async () => {
  expect((await desk.ask(APPROVE, { id: 'nothing' }, { as: other })).status).toBe(404);
});

test('the list tells who was erased, when, by whom and why, page by page', async () => {
  await subjectOn(engine, api.vault, { id: '51' });
  await desk.ask(ERASE, { customerId: 'u51' }, { body: { reason: '来函要求' } });

  const pages: Record<string, unknown>[] = [];
  let cursor: unknown;
  do {
    const query = { limit: '5', ...(typeof cursor === 'string' ? { cursor } : {}) };
    const { body } = await desk.ask('GET /v1/erasures', {}, { query });
    pages.push(...[body['items'] as Record<string, unknown>[]].flat());
    ({ cursor } = body);
  } while (cursor !== undefined);

  expect(pages).toContainEqual({ customerId: 'u51', at: '2026-06-03T02:00:00Z', by: 'desk.1', reason: '来函要求' });
  const ids = pages.map((one) => String(one['customerId']));
  expect(ids).toEqual(ids.toSorted((one, next) => (one < next ? -1 : 1)));
  expect(pages.length).toBeGreaterThanOrEqual(13);
});

test('a cursor of another list is refused', async () => {
  const { body } = await desk.ask('GET /v1/erasures', {}, { query: { cursor: 'x y' } });

  expect(body['code']).toBe('request.cursor-invalid');
});
