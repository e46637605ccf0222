import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, eventOf, help, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Event = { readonly [name: string]: unknown };
type Told = { readonly intake: IntakeUnderTest; readonly status: () => Promise<readonly string[]> };

const inDanger = (customerId: string): Event => help({ customerId, kind: 'in-danger' });
const payment = (customerId: string, amount: string): Event =>
  eventOf('liaison.anomaly.reported.v1', {
    customerId,
    at: at(0),
    kind: 'new-payee',
    purpose: 'fraud_security',
    severity: 'high',
    amount: { amount, currency: 'CNY' },
  });

const takenBack = (event: Event, customerId: string): Event =>
  eventOf('liaison.event.retracted.v1', { source: event['source'], id: event['id'], reason: 'wrong', customerId });

/** What was told of a customer, in this order. */
async function told(customerId: string, ...events: readonly Event[]): Promise<Told> {
  const intake = intakeOn(engine);
  for (const event of events) await intake.one(event);
  return { intake, status: async () => (await intake.casesOf(customerId)).map((one) => one.outcome ?? one.status) };
}

test('of two calls for help that are one case the second is still answered when the first is taken back', async () => {
  const [first, second] = [inDanger('t1'), inDanger('t1')];
  const { status } = await told('t1', first, second, takenBack(first, 't1'));

  expect(await status()).toEqual(['RECEIVED']);
});

test('so is the first when the second is taken back', async () => {
  const [first, second] = [inDanger('t2'), inDanger('t2')];
  const { status } = await told('t2', first, second, takenBack(second, 't2'));

  expect(await status()).toEqual(['RECEIVED']);
});

test.each([
  ['less', '50000.00'],
  ['as much', '60000.00'],
  ['more', '70000.00'],
])('a payment of %s that joined the first is still asked about when the first is taken back', async (_what, amount) => {
  const who = `t3-${amount.length}-${amount.slice(0, 2)}`;
  const [first, second] = [payment(who, '60000.00'), payment(who, amount)];
  const { status } = await told(who, first, second, takenBack(first, who));

  expect(await status()).toEqual(['RECEIVED']);
});

test('a case is over when the last of its events is taken back, in whatever order', async () => {
  for (const [who, order] of [
    ['t4', [0, 1, 2]],
    ['t5', [2, 1, 0]],
    ['t6', [1, 0, 2]],
  ] as const) {
    const events = [payment(who, '60000.00'), payment(who, '50000.00'), payment(who, '70000.00')];
    const { intake, status } = await told(who, ...events);
    const seen: string[] = [];
    for (const nth of order) {
      await intake.one(takenBack(events[nth] ?? {}, who));
      seen.push(...(await status()));
    }

    expect(seen).toEqual(['RECEIVED', 'RECEIVED', 'CLEARED']);
  }
});

test('what joins after the first was taken back is asked about', async () => {
  const [first, second, third] = [inDanger('t7'), inDanger('t7'), inDanger('t7')];
  const { intake, status } = await told('t7', first, second, takenBack(first, 't7'), third, takenBack(second, 't7'));
  expect(await status()).toEqual(['RECEIVED']);

  await intake.one(takenBack(third, 't7'));
  expect(await status()).toEqual(['CLEARED']);
});

test('an event that is taken back twice counts once, and stands in the timeline once', async () => {
  const [first, second, third] = [inDanger('t8'), inDanger('t8'), inDanger('t8')];
  const { intake, status } = await told('t8', first, second, third, takenBack(second, 't8'), takenBack(second, 't8'));
  const [only] = await intake.casesOf('t8');
  const { entries = [] } = (await intake.cases.whole(only?.id ?? '')) ?? {};

  expect(await status()).toEqual(['RECEIVED']);
  expect(entries.map((one) => one.type)).toEqual(['case.opened', 'case.merged', 'case.merged', 'case.event-retracted']);
  expect(entries.at(-1)?.facts).toMatchObject({ source: second['source'], eventId: second['id'] });
});

test('an event that nobody told of takes nothing back', async () => {
  const [first, second] = [inDanger('t9'), inDanger('t9')];
  const { intake, status } = await told('t9', first, second, takenBack({ ...first, id: 'another' }, 't9'));
  const [only] = await intake.casesOf('t9');

  expect(await status()).toEqual(['RECEIVED']);
  expect(only).toMatchObject({ version: 2 });
});

test('a debt is over when its flag is taken back, though another of the same sum joined it: the account has the word', async () => {
  const of = { customerId: 't10', accountId: 't10-a' };
  const [first, second] = [accountEvents.flagged(1, of), accountEvents.flagged(2, of)];
  const { status } = await told('t10', first, second, takenBack(first, 't10'));

  expect(await status()).toEqual(['CLEARED']);
});

test('a retraction that overtakes its event is not forgotten: the event opens nothing when it comes', async () => {
  const [help1, payment1] = [inDanger('o1'), payment('o1', '60000.00')];
  const flagged = accountEvents.flagged(1, { accountId: 'o1-a', customerId: 'o1' });
  const { intake, status } = await told(
    'o1',
    takenBack(help1, 'o1'),
    takenBack(payment1, 'o1'),
    takenBack(flagged, 'o1'),
  );

  for (const event of [help1, payment1, flagged]) await intake.one(event);

  expect(await status()).toEqual([]);
  await intake.one(inDanger('o1'));
  expect(await status()).toEqual(['RECEIVED']);
});

test('it joins no case either, and a retraction that names somebody else takes nothing back', async () => {
  const [first, second] = [inDanger('o2'), inDanger('o2')];
  const { intake, status } = await told('o2', first, takenBack(second, 'o2'), takenBack(second, 'o2'), second);

  expect((await intake.casesOf('o2')).map(({ mergedCount }) => mergedCount)).toEqual([0]);
  const other = inDanger('o3');
  expect(await (await told('o3', takenBack(other, 'o4'), other)).status()).toEqual(['RECEIVED']);
  expect(await status()).toEqual(['RECEIVED']);
});
