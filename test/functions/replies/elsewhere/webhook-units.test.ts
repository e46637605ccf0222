import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { ANSWERED_SUBJECT, askedByMail, webhooksOn } from '../../../support/intake/webhooks.ts';
import { replyWorld } from '../../../support/replies.ts';
import { meterUnits, type UnitMeter } from '../../../support/table/units.ts';

let engine: Engine;
let meter: UnitMeter;
beforeAll(async () => {
  engine = await startEngine();
  // Before the client's first call: it keeps the middleware it began with.
  meter = meterUnits(engine.client);
});
afterAll(() => engine.stop());

test('a mail that denies costs at most 17 units: case, entry, task, two identities, the address', async () => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, 'u-denies', 'fraud_security');

  const { units } = await meter.of(() => webhooksOn(world)('mail', { from, subject: ANSWERED_SUBJECT, text: '2' }));

  expect(units.writes).toBeLessThanOrEqual(17);
});

test('a mail that wants silence costs at most 16 units: case and address with an entry each, two identities', async () => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, 'u-stops', 'debt_reminder');

  const { units } = await meter.of(() => webhooksOn(world)('mail', { from, subject: ANSWERED_SUBJECT, text: 'STOP' }));

  expect(units.writes).toBeLessThanOrEqual(16);
});

test('a repeat and a message without a good signature write nothing', async () => {
  const world = replyWorld(engine);
  const from = await askedByMail(world, 'u-repeats', 'fraud_security');
  const hand = webhooksOn(world);
  const message = { from, subject: ANSWERED_SUBJECT, text: '2', messageId: 'same' };
  await hand('mail', message, { id: 'msg_same' });

  const again = await meter.of(() => hand('mail', message, { id: 'msg_same' }));
  const forged = await meter.of(() => hand('mail', message, { signature: 'v1,AAAA' }));

  expect([again.units.writes, forged.units.writes, forged.units.requests]).toEqual([0, 0, 0]);
});
