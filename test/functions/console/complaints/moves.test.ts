import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '#domain/time.ts';
import { NOON } from '../../../support/cases.ts';
import { clerk, complaintDesk, head, stranger, supervisor } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

test('a complaint is acknowledged, assigned, worked on, decided and resolved; every word is sealed and told to its reader', async () => {
  await desk.received('life1');

  expect(await desk.move('life1', 'acknowledge')).toMatchObject({
    status: 200,
    body: { status: 'ACKNOWLEDGED', version: 2 },
  });
  expect(await desk.move('life1', 'assign', { handler: 'li.na' })).toMatchObject({
    body: { status: 'ASSIGNED', handler: 'li.na' },
  });
  expect(await desk.move('life1', 'note', { text: '已联系核心系统' })).toMatchObject({ body: { status: 'IN_WORK' } });
  const decided = await desk.move('life1', 'decide', {
    decision: 'upheld',
    answer: '同意分期',
    reason: '材料齐全',
    closureCode: 'explanation',
  });
  expect(decided).toMatchObject({
    body: { decision: { decision: 'upheld', answer: '同意分期', closureCode: 'explanation' } },
  });
  expect(JSON.stringify(decided.body)).not.toContain('材料齐全');
  const contact = { channel: 'phone', at: '2026-06-03T02:00:00Z', confirmed: false };
  expect(await desk.move('life1', 'resolve', { answer: '同意分期', rootCause: '系统', contact })).toMatchObject({
    status: 200,
    body: { status: 'RESOLVED' },
  });

  const told = await desk.shown('life1');
  expect(told.body).toMatchObject({ decision: { answer: '同意分期', externalRefs: [] }, version: 6 });
  expect(told.body['timeline']).toMatchObject([
    { type: 'complaint.received', text: '请帮我分期' },
    { type: 'complaint.acknowledged' },
    { type: 'complaint.assigned' },
    { type: 'complaint.noted', text: '已联系核心系统' },
    { type: 'complaint.decided', text: '同意分期\n材料齐全' },
    { type: 'complaint.resolved', text: '同意分期\n系统' },
  ]);
});

test('an illegal move is refused with the legal ones listed, and moves nothing', async () => {
  await desk.received('illegal1');
  await desk.move('illegal1', 'withdraw', { reason: '不再追究' });

  const told = await desk.move('illegal1', 'assign', { handler: 'li.na' });

  expect(told).toMatchObject({ status: 409, body: { code: 'complaint.illegal-move', legal: ['note', 'link'] } });
  expect((await desk.shown('illegal1')).body['version']).toBe(2);
});

test('two decisions at once: one is made, the other is refused; a decision on an older version is refused', async () => {
  await desk.received('twice1');
  const body = { decision: 'rejected', answer: '不成立', reason: '无依据', closureCode: 'explanation' };
  const both = await Promise.all([
    desk.move('twice1', 'decide', body),
    desk.move('twice1', 'decide', body, supervisor),
  ]);

  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  expect(await desk.move('twice1', 'note', { text: 'x', expectedVersion: 1 })).toMatchObject({
    status: 409,
    body: { code: 'complaint.version-moved' },
  });
});

test('a transferred complaint moves with its timeline, its clocks as they were, and stays readable to whom it left', async () => {
  await desk.received('moved1');
  const before = (await desk.shown('moved1')).body;

  const told = await desk.move('moved1', 'transfer', { department: 'credit-record', reason: '涉及征信' });

  expect(told).toMatchObject({ status: 200, body: { department: 'credit-record', left: ['hardship'] } });
  expect(told.body['clocks']).toEqual(before['clocks']);
  expect((await desk.shown('moved1')).status).toBe(200);
  expect(await desk.shown('moved1', stranger)).toMatchObject({
    status: 200,
    body: { timeline: [{ text: '请帮我分期' }, {}] },
  });
  expect((await desk.move('moved1', 'note', { text: 'x' })).status).toBe(404);
  expect((await desk.move('moved1', 'note', { text: 'x' }, stranger)).status).toBe(200);
});

