import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, MINUTE } from '#domain/time.ts';
import { NOON } from '../support/cases.ts';
import type { QueueName } from '../support/pipeline/aws/queues.ts';
import { anomaly, cleared, helpRequested, knows, overdue } from '../support/pipeline/events.ts';
import {
  caseIds,
  caseNow,
  casesOf,
  eventOf,
  pushEvents,
  queueEvent,
  receipt,
  type Said,
  textIn,
  wholeCase,
} from '../support/pipeline/people.ts';
import { failures, type Pipeline, settle, startPipeline } from '../support/pipeline/pipeline.ts';
import { passTo } from '../support/pipeline/time.ts';

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
});
afterAll(() => of.stop());

/** A shuffle that is the same on every run. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}

const orders = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

const everyCase = async () =>
  (await casesOf(of).loadAll([...(await caseIds(of))].toSorted())).map((stored) => stored?.state);

test('every message delivered again, thrice and in any order, moves no case, sends no text and tells nothing new', async () => {
  const [one, other] = ['+8619910000031', '+8619910000032'];
  const events = [
    knows(of, { id: 'a', phone: one }),
    knows(of, { id: 'b', phone: other }),
    anomaly('a'),
    helpRequested('b'),
    overdue(of, 'b'),
  ].map((event) => eventOf(of, event));
  for (const event of events) queueEvent(of, event);
  await settle(of);
  await passTo(of, of.now() + 12 * MINUTE);
  for (const text of of.provider.texts) receipt(of, text.messageId, 'TEXT_DELIVERED');
  textIn(of, one, `${(await caseNow(of, 'a')).token ?? ''}2`, 'in-a');
  textIn(of, other, '我没事，谢谢', 'in-b');
  await settle(of);

  const before = {
    cases: await everyCase(),
    texts: of.provider.texts.length,
    notices: new Set(of.provider.notices.map((notice) => notice.id)).size,
  };
  const messages = of.queues.sent
    .filter(({ queue }) => queue !== 'sweep')
    .map(({ queue, body }): { queue: QueueName; body: string } => ({ queue, body }));
  for (const seed of [1, 2, 3]) {
    for (const { queue, body } of shuffled(messages, seed)) of.queues.send(queue, body);
    await settle(of);
  }

  expect(await everyCase()).toEqual(before.cases);
  expect(of.provider.texts).toHaveLength(before.texts);
  expect(new Set(of.provider.notices.map((notice) => notice.id)).size).toBe(before.notices);
});

test('a sweep that runs twice, and one that reads its shard from the beginning, send work that does nothing', async () => {
  const before = await everyCase();
  for (const body of of.queues.sent.filter(({ queue }) => queue === 'sweep').map((one) => one.body)) {
    of.queues.send('sweep', body);
    of.queues.send('sweep', body.replace('"rescue":false', '"rescue":true'));
  }
  await settle(of);

  expect(await everyCase()).toEqual(before);
});

test('record, call for help and a second number arrive in any order: one case, asked once, in the same state', async () => {
  const found = new Set<string>();
  for (const [n, order] of orders([0, 1, 2]).entries()) {
    const id = `order-${n}`;
    const events: readonly Said[] = [
      knows(of, { id, phone: `+86199100004${n}0` }),
      helpRequested(id),
      { ...helpRequested(id), id: `again-${n}` },
    ];
    for (const at of order) {
      await pushEvents(
        of,
        events.slice(at, at + 1).map((event) => eventOf(of, event)),
      );
      await settle(of);
    }
    const { stored } = await wholeCase(of, id);
    const { status, step, attempts, mergedCount, dueAt } = stored.state;
    found.add(
      JSON.stringify({
        status,
        step,
        mergedCount,
        dueAt,
        attempts: attempts.map((one) => [one.n, one.step, one.state]),
      }),
    );
  }

  expect([...found]).toHaveLength(1);
});

test('an overdue flag, its clearing and the next flag arrive in any order: the newest by sequence decides', async () => {
  const found = new Set<string>();
  for (const [n, order] of orders([0, 1]).entries()) {
    const id = `debt-${n}`;
    const events = [overdue(of, id, 1), cleared(of, id, 2)].map((event) => eventOf(of, event));
    await pushEvents(of, [eventOf(of, knows(of, { id, phone: `+86199100005${n}0` }))]);
    for (const at of order) await pushEvents(of, events.slice(at, at + 1));
    await passTo(of, of.now() + 2 * DAY);
    const texts = of.provider.texts.filter((text) => text.to === `+86199100005${n}0`).length;
    found.add(JSON.stringify({ texts }));
  }

  expect([...found]).toEqual([JSON.stringify({ texts: 0 })]);
  expect(of.queues.dead).toEqual([]);
  expect(failures(of)).toBe('');
});
