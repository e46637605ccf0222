import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeByStaff } from '#domain/case/staff.ts';
import { DAY } from '#domain/time.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, type ReplyWorld, replyWorld, tokenOfAsked } from '../../support/replies.ts';

/** Answers of customers: late, from a shared number, oddly typed, with STOP and START. */
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('a late denial is a task at the fraud desk and is answered; a late confirmation is recorded and releases nothing', async () => {
  const world = replyWorld(engine);
  await world.bank('u3', '+8613800000301');
  const first = await tokenOfAsked(world, 's3-deny', 'u3');
  await closeUnreachable(world, 's3-deny');
  const second = await tokenOfAsked(world, 's3-confirm', 'u3');
  await closeUnreachable(world, 's3-confirm');
  world.later(5 * DAY);
  const confirmBefore = await world.caseOf('s3-confirm');

  await world.type('+8613800000301', `${first}2`);
  await world.type('+8613800000301', `${second}1`);

  const late = await world.whole('s3-deny');
  expect(late.stored.state.status).toBe('HUMAN');
  expect(late.tasks.at(-1)).toMatchObject({ kind: 'late-reply', state: 'QUEUED', queue: 'fraud-desk' });
  expect(await world.answered(caseName('s3-deny'))).toEqual([expect.stringContaining('该事项已结束')]);
  const confirmed = await world.whole('s3-confirm');
  expect(confirmed.stored.state).toMatchObject({ status: confirmBefore.status, outcome: confirmBefore.outcome });
  expect(confirmed.entries.at(-1)).toMatchObject({ type: 'reply.received', facts: { intent: 'confirm', late: true } });
});

/** Nobody answered: a person closes it. */
async function closeUnreachable(world: ReplyWorld, id: string): Promise<void> {
  const { stored } = await world.whole(id);
  const closed = closeByStaff(stored.state, { staff: 'a1', reason: 'unreachable', at: world.now() });
  if ('refused' in closed) throw new Error(closed.refused);
  const { advance, also } = world.needs.store.caseChange(stored, closed);
  await world.needs.store.ledger.commit({ advances: [advance], also });
}

test('husband and wife share a number: one clarifying text without names, then only the question named is settled', async () => {
  const world = replyWorld(engine);
  await world.bank('u4-wife', '+8613800000401');
  await world.bank('u4-husband', '+8613800000401');
  const hers = await tokenOfAsked(world, 's4-hers', 'u4-wife');
  const his = await tokenOfAsked(world, 's4-his', 'u4-husband');

  await world.type('+8613800000401', '1');
  const texts = [...(await world.answered(caseName('s4-hers'))), ...(await world.answered(caseName('s4-his')))];
  await world.type('+8613800000401', `${his}1`);

  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('多项待答复');
  expect(texts[0]).not.toContain('王');
  expect(await world.caseOf('s4-his')).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  expect((await world.caseOf('s4-hers')).outcome).toBeUndefined();
  expect((await world.number('+8613800000401')).questions.map((one) => one.token)).toEqual([hers]);
});

test('a bare denial with two questions open protects both and opens one task', async () => {
  const world = replyWorld(engine);
  await world.bank('u4b', '+8613800000402');
  await tokenOfAsked(world, 's4-one', 'u4b');
  await tokenOfAsked(world, 's4-two', 'u4b');

  await world.type('+8613800000402', '2');

  const [one, two] = [await world.whole('s4-one'), await world.whole('s4-two')];
  expect([...one.tasks, ...two.tasks].filter((task) => task.state === 'QUEUED')).toHaveLength(1);
  expect(two.stored.state).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
  expect(one.stored.state).toMatchObject({ status: 'HELD', protectiveHold: true, held: { cause: 's4-two' } });
  expect(one.entries.at(-1)?.effects).toContainEqual(expect.objectContaining({ type: 'account.hold-requested' }));
  expect(await world.work(caseName('s4-one'))).toBe('nothing');
});

test('full-width and Chinese answers are read, a negation never confirms, the raw text is kept', async () => {
  const world = replyWorld(engine);
  const typed = ['Ｙ', '１', ' y。', '是的', '不是本人', '是不是本人?', '不,是我'];
  const statuses: string[] = [];
  for (const [index, text] of typed.entries()) {
    const number = `+861380000050${index}`;
    await world.bank(`u5-${index}`, number);
    await tokenOfAsked(world, `s5-${index}`, `u5-${index}`);
    await world.type(number, text);
    const { stored, entries } = await world.whole(`s5-${index}`);
    statuses.push(stored.state.outcome ?? stored.state.status);
    const reply = entries.find((entry) => entry.type === 'reply.received');
    const { key } = await world.person(`u5-${index}`);
    expect(reply === undefined ? undefined : await world.opened(key, reply)).toBe(text);
  }

  expect(statuses).toEqual([
    'CONFIRMED_GENUINE',
    'CONFIRMED_GENUINE',
    'CONFIRMED_GENUINE',
    'CONFIRMED_GENUINE',
    'DENIED_NOT_ME',
    'CLARIFYING',
    'CLARIFYING',
  ]);
});

test('after a STOP no text goes out, the call task does, and START brings the texts back', async () => {
  const world = replyWorld(engine);
  await world.bank('u6', '+8613800000601');
  await tokenOfAsked(world, 's6-first', 'u6');
  await world.type('+8613800000601', '退订');
  expect(await world.answered(caseName('s6-first'))).toEqual([expect.stringContaining('已为您退订')]);
  world.later(DAY);
  const sent = world.provider.taken.length;

  await tokenOfAsked(world, 's6-alert', 'u6');
  await world.run('s6-alert', 30 * 60_000);

  const { stored, tasks, entries } = await world.whole('s6-alert');
  expect(world.provider.taken).toHaveLength(sent);
  expect(tasks.map((task) => task.kind)).toContain('call');
  expect(stored.state.attempts.map((one) => one.rule)).toContain('consent.withdrawn');
  expect(entries.some((entry) => JSON.stringify(entry.facts).includes('consent.withdrawn'))).toBe(true);
  await world.type('+8613800000601', 'START');
  expect((await world.number('+8613800000601')).optOut).toBeUndefined();
  await tokenOfAsked(world, 's6-after', 'u6');
  expect(world.provider.taken.length).toBeGreaterThan(sent);
});

test('"Stop the payment!" denies and opts nobody out', async () => {
  const world = replyWorld(engine);
  for (const [id, number, text] of [
    ['s7-en', '+8613800000701', 'Stop the payment!'],
    ['s7-zh', '+8613800000702', '停止付款'],
  ] as const) {
    await world.bank(`u-${id}`, number);
    await tokenOfAsked(world, id, `u-${id}`);
    await world.type(number, text);

    expect(await world.caseOf(id)).toMatchObject({ status: 'HUMAN', outcome: 'DENIED_NOT_ME' });
    expect((await world.number(number)).optOut).toBeUndefined();
  }
});

test('YES from a number that opted out is neither opt-in nor confirmation: a person asks', async () => {
  const world = replyWorld(engine);
  await world.bank('u7', '+8613800000703');
  await tokenOfAsked(world, 's7-yes', 'u7');
  await world.type('+8613800000703', 'STOP');
  await world.type('+8613800000703', 'YES');

  expect(await world.caseOf('s7-yes')).toMatchObject({ status: 'HUMAN' });
  expect((await world.caseOf('s7-yes')).outcome).toBeUndefined();
  expect((await world.number('+8613800000703')).optOut).toMatchObject({ purposes: 'all' });
});