test('a complaint of another department is not there, nor are its moves', async () => {
  await desk.received('hidden1');

  expect((await desk.shown('hidden1', stranger)).status).toBe(404);
  expect((await desk.move('hidden1', 'note', { text: 'x' }, stranger)).status).toBe(404);
  expect((await desk.move('nobody', 'note', { text: 'x' }, head)).status).toBe(404);
});

test('only what somebody may read is linked: another department’s complaint is not there', async () => {
  await desk.received('mine1');
  await desk.received('theirs1', { department: 'data-protection', externalRef: 'REG-77' });
  const body = { complaintId: 'theirs1', relation: 'similar' };

  expect(await desk.move('mine1', 'link', body)).toMatchObject({ status: 404 });
  expect((await desk.shown('mine1')).body).toMatchObject({ linked: [], version: 1 });
  expect(await desk.move('mine1', 'link', body, head)).toMatchObject({ status: 200 });
});

test("a reference of another customer's complaint is never shown with a decision", async () => {
  await desk.received('mine2');
  await desk.received('other2', { customerId: 'u2', externalRef: 'REG-78' });
  await desk.move('mine2', 'link', { complaintId: 'other2', relation: 'similar' });
  const said = { decision: 'upheld', answer: '同意', reason: '齐全', closureCode: 'explanation' };

  expect((await desk.move('mine2', 'decide', said)).body).toMatchObject({ decision: { externalRefs: [] } });
});

test.each([
  ['ex1', 'no approver', { days: 15, reason: '复杂' }, 'complaint.approver-missing'],
  ['ex2', 'no reason', { days: 15, approver: 'chen.bo' }, 'complaint.reason-missing'],
  ['ex3', 'their own approval', { days: 15, reason: '复杂', approver: 'li.na' }, 'complaint.approver-missing'],
  ['ex4', 'their own in capitals', { days: 15, reason: '复杂', approver: ' LI.NA' }, 'complaint.approver-missing'],
])('%s: an extension by an agent with %s is refused', async (id, _what, body, code) => {
  await desk.received(id);

  const refused = await desk.move(id, 'extend', body);

  expect(refused).toMatchObject({ status: 422, body: { code } });
  expect(refused.body['detail']).toMatch(code.includes('reason') ? /without reason/u : /without approver/u);
});

test('an extension adds its days to the total; the second needs a head; a clock that is over is not extended', async () => {
  await desk.received('extend1');
  const due = async () => {
    const clocks = (await desk.shown('extend1', head)).body['clocks'] as { kind: string; dueAt: string }[];
    return clocks.find(({ kind }) => kind === 'decide')?.dueAt;
  };
  const first = await due();

  const extended = await desk.move('extend1', 'extend', { days: 15, reason: '复杂', approver: 'chen.bo' });

  expect(extended.status).toBe(200);
  expect(Date.parse((await due()) ?? '') - Date.parse(first ?? '')).toBe(15 * DAY);
  const again = { days: 30, reason: '特别复杂', approver: 'chen.bo' };
  expect(await desk.move('extend1', 'extend', again, supervisor)).toMatchObject({
    status: 403,
    body: { code: 'complaint.needs-head' },
  });
  expect((await desk.move('extend1', 'extend', again, head)).status).toBe(200);
  await desk.received('extend2');
  desk.api.time.now = NOON + 40 * DAY;
  const late = await desk.move('extend2', 'extend', { days: 15, reason: '复杂', approver: 'chen.bo' });
  desk.api.time.now = NOON;
  expect(late).toMatchObject({ status: 409, body: { code: 'complaint.clock-ended' } });
});

