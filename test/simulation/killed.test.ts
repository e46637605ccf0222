import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#domain/time.ts';
import { NOON } from '../support/cases.ts';
import { knows, overdue } from '../support/pipeline/events.ts';
import { killAt } from '../support/pipeline/meddling.ts';
import { caseNow, push, textsTo, wholeCase } from '../support/pipeline/people.ts';
import { type Pipeline, settle, startPipeline } from '../support/pipeline/pipeline.ts';
import { passTo } from '../support/pipeline/time.ts';

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
});
afterAll(() => of.stop());

const until = (ms: number) => passTo(of, of.now() + ms);

/** An overdue flag whose reminder is about to go out a day later. */
async function debtor(id: string, phone: string): Promise<void> {
  await push(of, knows(of, { id, phone }), overdue(of, id));
  await until(DAY - SECOND);
}

/** A call for help whose first text is about to go out. */
const helpless = (id: string, phone: string) =>
  push(of, knows(of, { id, phone }), { type: 'customer.help-requested', data: { customerId: id, kind: 'locked-out' } });

test.each([
  ['between the claim and the text', 'before', 0],
  ['after the text was handed over', 'after', 1],
] as const)(
  'a reminder whose sender is killed %s is in doubt, goes to a person and is never sent again',
  async (_when, where, texts) => {
    const id = `debt-${where}`;
    const phone = where === 'before' ? '+8619910000011' : '+8619910000012';
    await debtor(id, phone);
    const killed = killAt(of, { function: 'advance-case', operation: 'Publish', where });
    await until(2 * SECOND);

    expect(killed.count()).toBe(1);
    expect(await caseNow(of, id)).toMatchObject({ status: 'CONTACTING', attempts: [{ n: 1, state: 'CLAIMED' }] });

    await until(30 * MINUTE);

    const { stored, tasks, entries } = await wholeCase(of, id);
    expect(stored.state).toMatchObject({ status: 'HUMAN', attempts: [{ n: 1, state: 'IN_DOUBT' }] });
    expect(tasks).toMatchObject([{ kind: 'unknown-send', state: 'QUEUED', attempt: 1 }]);
    expect(entries.filter((entry) => entry.type === 'contact.claimed')).toHaveLength(1);

    await until(3 * DAY);
    expect(textsTo(of, phone)).toHaveLength(texts);
  },
);

test.each([
  ['between the claim and the text', 'before', 1],
  ['after the text was handed over', 'after', 2],
] as const)(
  'a call for help whose sender is killed %s is in doubt, and is asked once more with the same code',
  async (_when, where, texts) => {
    const id = `help-${where}`;
    const phone = where === 'before' ? '+8619910000013' : '+8619910000014';
    await helpless(id, phone);
    killAt(of, { function: 'advance-case', operation: 'Publish', where });
    await settle(of);
    await until(8 * MINUTE);

    const { attempts, token } = await caseNow(of, id);
    expect(attempts.map((one) => [one.n, one.step, one.state])).toEqual([
      [1, 'sms', 'IN_DOUBT'],
      [2, 'sms', 'ACCEPTED'],
    ]);
    const sent = of.provider.texts.filter((one) => one.to === phone);
    expect(sent).toHaveLength(texts);
    expect(new Set(sent.map((one) => one.attemptId)).size).toBe(texts);
    for (const one of sent) expect(one.text).toContain(`${token ?? 'none'}1`);
  },
);

test('a sender killed before its outcome is written down leaves a doubt, though the text went out and was answered for', async () => {
  const [id, phone] = ['debt-outcome', '+8619910000015'];
  await debtor(id, phone);
  const killed = killAt(of, { function: 'advance-case', operation: 'TransactWriteItems', where: 'before', skip: 1 });
  await until(30 * MINUTE);

  expect(killed.count()).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
  expect(await caseNow(of, id)).toMatchObject({ status: 'HUMAN', attempts: [{ state: 'IN_DOUBT' }] });
});

test('a sender killed after its outcome was written down has done its work: nothing is in doubt', async () => {
  const [id, phone] = ['debt-done', '+8619910000016'];
  await debtor(id, phone);
  const killed = killAt(of, { function: 'advance-case', operation: 'TransactWriteItems', where: 'after', skip: 1 });
  await until(30 * MINUTE);

  expect(killed.count()).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
  expect(await caseNow(of, id)).toMatchObject({ status: 'WAITING', attempts: [{ state: 'ACCEPTED' }] });
});

test('a relay killed while it hands over work loses nothing: the stream is read again', async () => {
  const [id, phone] = ['help-relay', '+8619910000017'];
  const killed = killAt(of, { function: 'relay', operation: 'SendMessageBatch', where: 'before' });
  await helpless(id, phone);
  await settle(of);

  expect(killed.count()).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
});

test('a relay killed after it handed over work sends it twice, and the customer is texted once', async () => {
  const [id, phone] = ['help-relay-twice', '+8619910000018'];
  const killed = killAt(of, { function: 'relay', operation: 'SendMessageBatch', where: 'after' });
  await helpless(id, phone);
  await settle(of);
  await until(5 * MINUTE);

  expect(killed.count()).toBe(1);
  expect(textsTo(of, phone)).toHaveLength(1);
});
