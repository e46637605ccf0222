import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenQuestion } from '#domain/contact/point.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { question } from '../../support/points.ts';
import { caseName, pointName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const TOKENS = ['4K', '7M', '2A', '9X', '3C', '6D'];

/** So many questions about fraud, open on one number. */
async function askedAbout(world: ReplyWorld, id: string, number: string, count: number): Promise<readonly string[]> {
  await world.bank(id, number);
  const ids = TOKENS.slice(0, count).map((token) => `${id}-${token}`);
  for (const one of ids) await world.open({ id: one, customerId: id, accountId: `a-${one}` });
  const at = { askedAt: world.now(), until: world.now() + DAY };
  const questions = ids.map((caseId, index): OpenQuestion => question({ ...at, token: TOKENS[index] ?? '', caseId }));
  await world.point(await world.pointAt(number), { questions });
  return ids;
}

test('a bare denial protects every case of the number, also more than one transaction takes', async () => {
  const world = replyWorld(engine);
  const ids = await askedAbout(world, 'six', '+8613800006101', 6);
  await world.type('+8613800006101', '不是本人');

  const statuses = await Promise.all(ids.map(async (id) => (await world.caseOf(id)).status));
  expect(statuses).toEqual(['HELD', 'HELD', 'HELD', 'HELD', 'HELD', 'HUMAN']);
  const tasks = await Promise.all(ids.map(async (id) => (await world.whole(id)).tasks));
  expect(tasks.flat()).toHaveLength(1);
});

test('a second ambiguous answer goes to a person', async () => {
  const world = replyWorld(engine);
  const [, newest = ''] = await askedAbout(world, 'twice', '+8613800006102', 2);
  await world.type('+8613800006102', '1');
  expect((await world.caseOf(newest)).status).toBe('CLARIFYING');
  await world.type('+8613800006102', '是的');

  expect((await world.caseOf(newest)).status).toBe('HUMAN');
});

test('who asks the bank to confirm, or has had enough, is asked back, and nothing is settled', async () => {
  const world = replyWorld(engine);
  for (const [index, text] of ['请确认', '行了行了', 'yeah right', '不是盗刷，是我'].entries()) {
    const number = `+861380000615${index}`;
    const [id = ''] = await askedAbout(world, `doubt${index}`, number, 1);
    await world.type(number, text);

    const asked = await world.caseOf(id);
    expect({ text, status: asked.status, outcome: asked.outcome }).toEqual({ text, status: 'CLARIFYING' });
  }
});

test('a customer who denies beside words for a wrong number keeps the number', async () => {
  const world = replyWorld(engine);
  const [id = ''] = await askedAbout(world, 'slip', '+8613800006160', 1);
  await world.type('+8613800006160', 'I was scammed and paid the wrong person');

  expect(await world.caseOf(id)).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect((await world.number('+8613800006160')).quarantine).toBeUndefined();
});

test('an ambiguous answer from a number that wants silence goes to a person at once', async () => {
  const world = replyWorld(engine);
  const [, newest = ''] = await askedAbout(world, 'silent', '+8613800006103', 2);
  await world.type('+8613800006103', 'STOP');
  await world.type('+8613800006103', '1');

  expect((await world.caseOf(newest)).status).toBe('HUMAN');
  expect(await world.answered(caseName(newest))).toHaveLength(1);
});

test('a wish is heard although several questions are open', async () => {
  const world = replyWorld(engine);
  const ids = await askedAbout(world, 'wish', '+8613800006104', 2);
  await world.type('+8613800006104', '我要投诉');

  const cases = await Promise.all(ids.map((id) => world.caseOf(id)));
  expect(cases.filter((one) => one.complaintId !== undefined)).toHaveLength(1);
});

test('several questions to third parties: what they say is noted', async () => {
  const world = replyWorld(engine);
  const friend = '+8613800006106';
  await world.bank('third', '+8613800006105', { contacts: [friend] });
  await world.open({ id: 'third-1', customerId: 'third' });
  await world.open({ id: 'third-2', customerId: 'third', accountId: 'a2' });
  const at = { askedAt: world.now(), until: world.now() + DAY, audience: 'contact', contactId: 'third-k1' } as const;
  const questions = [question({ ...at, caseId: 'third-1' }), question({ ...at, caseId: 'third-2', token: '7M' })];
  await world.point(await world.pointAt(friend), { questions });
  await world.type(friend, '1');

  const { entries } = await world.whole('third-2');
  expect(entries.at(-1)?.facts).toMatchObject({ trust: 0, meaning: { do: 'note' } });
  expect((await world.caseOf('third-1')).version).toBe(1);
});

test('what answers a case that is closed for good is still read by somebody', async () => {
  const world = replyWorld(engine);
  const number = '+8613800006107';
  await world.bank('closed', number, { flags: ['deceased'] });
  await world.open({ id: 'closed-1', customerId: 'closed' });
  await world.point(await world.pointAt(number), {
    questions: [question({ caseId: 'closed-1', askedAt: world.now(), until: world.now() + DAY })],
  });
  await world.work(caseName('closed-1'));
  expect((await world.caseOf('closed-1')).status).toBe('SUPPRESSED');
  await world.type(number, '4K2');

  expect((await world.caseOf('closed-1')).status).toBe('SUPPRESSED');
  expect((await world.inbox()).find((one) => one.from === number)).toMatchObject({ customerId: 'closed', text: '4K2' });
});

test('a question whose case or customer nobody knows loses no word', async () => {
  const world = replyWorld(engine);
  const [lost, unknown] = ['+8613800006108', '+8613800006109'];
  const at = { askedAt: world.now(), until: world.now() + DAY };
  await world.point(await world.pointAt(lost), { questions: [question({ ...at, caseId: 'nowhere' })] });
  await world.open({ id: 'unknown-1', customerId: 'nobody' });
  await world.point(await world.pointAt(unknown), { questions: [question({ ...at, caseId: 'unknown-1' })] });
  await world.type(lost, '1');
  await world.type(unknown, 'I want to complain');

  const inbox = await world.inbox();
  expect(inbox.find((one) => one.from === lost)).toMatchObject({ text: '1' });
  expect(inbox.find((one) => one.from === unknown)).toMatchObject({ customerId: 'nobody', text: 'I want to complain' });
  expect((await world.caseOf('unknown-1')).status).toBe('HUMAN');
});

test('the neutral answer comes once a day, and the help of a known customer whenever it is asked for', async () => {
  const world = replyWorld(engine);
  const [stranger, known] = ['+8613800006110', '+8613800006111'];
  await world.bank('known', known);
  const point = pointName(await world.pointAt(stranger));
  const heard: number[] = [];
  for (const wait of [0, HOUR, 24 * HOUR]) {
    world.later(wait);
    await world.type(stranger, 'hello');
    heard.push((await world.answered(point)).length);
  }
  await world.type(known, 'HELP');

  expect(heard).toEqual([1, 0, 1]);
  expect(await world.answered(pointName(await world.pointAt(known)))).toEqual([expect.stringContaining('95500')]);
});

test('a second text of a stranger while the answer is on its way makes no second answer', async () => {
  const world = replyWorld(engine);
  const stranger = '+8613800006112';
  await world.type(stranger, 'hello');
  await world.type(stranger, 'anybody?');

  const point = pointName(await world.pointAt(stranger));
  expect(await world.answered(point)).toHaveLength(1);
  expect(await world.answered(point)).toHaveLength(0);
});

test('a complaint of a customer nobody asked anything, with a wish for silence: one word that it was heard', async () => {
  const world = replyWorld(engine);
  const number = '+8613800006113';
  await world.bank('both', number);
  await world.type(number, 'Stop texting me, I will complain to the ombudsman');

  expect((await world.number(number)).optOut).toBeDefined();
  expect((await world.person('both')).customer.state.holds).toHaveLength(1);
  expect(await world.answered(pointName(await world.pointAt(number)))).toEqual([expect.stringContaining('opted out')]);
});

test('a number that left the record may deny but no longer confirm', async () => {
  const world = replyWorld(engine);
  const number = '+8613800006114';
  await world.bank('moved', number);
  await world.open({ id: 'moved-1', customerId: 'moved' });
  await world.work(caseName('moved-1'));
  await world.change('moved', { phones: [await world.addressAt('+8613800006115')] });
  world.later(MINUTE);
  await world.type(number, '1');

  expect(await world.caseOf('moved-1')).toMatchObject({ status: 'HUMAN' });
  expect((await world.caseOf('moved-1')).outcome).toBeUndefined();
});

test('a late answer of an emergency contact is told by who holds the number', async () => {
  const world = replyWorld(engine);
  const friend = '+8613800006117';
  await world.bank('late', '+8613800006116', { contacts: [friend] });
  await world.open({ id: 'late-1', customerId: 'late' });
  await world.point(await world.pointAt(friend), { recent: [{ caseId: 'late-1', attempt: 3 }] });
  await world.type(friend, '好的，我会转告他');

  const { entries } = await world.whole('late-1');
  expect(entries.at(-1)).toMatchObject({
    actor: { kind: 'contact', contactId: 'late-k1' },
    facts: { meaning: { do: 'note' } },
  });
});
