import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { HouseWord } from '../../../../functions/console/shapes/basics.ts';
import { NOON } from '../../../support/cases.ts';
import { complaintDesk } from '../../../support/complaints/desk.ts';
import { type As, admin } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

const web: As = { role: 'agent', departments: ['contact-centre'], staff: 'web-form' };
const post = (body: unknown, key?: string) =>
  desk.api.ask('POST /v1/complaints', {}, { as: web, body, ...(key === undefined ? {} : { key }) });
const shown = async (told: { body: Readonly<Record<string, unknown>> }) =>
  (await desk.shown(String(told.body['id']), admin)).body;

test('a complaint is taken down with kind, category, department, clocks and the customer’s words; the customer is held for', async () => {
  const told = await post({ channel: 'web', customerId: 'u1', text: '我没有欠款，早就还清了，为什么还在催收' });

  expect(told).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^[a-z2-7]{20}$/u) as string } });
  expect(Object.keys(told.body)).toEqual(['id']);
  expect(await shown(told)).toMatchObject({
    customerId: 'u1',
    channel: 'web',
    kind: 'complaint',
    category: 'not_owed',
    status: 'RECEIVED',
    receivedAt: '2026-06-03T02:00:00Z',
    clocks: [{ policy: 'cn-cbirc-2020', state: 'RUNNING' }, {}],
    timeline: [
      { type: 'complaint.received', actor: { kind: 'staff' }, text: '我没有欠款，早就还清了，为什么还在催收' },
    ],
  });
  const { holds } = (await desk.api.needs.people.load('u1'))?.customer.state ?? {};
  expect(holds?.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['hold.complaint', 'hold.dispute']));
});

test('of people of whom nothing is known many say the same: each request under a key of its own takes one down', async () => {
  const body = { channel: 'branch', text: '手机银行打不开' };
  const first = await post(body, 'walk-in-1');

  expect(first.status).toBe(201);
  expect(await post(body, 'walk-in-1')).toMatchObject({ status: 201, body: first.body });
  expect(await post(body, 'walk-in-2')).toMatchObject({ status: 201 });
  expect((await post(body, 'walk-in-2')).body['id']).not.toBe(first.body['id']);
});

test('the same text of the same person is the same complaint, however it is spaced; of another person it is another', async () => {
  await desk.records.customer({ id: customerId('u2') });
  const first = await post({ channel: 'web', customerId: 'u1', text: 'The fee of 30 yuan is wrong' });

  expect(await post({ channel: 'phone', customerId: 'u1', text: 'the fee of  30 yuan is WRONG ' })).toMatchObject({
    status: 200,
    body: first.body,
  });
  const other = await post({ channel: 'web', customerId: 'u2', text: 'The fee of 30 yuan is wrong' });
  expect(other.status).toBe(201);
  expect(other.body['id']).not.toBe(first.body['id']);
});

test('two people of whom nobody knows anything, with the same words and no key, are two complaints', async () => {
  const body = { channel: 'web', text: '手机银行打不开，我要投诉' };
  const [one, two] = [await post(body), await post(body)];

  expect([one.status, two.status]).toEqual([201, 201]);
  expect(two.body['id']).not.toBe(one.body['id']);
});

test('the same words long after a complaint of theirs has ended are a new one, linked to it; before that they are the same', async () => {
  const on = (days: number) => ({ receivedAt: new Date(NOON - (9 - days) * DAY).toISOString() });
  const body = { channel: 'phone', customerId: 'u1', text: '又扣了我的透支费，我要投诉' };
  const first = await post({ ...body, ...on(0) });
  const id = String(first.body['id']);
  const open = await post({ ...body, ...on(8) });
  await desk.move(id, 'withdraw', { reason: '客户撤回' }, admin);
  const [soon, later] = [await post({ ...body, ...on(1) }), await post({ ...body, ...on(2) })];

  expect([open, soon]).toMatchObject([
    { status: 200, body: { id } },
    { status: 200, body: { id } },
  ]);
  expect(later.status).toBe(201);
  expect(await shown(later)).toMatchObject({ status: 'RECEIVED', linked: [{ complaintId: id }] });
  expect(await post({ ...body, ...on(4) })).toMatchObject({ status: 200, body: later.body });
});

test('two at once take it down once', async () => {
  const body = { channel: 'branch', customerId: 'u1', text: '柜台排队三小时无人理会' };
  const both = await Promise.all([post(body), post(body)]);

  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '201']);
  expect(both[0].body).toEqual(both[1].body);
});

test('a regulator’s reference stands for one text; another text under it is refused', async () => {
  const body = { channel: 'regulator', customerId: 'u1', text: '信用卡年费争议', externalRef: '12378-2026-001' };
  const told = await post(body);

  expect(told.status).toBe(201);
  expect(await shown(told)).toMatchObject({
    externalRef: '12378-2026-001',
    clocks: [{}, {}, { policy: 'cn-12378' }, {}],
  });
  expect(await post(body)).toMatchObject({ status: 200, body: told.body });
  expect(await post({ ...body, text: '别的事' })).toMatchObject({
    status: 409,
    body: { code: 'complaint.reference-used' },
  });
});

