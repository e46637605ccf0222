import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#domain/time.ts';
import { NOON } from '../support/cases.ts';
import { anomaly, cleared, helpRequested, knows, names, overdue } from '../support/pipeline/events.ts';
import { meanwhile } from '../support/pipeline/meddling.ts';
import {
  ask,
  caseIds,
  caseNow,
  eventOf,
  push,
  pushEvents,
  queueEvent,
  textIn,
  textsTo,
  wholeCase,
} from '../support/pipeline/people.ts';
import { failures, type Pipeline, settle, startPipeline } from '../support/pipeline/pipeline.ts';
import { passTo } from '../support/pipeline/time.ts';

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
});
afterAll(() => of.stop());

const until = (ms: number) => passTo(of, of.now() + ms);
const CLAIM = { function: 'advance-case', operation: 'TransactWriteItems' } as const;

test('an account that clears between the reading and the writing of a claim loses the claim: no text', async () => {
  const [id, phone] = ['cleared', '+8619910000021'];
  await push(of, knows(of, { id, phone }), overdue(of, id));
  await until(DAY - SECOND);
  const raced = meanwhile(of, CLAIM, () => push(of, cleared(of, id)));
  await until(MINUTE);

  const { stored, entries } = await wholeCase(of, id);
  expect(raced.count()).toBe(1);
  expect(stored.state).toMatchObject({ status: 'RESOLVED', outcome: 'CLEARED', attempts: [] });
  expect(entries.map((entry) => entry.type)).not.toContain('contact.claimed');
  expect(textsTo(of, phone)).toEqual([]);
});

test('a state that moves nothing the reason rests on does not starve the claim', async () => {
  const [id, phone] = ['moved', '+8619910000022'];
  await push(of, knows(of, { id, phone }), overdue(of, id));
  await until(DAY - SECOND);
  const payment = {
    type: 'account.transaction-posted',
    data: {
      accountId: `acc-${id}`,
      customerId: id,
      transactionId: 't1',
      amount: { amount: '12.00', currency: 'CNY' },
      direction: 'debit',
      sequence: 2,
      postedAt: new Date(of.now()).toISOString(),
    },
  };
  const raced = meanwhile(of, CLAIM, () => push(of, payment));
  await until(MINUTE);

  expect(raced.count()).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
});

test('STOP that is read while the next text is being claimed silences that text', async () => {
  const [id, phone] = ['stops', '+8619910000023'];
  await push(of, knows(of, { id, phone }), helpRequested(id));
  await settle(of);
  const raced = meanwhile(of, CLAIM, async () => {
    textIn(of, phone, '退订');
    await of.deliver('inbound');
  });
  await until(11 * MINUTE);

  expect(raced.count()).toBe(1);
  expect(of.provider.texts.filter((one) => one.to === phone).map((one) => one.text.includes('您现在平安吗'))).toEqual([
    true,
    false,
  ]);
  await until(3 * DAY);
  expect(textsTo(of, phone)).toHaveLength(2);
});

test('a death that is reported while a text is being claimed ends the case without a text', async () => {
  const [id, phone] = ['dies', '+8619910000024'];
  const record = knows(of, { id, phone });
  await push(of, record, helpRequested(id));
  const asOf = new Date(of.now() + 1).toISOString();
  const raced = meanwhile(of, CLAIM, () =>
    push(of, { ...record, data: { ...record.data, asOf, flags: { deceased: true } } }),
  );
  await settle(of);

  expect(raced.count()).toBe(1);
  expect((await caseNow(of, id)).status).toBe('SUPPRESSED');
  expect(textsTo(of, phone)).toEqual([]);
});

test('a contact person who is removed while their text is being claimed is not texted', async () => {
  const [id, phone, kin] = ['removes', '+8619910000025', '+8619910000026'];
  await push(of, knows(of, { id, phone }), names(of, id, { id: 'k1', phone: kin, order: 1 }), helpRequested(id));
  await until(32 * MINUTE);
  await callInVain(id);
  await until(121 * MINUTE);
  const removal = { customerId: id, contactId: 'k1', asOf: new Date(of.now() + SECOND).toISOString() };
  const raced = meanwhile(of, CLAIM, () => push(of, { type: 'contact.removed', data: removal }));
  await callInVain(id);
  await settle(of);

  expect(raced.count()).toBe(1);
  expect(textsTo(of, kin)).toEqual([]);
  expect((await caseNow(of, id)).status).toBe('HUMAN');
});

/** An agent takes the call task that is open and reaches nobody. */
async function callInVain(customerId: string): Promise<void> {
  const task = (await wholeCase(of, customerId)).tasks.find((one) => one.kind === 'call' && one.state === 'QUEUED');
  const path = `/v1/tasks/${task?.id ?? 'none'}`;
  for (const [move, body] of [
    ['claim', {}],
    ['dial', {}],
    ['outcome', { outcome: 'NO_ANSWER' }],
  ] as const) {
    const answer = await ask(of, { method: 'POST', path: `${path}/${move}`, body });
    expect([move, answer.status]).toEqual([move, 200]);
  }
}

test('the same event five times at once over two doors makes one case and one text', async () => {
  const [id, phone] = ['five', '+8619910000027'];
  await push(of, knows(of, { id, phone }));
  await settle(of);
  const before = await caseIds(of);
  const event = eventOf(of, anomaly(id));
  queueEvent(of, event);
  queueEvent(of, event);
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => pushEvents(of, [event])),
    of.deliver('events'),
    of.deliver('events'),
  ]);
  await settle(of);

  const counted = answers.flatMap((one) => (typeof one === 'boolean' ? [] : [one.body]));
  expect(counted.reduce((sum, one) => sum + Number(one['accepted']), 0)).toBeLessThanOrEqual(1);
  expect(counted.every((one) => Number(one['accepted']) + Number(one['duplicates']) === 1)).toBe(true);
  expect((await caseIds(of)).length - before.length).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
});

test('five messages of different ids about one matter are one case, each copy in its timeline, and one text', async () => {
  const [id, phone] = ['copies', '+8619910000028'];
  await push(of, knows(of, { id, phone }));
  await Promise.all([1, 2, 3, 4, 5].map(() => push(of, anomaly(id))));
  await settle(of);

  const { stored, entries } = await wholeCase(of, id);
  expect(stored.state.mergedCount).toBe(4);
  expect(entries.filter((entry) => entry.type === 'case.merged')).toHaveLength(4);
  expect(textsTo(of, phone)).toHaveLength(1);
});

test('an answer with a full-width digit settles the case, and its repetition changes nothing', async () => {
  const phone = '+8619910000027';
  const { token = '' } = await caseNow(of, 'five');
  for (let copy = 0; copy < 3; copy += 1) textIn(of, phone, `${token}１`, 'in-five');
  await settle(of);

  const { stored, entries } = await wholeCase(of, 'five');
  expect(stored.state).toMatchObject({ status: 'RESOLVED', outcome: 'CONFIRMED_GENUINE' });
  expect(entries.filter((entry) => entry.type === 'reply.received')).toHaveLength(1);
});

test('no message died and no function failed on the way', () => {
  expect(of.queues.dead).toEqual([]);
  expect(failures(of)).toBe('');
});
