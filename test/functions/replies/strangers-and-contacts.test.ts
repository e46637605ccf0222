import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, pointName, type ReplyWorld, replyWorld, tokenOfAsked } from '../../support/replies.ts';

/** Answers of those who are not the customer: strangers and emergency contacts. */
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('an unknown number with a token gets one neutral answer that day, learns nothing, and then there is silence', async () => {
  const world = replyWorld(engine);
  await world.bank('u8', '+8613800000801');
  const token = await tokenOfAsked(world, 's8', 'u8');
  const before = (await world.caseOf('s8')).version;
  const stranger = '+8613800000899';
  const point = await world.pointAt(stranger);

  const answers: string[] = [];
  for (let time = 0; time < 7; time += 1) {
    await world.type(stranger, `${token}1`);
    answers.push(...(await world.answered(pointName(point))));
  }

  expect(answers).toEqual([expect.stringContaining('未能识别您的短信')]);
  expect((await world.caseOf('s8')).version).toBe(before);
  expect((await world.inbox()).filter((one) => one.point === point)).toHaveLength(7);
});

test('an emergency contact says wrong number: quarantined for both who list it, both get a task, the next person is gated afresh', async () => {
  const world = replyWorld(engine);
  const shared = '+8613800000911';
  await world.bank('u9', '+8613800000901', { contacts: [shared, '+8613800000912'] });
  await world.bank('u9-other', '+8613800000902', { contacts: [shared] });
  await world.open({
    id: 's9',
    customerId: 'u9',
    kind: 'family-emergency',
    purpose: 'welfare',
    severity: 'high',
    plan: { id: 'welfare-urgent', version: 1 },
  });
  await world.work(caseName('s9'));
  await contactAsked(world, 's9', shared, 'u9-k1');

  await world.type(shared, '9');

  const number = await world.number(shared);
  expect(number).toMatchObject({ quarantine: { reason: 'wrong-person' }, questions: [] });
  const { stored, tasks } = await world.whole('s9');
  expect(tasks.at(-1)).toMatchObject({ kind: 'refresh', state: 'QUEUED', contactId: 'u9-k1' });
  expect((await world.person('u9')).contacts[0]?.refusedAt).toBe(world.now());
  const other = await otherTask(world, 'u9-other');
  expect(other).toMatchObject({ kind: 'refresh', audience: 'contact', contactId: 'u9-other-k1', queue: 'branch' });
  const told = (await world.entries(shared)).find((entry) => entry.type === 'point.quarantined');
  expect(told?.effects.filter((effect) => effect.do === 'notify')).toHaveLength(2);
  expect(stored.state).toMatchObject({ status: 'WAITING', dueAt: world.now() });
});

/** The plan came to an emergency contact: their question is open on their number. */
async function contactAsked(world: ReplyWorld, caseId: string, number: string, contactId: string): Promise<void> {
  const { purpose } = await world.caseOf(caseId);
  const at = { askedAt: world.now(), until: world.now() + DAY };
  const asked = { token: '4K', caseId, attempt: 1, purpose, audience: 'contact', contactId, ...at } as const;
  await world.point(await world.pointAt(number), { questions: [asked] });
}

async function otherTask(world: ReplyWorld, customerId: string) {
  const [id] = await world.needs.store.cases.idsOfCustomer(customerId, 10);
  return (await world.whole(id ?? '')).tasks[0];
}

test('an emergency contact who says "yes it was him" is noted: the block stays, the case is open', async () => {
  const world = replyWorld(engine);
  const friend = '+8613800001011';
  await world.bank('u10', '+8613800001001', { contacts: [friend] });
  await world.open({ id: 's10', customerId: 'u10', severity: 'critical' });
  await contactAsked(world, 's10', friend, 'u10-k1');
  const before = await world.caseOf('s10');

  await world.type(friend, 'yes it was him');
  await world.type(friend, '4K1');
  await world.type(friend, '不是本人');

  const { stored, entries } = await world.whole('s10');
  expect(stored.state).toMatchObject({ status: before.status, protectiveHold: true });
  expect(stored.state.outcome).toBeUndefined();
  const notes = entries.filter((entry) => entry.type === 'reply.received');
  expect(notes.map((entry) => entry.facts['meaning'])).toEqual([{ do: 'note' }, { do: 'note' }, { do: 'note' }]);
  expect(notes[0]).toMatchObject({ actor: { kind: 'contact', contactId: 'u10-k1' }, facts: { trust: 0 } });
});
