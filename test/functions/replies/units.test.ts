import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, replyWorld } from '../../support/replies.ts';
import { meterUnits } from '../../support/table/units.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const ID = 'abcdefghijklmnopqrst';

test('a reply that settles its case costs one transaction of few units and few reads', async () => {
  // Before the client's first call: it keeps the middleware it began with.
  const meter = meterUnits(engine.client);
  const world = replyWorld(engine);
  await world.bank('u1', '+8613800005101');
  await world.open({ id: ID, customerId: 'u1' });
  await world.work(caseName(ID));
  await world.type('+8613800005101', 'HELP');
  const { units } = await meter.of(() => world.type('+8613800005101', '1'));

  expect((await world.caseOf(ID)).status).toBe('RESOLVED');
  // Snapshot 2, its due time 2, its place among the open 1, entry 2, the number 2, identity of the message 2.
  expect(units.writes).toBe(11);
  // Identity, number, case, customer, contacts; the transaction.
  expect(units.requests).toBe(6);
});