test('an extension whose approver was only named is confirmed by a supervisor’s own request, not by an agent’s', async () => {
  await desk.received('extend3');
  await desk.move('extend3', 'extend', { days: 15, reason: '复杂', approver: 'chen.bo' });
  const task = (name: string, as: typeof supervisor, body = {}) =>
    desk.api.ask(`POST /v1/tasks/{id}/${name}`, { id: 'extend3.t2' }, { as, body });

  expect(await task('claim', clerk)).toMatchObject({ status: 403, body: { code: 'complaint.needs-supervisor' } });
  expect(await task('claim', supervisor)).toMatchObject({
    status: 200,
    body: { kind: 'approve', assignee: 'chen.bo' },
  });
  expect(await task('outcome', supervisor, { outcome: 'CONFIRMED_GENUINE', note: '同意' })).toMatchObject({
    status: 200,
    body: { state: 'DONE' },
  });
  const told = (await desk.shown('extend3')).body['timeline'] as readonly { type: string; actor: unknown }[];
  expect(told.at(-1)).toMatchObject({ type: 'task.done', actor: { id: 'chen.bo' }, facts: { taskKind: 'approve' } });
});

test('told as confirmed without anybody having been spoken to, it is not resolved', async () => {
  await desk.received('reach1');
  const contact = { channel: 'phone', at: '2026-06-03T02:00:00Z', confirmed: true };

  const told = await desk.move('reach1', 'resolve', { answer: 'x', rootCause: 'y', contact });

  expect(told).toMatchObject({ status: 409, body: { code: 'complaint.no-contact-evidence' } });
});

test('mediation begins and ends; what is not in mediation does not end it', async () => {
  await desk.received('mediate1');

  expect(await desk.move('mediate1', 'mediate', { action: 'end' })).toMatchObject({ status: 409 });
  expect(await desk.move('mediate1', 'mediate', { action: 'start', body: '调解中心' })).toMatchObject({
    body: { status: 'IN_MEDIATION', stage: 'MEDIATION' },
  });
  expect(await desk.move('mediate1', 'mediate', { action: 'end', result: '达成一致' })).toMatchObject({
    body: { status: 'IN_WORK' },
  });
});

test('a resolved complaint is rated, and one badly rated is reopened one stage higher', async () => {
  const contact = { channel: 'branch', at: '2026-06-03T02:00:00Z', confirmed: false };
  for (const id of ['rate1', 'rate2']) {
    await desk.received(id);
    await desk.move(id, 'assign', { handler: 'li.na' });
    await desk.move(id, 'resolve', { answer: 'x', rootCause: 'y', contact });
  }

  expect(await desk.move('rate1', 'follow-up', { rating: 5 })).toMatchObject({
    body: { status: 'FOLLOWED_UP_SATISFIED' },
  });
  expect(await desk.move('rate2', 'follow-up', { rating: 1 })).toMatchObject({
    body: { status: 'REOPENED', stage: 'MEDIATION', reopened: 1, receivedAt: '2026-06-03T02:00:00Z' },
  });
  expect(await desk.move('rate2', 'assign', { handler: 'li.na' })).toMatchObject({
    body: { code: 'complaint.same-handler' },
  });
  expect((await desk.move('rate1', 'follow-up', {})).status).toBe(400);
});

test.each(['John Smith', '王伟', 'Ms. Li', 'fee refund', 'fee--refund', '-fee', 'fee.13800001234', 'a'.repeat(65)])(
  '%s is no closure code: it stands in clear in entries and figures, and may be nobody’s name',
  async (closureCode) => {
    const id = `code-${Buffer.from(closureCode).toString('hex').slice(0, 20)}`;
    await desk.received(id);

    const told = await desk.move(id, 'decide', { decision: 'partly', answer: '部分减免', reason: '困难', closureCode });

    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect((await desk.shown(id)).body['version']).toBe(1);
  },
);

test.each(['fee-refund', 'C7', 'FEE_REFUND', '04', 'explanation', 'fees.refund_partly-2'])(
  'a code of the house such as %s closes a complaint',
  async (closureCode) => {
    await desk.received(`closed-${closureCode}`);

    const told = await desk.move(`closed-${closureCode}`, 'decide', {
      decision: 'partly',
      answer: '部分减免',
      reason: '困难',
      closureCode,
    });

    expect(told).toMatchObject({ status: 200, body: { decision: { closureCode } } });
  },
);
