import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, pointName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A customer reminded of a debt: the question is open on their number. */
async function reminded(world: ReplyWorld, id: string, number: string): Promise<void> {
  await world.bank(`u-${id}`, number);
  await world.open({
    id,
    customerId: `u-${id}`,
    kind: 'overdue',
    purpose: 'debt_reminder',
    plan: { id: 'debt-reminder', version: 1 },
  });
  const at = { askedAt: world.now(), until: world.now() + 7 * DAY };
  const question = {
    token: '4K',
    caseId: id,
    attempt: 1,
    purpose: 'debt_reminder',
    audience: 'customer',
    ...at,
  } as const;
  await world.point(await world.pointAt(number), { questions: [question] });
}

test('words that are a complaint open one, hold debt contact and are acknowledged once, in one transaction', async () => {
  const world = replyWorld(engine);
  const number = '+8613800003101';
  await reminded(world, 'complains', number);
  await world.type(number, '你们天天打电话骚扰，我要投诉！');

  const of = await world.caseOf('complains');
  expect(of.status).toBe('HUMAN');
  const { stored, entries } = await world.complaint(of.complaintId ?? '');
  expect(stored.state).toMatchObject({
    status: 'RECEIVED',
    stage: 'NEGOTIATION',
    channel: 'sms',
    customerId: 'u-complains',
    caseId: 'complains',
    kind: 'complaint',
    severity: 'P2',
    flags: ['harassment'],
  });
  const { customer, key } = await world.person('u-complains');
  expect(customer.state.holds).toMatchObject([{ rule: 'hold.complaint', cause: of.complaintId }]);
  expect(customer.state.gateVersion).toBe(2);
  const [received] = entries;
  expect(received === undefined ? '' : await world.opened(key, received)).toBe('你们天天打电话骚扰，我要投诉！');
  expect(await world.answered(caseName('complains'))).toEqual([expect.stringContaining('已收到您的投诉')]);
  expect(await world.answered(caseName('complains'))).toEqual([]);
});

test('a second complaint about the same case goes to the person who has it', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'again', '+8613800003102');
  await world.type('+8613800003102', 'I want to complain');
  const first = (await world.caseOf('again')).complaintId;
  await world.type('+8613800003102', 'I will report you to the FCA as well');

  expect((await world.caseOf('again')).complaintId).toBe(first);
  expect((await world.person('u-again')).customer.state.holds).toHaveLength(1);
});

test('a debt that is denied is a complaint of category not owed', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'not-owed', '+8613800003103');
  await world.type('+8613800003103', '4K2');

  const of = await world.caseOf('not-owed');
  expect(of).toMatchObject({ status: 'HUMAN', outcome: 'DISPUTED' });
  expect((await world.complaint(of.complaintId ?? '')).stored.state).toMatchObject({
    category: 'not_owed',
    severity: 'P2',
  });
  expect((await world.number('+8613800003103')).questions).toEqual([]);
});

test('wishing for an arrangement goes to a person with its outcome', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'arrange', '+8613800003104');
  await world.type('+8613800003104', '1');

  expect(await world.caseOf('arrange')).toMatchObject({ status: 'HUMAN', outcome: 'ARRANGEMENT_REQUESTED' });
});

test('terms of the customer go to a person', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'terms', '+8613800003105');
  await world.type('+8613800003105', 'can I pay 300 a month');

  const { stored, entries } = await world.whole('terms');
  expect(stored.state.status).toBe('HUMAN');
  expect(entries.at(-1)?.facts).toMatchObject({ intent: 'counter' });
});

test('a complaint that also says stop silences the number, case, complaint, customer and number in one transaction', async () => {
  const world = replyWorld(engine);
  const number = '+8613800003106';
  await reminded(world, 'four', number);
  await world.type(number, 'Stop texting me or I will complain to the FCA');

  const of = await world.caseOf('four');
  expect((await world.number(number)).optOut).toBeDefined();
  expect((await world.complaint(of.complaintId ?? '')).stored.state.status).toBe('RECEIVED');
  expect((await world.person('u-four')).customer.state.holds).toHaveLength(1);
  expect(await world.answered(caseName('four'))).toEqual([expect.stringContaining('已为您退订')]);
});

