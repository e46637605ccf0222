import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactId, customerId } from '#domain/ids.ts';
import { SECOND } from '#domain/time.ts';
import type { Ledger } from '#store/ledger.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { recordReceipt } from '../../../functions/dispatch/receipts/record-receipt.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { contactOf, customerOf, pointOf } from '../../support/records.ts';
import { meterUnits } from '../../support/table/units.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const ID = 'abcdefghijklmnopqrst';

type Meter = ReturnType<typeof meterUnits>;

/** Dispatch that notes the write units of each commit, in order. */
function metered(needs: DispatchNeeds, meter: Meter): { needs: DispatchNeeds; commits: number[] } {
  const commits: number[] = [];
  const commit: Ledger['commit'] = async (change) => {
    const before = meter.spent().writes;
    const result = await needs.store.ledger.commit(change);
    commits.push(meter.spent().writes - before);
    return result;
  };
  return { needs: { ...needs, store: { ...needs.store, ledger: { commit } } }, commits };
}

test('a text costs a claim and an outcome, and its receipt four units more', async () => {
  // Before the client's first call: it keeps the middleware it began with.
  const meter = meterUnits(engine.client);
  const world = dispatchWorld(engine);
  await world.customer(customerOf(), [contactOf({ customerId: customerId('u1'), contactId: contactId('k1') })]);
  await world.open({ id: ID });
  meter.reset();
  const { needs, commits } = metered(world.needs, meter);

  await world.work(`CASE#${ID}`, needs);
  const { requests } = meter.spent();
  await recordReceipt(
    {
      eventType: 'TEXT_DELIVERED',
      eventTimestamp: NOON + SECOND,
      isFinal: true,
      destinationPhoneNumber: '+8613900000001',
      messageId: 'message-1',
    },
    { ...needs, pointOf: (number) => Promise.resolve(pointOf(number)), fromWire: Number },
    { receiveCount: 1 },
  );

  // Claim: snapshot 2, its due time 2, entry with decision and text 2, number 2, customer 2. Outcome: snapshot 2, entry
  // 2. Receipt: snapshot 2, entry 2.
  expect(commits).toEqual([10, 4, 4]);
  // Case, customer, contacts, points, claim; case, outcome; the vault's key once.
  expect(requests).toBeLessThanOrEqual(9);
});
