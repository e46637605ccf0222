import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import type { Purpose } from '#domain/words.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { webhooksOn } from '../../support/intake/webhooks.ts';
import { customerOf } from '../../support/records.ts';
import { type ReplyWorld, replyWorld } from '../../support/replies.ts';
import { meterUnits, type UnitMeter } from '../../support/table/units.ts';

let engine: Engine;
let meter: UnitMeter;
beforeAll(async () => {
  engine = await startEngine();
  // Before the client's first call: it keeps the middleware it began with.
  meter = meterUnits(engine.client);
});
afterAll(() => engine.stop());

/** A customer asked at a mail address; the question `4K` is open there. */
async function asked(world: ReplyWorld, id: string, purpose: Purpose): Promise<string> {
  const mail = `${id}@example.com`;
  const address = await world.addressAt(mail);
  await world.customer(customerOf({ id: customerId(id), phones: [], mails: [address] }), []);
  await world.open({ id, customerId: id, purpose });
  const question = { token: '4K', caseId: id, attempt: 1, purpose, audience: 'customer' } as const;
  await world.point(address.point, {
    holders: [{ kind: 'customer', customerId: id }],
    questions: [{ ...question, askedAt: world.now(), until: world.now() + 3 * DAY }],
  });
  return mail;
}

const SUBJECT = 'Re: [4K] Example Bank';

test('a mail that denies costs at most 17 units: case, entry, task, two identities, the address', async () => {
  const world = replyWorld(engine);
  const from = await asked(world, 'u-denies', 'fraud_security');

  const { units } = await meter.of(() => webhooksOn(world)('mail', { from, subject: SUBJECT, text: '2' }));

  expect(units.writes).toBeLessThanOrEqual(17);
});

test('a mail that wants silence costs at most 16 units: case and address with an entry each, two identities', async () => {
  const world = replyWorld(engine);
  const from = await asked(world, 'u-stops', 'debt_reminder');

  const { units } = await meter.of(() => webhooksOn(world)('mail', { from, subject: SUBJECT, text: 'STOP' }));

  expect(units.writes).toBeLessThanOrEqual(16);
});

test('a repeat and a message without a good signature write nothing', async () => {
  const world = replyWorld(engine);
  const from = await asked(world, 'u-repeats', 'fraud_security');
  const hand = webhooksOn(world);
  const message = { from, subject: SUBJECT, text: '2', messageId: 'same' };
  await hand('mail', message, { id: 'msg_same' });

  const again = await meter.of(() => hand('mail', message, { id: 'msg_same' }));
  const forged = await meter.of(() => hand('mail', message, { signature: 'v1,AAAA' }));

  expect([again.units.writes, forged.units.writes, forged.units.requests]).toEqual([0, 0, 0]);
});