test('a customer may complain without having been asked anything', async () => {
  const world = replyWorld(engine);
  const number = '+8613800003107';
  await world.bank('u-unasked', number);
  await world.type(number, '我要投诉你们网点的服务');

  const { holds } = (await world.person('u-unasked')).customer.state;
  expect((await world.complaint(holds[0]?.cause ?? '')).stored.state).toMatchObject({
    customerId: 'u-unasked',
    channel: 'sms',
  });
  const answers = await world.answered(pointName(await world.pointAt(number)));
  expect(answers).toEqual([expect.stringContaining('已收到您的投诉')]);
});

test('what a stranger complains of is read by staff', async () => {
  const world = replyWorld(engine);
  await world.type('+8613800003108', 'I want to complain about your bank');

  expect((await world.inbox()).map((one) => one.from)).toContain('+8613800003108');
});

test('an emergency contact who complains is not written to again, and the customer is under no hold for it', async () => {
  const world = replyWorld(engine);
  const friend = '+8613800003110';
  await world.bank('u-third', '+8613800003109', { contacts: [friend] });
  await world.open({ id: 'third', customerId: 'u-third' });
  const at = { askedAt: world.now(), until: world.now() + DAY };
  const question = {
    token: '4K',
    caseId: 'third',
    attempt: 1,
    purpose: 'fraud_security',
    audience: 'contact',
    contactId: 'u-third-k1',
    ...at,
  } as const;
  await world.point(await world.pointAt(friend), { questions: [question] });
  await world.type(friend, '你们为什么骚扰我，我要投诉');

  const of = await world.caseOf('third');
  expect((await world.complaint(of.complaintId ?? '')).stored.state).toMatchObject({
    audience: 'contact',
    contactId: 'u-third-k1',
  });
  const { customer, contacts } = await world.person('u-third');
  expect(customer.state.holds).toEqual([]);
  expect(contacts[0]?.refusedAt).toBe(world.now());
});

test('from its receipt a complaint runs the clocks of its law, and its acknowledging text meets the first', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'clocks', '+8613800003120');
  await world.type('+8613800003120', '你们乱收费，我要投诉');

  const of = await world.caseOf('clocks');
  const { state } = (await world.complaint(of.complaintId ?? '')).stored;
  expect(state.acknowledgedAt).toBe(world.now());
  expect(state.clocks.map(({ policy, kind, state: stands }) => [policy, kind, stands])).toEqual([
    ['cn-cbirc-2020', 'ack', 'MET'],
    ['cn-cbirc-2020', 'decide', 'RUNNING'],
  ]);
});

test('whoever complains that we write at all is silenced, and told so instead of acknowledged', async () => {
  const world = replyWorld(engine);
  const number = '+8613800003121';
  await reminded(world, 'silence', number);
  await world.type(number, '别再发短信了，我要投诉');

  const of = await world.caseOf('silence');
  expect((await world.number(number)).optOut).toBeDefined();
  expect((await world.complaint(of.complaintId ?? '')).stored.state).toMatchObject({ flags: ['stop_contact'] });
  expect(await world.answered(caseName('silence'))).toEqual([expect.stringContaining('退订')]);
});

test('a life in danger is a task of minutes, whatever was asked', async () => {
  const world = replyWorld(engine);
  await reminded(world, 'danger', '+8613800003122');
  await world.type('+8613800003122', '我要投诉你们，天天逼我，我不想活了');

  const of = await world.caseOf('danger');
  const { stored, tasks } = await world.complaint(of.complaintId ?? '');
  expect(stored.state).toMatchObject({ severity: 'P1', lane: 'urgent' });
  expect(stored.state.clocks.map((clock) => clock.kind)).toContain('human');
  expect(tasks).toMatchObject([{ kind: 'review', severity: 'critical', dueAt: world.now() + 5 * 60_000 }]);
});