test('a number alone finds who holds it; a number nobody holds is a complaint of somebody unknown, with words of its own key', async () => {
  const point = await desk.api.needs.pointOf('+8613900000001');
  expect(point).toBeDefined();
  const unknown = await post({ channel: 'phone', phone: '+8613700000009', text: '你们打错了，我不是本人' });

  expect(unknown.status).toBe(201);
  const complaint = await shown(unknown);
  expect(complaint).not.toHaveProperty('customerId');
  expect(complaint).toMatchObject({ flags: ['wrong_contact'], timeline: [{ text: '你们打错了，我不是本人' }, {}] });
  const id = await desk.api.needs.pointOf('+8613700000009');
  expect((await desk.api.needs.points.load(id))?.state.quarantine).toMatchObject({ reason: 'wrong-person' });
});

test('who asks not to be contacted is heard with the complaint: the number is silent from then on', async () => {
  await post({ channel: 'phone', customerId: 'u1', phone: '+8613700000010', text: '不要再打电话给我了，退订' });

  const point = await desk.api.needs.points.load(await desk.api.needs.pointOf('+8613700000010'));

  expect(point?.state.optOut).toMatchObject({ purposes: 'all', at: NOON });
});

test('HTML and formulas are kept as they were typed', async () => {
  const text = '=HYPERLINK("http://x","y") <script>alert(1)</script> 手续费收错';
  const told = await post({ channel: 'web', customerId: 'u1', text });

  expect(await shown(told)).toMatchObject({ timeline: [{ text }] });
});

test('a complaint received earlier runs its clocks from then', async () => {
  const receivedAt = '2026-06-01T02:00:00Z';
  const told = await post({ channel: 'branch', customerId: 'u1', text: '上周的事：网点态度恶劣', receivedAt });

  expect(await shown(told)).toMatchObject({
    receivedAt,
    clocks: [{ startedAt: receivedAt }, { startedAt: receivedAt }],
  });
});

test('repeated under its key it is answered as the first time', async () => {
  const body = { channel: 'web', customerId: 'u1', text: '转账未到账' };
  const first = await post(body, 'key-1');

  expect(await post(body, 'key-1')).toEqual(first);
  expect(await post({ ...body, text: '转账到账了' }, 'key-1')).toMatchObject({ status: 422 });
});

const GOOD = { channel: 'web', customerId: 'u1', text: 'x' };
test.each([
  ['an unknown category', { ...GOOD, category: 'weather' }, 400, 'request.invalid'],
  ['an unknown channel', { ...GOOD, channel: 'pigeon' }, 400, 'request.invalid'],
  ['no words', { ...GOOD, text: '  ' }, 400, 'request.invalid'],
  ['8,001 characters', { ...GOOD, text: 'x'.repeat(8_001) }, 400, 'request.invalid'],
  ['a megabyte', { ...GOOD, text: 'x'.repeat(1_048_576) }, 413, 'request.too-large'],
  ['a receipt of more than six years ago', { ...GOOD, receivedAt: '2020-06-01T02:00:00Z' }, 400, 'request.invalid'],
  ['a time to come', { ...GOOD, receivedAt: new Date(NOON + DAY).toISOString() }, 400, 'request.invalid'],
  ['a number of another form', { ...GOOD, phone: '13900000001' }, 400, 'request.invalid'],
])('a complaint with %s is refused, and nothing is quoted', async (_what, body, status, code) => {
  const told = await post(body);

  expect(told).toMatchObject({ status, body: { code } });
  expect(JSON.stringify(told.body)).not.toContain('xxxx');
});

test.each(['12378-2026-0001', '银保监〔2026〕12号', '京金投诉【2026】第 12 号', '2026010112345678', 'FOS/2026/1'])(
  'a regulator’s reference such as %s is taken',
  async (externalRef) => {
    expect((await post({ channel: 'regulator', text: `转办 ${externalRef}`, externalRef })).status).toBe(201);
  },
);

test.each([
  ['a reference with somebody’s name and number', { externalRef: '王小明13800001234' }],
  ['a reference that is a sentence', { externalRef: '他说：请回电！' }],
  ['a telephone number as an id', { customerId: '+8613812345678' }],
])('%s is refused: it would stand in clear for ever', async (_what, body) => {
  const told = await post({ channel: 'web', text: '收费不合理，我要投诉', ...body });

  expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
});

test.each(['C-7', 'fee refund (partly)', '已解释', 'same-matter'])(
  'a word of the house such as %s is taken',
  (word) => {
    expect(v.is(HouseWord, word)).toBe(true);
  },
);

test.each(['13800001234', 'li@example.com', '他说：请回电！', 'a'.repeat(65), ' '])(
  '%s is no word of the house',
  (word) => {
    expect(v.is(HouseWord, word)).toBe(false);
  },
);
