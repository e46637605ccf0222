import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountId, customerId } from '#domain/ids.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { accountOf } from '../../support/accounts.ts';
import { NOON } from '../../support/cases.ts';
import { dispatchWorld, personOf as person } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const SERVICE = { kind: 'dormant', purpose: 'account_service', plan: { id: 'contact-data', version: 1 } } as const;
test('outside the hours the attempt is deferred to the next opening, and is the same attempt when it goes', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'night');
  world.moveTo(NOON + 12 * HOUR);
  await world.open({ id: 'night', customerId: 'u-night', ...SERVICE });

  await world.work('CASE#night');
  const deferred = await world.caseOf('night');

  expect(deferred.attempts).toMatchObject([{ n: 1, state: 'DEFERRED', rule: 'hours.closed' }]);
  expect(deferred.dueAt).toBeGreaterThanOrEqual(NOON + 23 * HOUR);
  expect(world.provider.taken).toHaveLength(0);

  await world.run('night', 12 * HOUR);

  expect(world.provider.taken.map((text) => text.attemptId)).toEqual(['night.1']);
  expect((await world.caseOf('night')).attempts).toMatchObject([{ n: 1, state: 'ACCEPTED' }]);
});

test('a number that had five texts in a day gets no sixth: the next number, else the next step', async () => {
  const world = dispatchWorld(engine);
  const { phone } = await person(world, 'full');
  await world.point(pointOf(phone), { sends: [1, 2, 3, 4, 5].map((hour) => NOON - hour * HOUR) });
  await world.open({ id: 'full', customerId: 'u-full' });

  await world.work('CASE#full');

  const { stored, tasks } = await world.whole('full');
  expect(world.provider.taken).toHaveLength(0);
  expect(stored.state.attempts.map((one) => [one.step, one.state, one.rule])).toEqual([
    ['push', 'SKIPPED', 'channel.off'],
    ['sms', 'SKIPPED', 'cap.number'],
    ['sms-again', 'SKIPPED', 'cap.number'],
    ['call', 'QUEUED', undefined],
  ]);
  expect(tasks).toMatchObject([{ kind: 'call' }]);
});

test('a case without a customer waits for the record, and is gated again when it comes', async () => {
  const world = dispatchWorld(engine);
  await world.open({ id: 'early', customerId: 'u-early' });

  expect(await world.work('CASE#early')).toBe('moved');
  expect(await world.caseOf('early')).toMatchObject({
    status: 'HELD',
    held: { ruleIds: ['customer.unknown'] },
    dueAt: NOON + DAY,
  });

  const { phone } = await person(world, 'early');
  expect(await world.work('CUS#u-early')).toBe('moved');

  expect(world.provider.taken).toMatchObject([{ to: phone }]);
  const point = await world.pointOf(pointOf(phone));
  expect(point.holders).toMatchObject([{ kind: 'customer', customerId: 'u-early' }]);
  expect(await world.work('CUS#u-early')).toBe('nothing');
});

test('a record that comes while its case is being held for it is not missed', async () => {
  const world = dispatchWorld(engine);
  await world.open({ id: 'race', customerId: 'u-race' });
  const { store } = world.needs;
  let raced = false;
  const needs: DispatchNeeds = {
    ...world.needs,
    store: {
      ...store,
      dossier: async (of) => {
        const loaded = await store.dossier(of);
        if (!raced) {
          raced = true;
          await person(world, 'race');
          // Nothing is held yet, so the wake finds nothing to do.
          await world.work('CUS#u-race');
        }
        return loaded;
      },
    },
  };

  expect(await world.work('CASE#race', needs)).toBe('sent');
});

test('a case that waits for its record goes to a person after a day, and other changes do not use up its waits', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'complains');
  await world.change('u-complains', {
    holds: [{ rule: 'hold.complaint', cause: 'CMP', since: NOON, purposes: ['fraud_security'] }],
  });
  await world.open({ id: 'complains', customerId: 'u-complains' });
  await world.work('CASE#complains');
  const held = await world.caseOf('complains');

  for (let repeat = 0; repeat < 4; repeat += 1) await world.work('CUS#u-complains');
  expect(await world.caseOf('complains')).toEqual(held);

  await world.change('u-complains', { holds: [] });
  await world.work('CUS#u-complains');
  expect(world.provider.taken).toHaveLength(1);
});

test('a text that cannot be made as permitted is passed over with its rule', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'long');
  const words = { ...world.needs.words, bank: { ...world.needs.words.bank, nameZh: '某'.repeat(60) } };
  await world.open({ id: 'long', customerId: 'u-long' });

  await world.work('CASE#long', { ...world.needs, words });

  const of = await world.caseOf('long');
  expect(world.provider.taken).toHaveLength(0);
  expect(of.attempts.filter((one) => one.rule === 'text.refused').map((one) => one.step)).toEqual(['sms', 'sms-again']);
  expect(of.taskId).toBeDefined();
});

test('a number whose tokens are all used in the last month gets no text', async () => {
  const world = dispatchWorld(engine);
  const { phone } = await person(world, 'tokens');
  const full = new Uint8Array(14).fill(255);
  await world.point(pointOf(phone), { tokens: { since: NOON, current: full, previous: full } });
  await world.open({ id: 'tokens', customerId: 'u-tokens' });

  await world.work('CASE#tokens');

  expect((await world.caseOf('tokens')).attempts.some((one) => one.rule === 'token.exhausted')).toBe(true);
  expect(world.provider.taken).toHaveLength(0);
});

test('purposes that operations have paused contact nobody', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'paused');
  await world.open({ id: 'paused', customerId: 'u-paused' });
  const settings = { ...world.needs.settings, pausedPurposes: ['fraud_security' as const] };

  await world.work('CASE#paused', { ...world.needs, settings });

  expect(await world.caseOf('paused')).toMatchObject({ status: 'HELD', held: { ruleIds: ['purpose.paused'] } });
});

test('a British number of a customer in China is texted only when both laws permit it', async () => {
  const world = dispatchWorld(engine);
  const british = customerOf({
    id: customerId('u-uk'),
    phones: [addressOf('+447700900123', { verifiedAt: NOON })],
    timezone: 'Asia/Shanghai',
  });
  await world.customer(british);
  await world.open({ id: 'uk', customerId: 'u-uk', ...SERVICE });

  await world.work('CASE#uk');
  const of = await world.caseOf('uk');

  // 10:00 in Shanghai is 03:00 in London; 17:00 is the first hour that is open in both.
  expect(of.attempts).toMatchObject([{ state: 'DEFERRED', rule: 'hours.closed' }]);
  expect(of.dueAt).toBeGreaterThanOrEqual(NOON + 6 * HOUR);
});

test('a fact that is no longer fresh is asked about without saying that it just happened', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'older');
  const reason = { code: 'unusual-amount', source: 'urn:bank:core', eventId: 'e1', at: NOON - 40 * MINUTE };
  await world.open({ id: 'older', customerId: 'u-older', reason });

  await world.work('CASE#older');

  expect(world.provider.taken[0]?.text).toContain('此前有一笔大额异常交易待核实');
});

test('a source that beats and then falls silent holds a debt, and nothing else', async () => {
  const world = dispatchWorld(engine);
  await person(world, 'mute');
  const feed = createFeedStore(createReader(engine.client, engine.tableName), engine.client, engine.tableName);
  await feed.beat('urn:bank:mute', NOON - 16 * MINUTE);
  const reason = { code: 'overdue', source: 'urn:bank:mute', eventId: 'e1', at: NOON - 25 * HOUR, accountId: 'a-mute' };
  const overdue = { minor: 5_000, currency: 'CNY' };
  const state = { sequence: 1, asOf: NOON - HOUR, source: 'urn:bank:mute', overdue, daysPastDue: 2 };
  await world.account(
    undefined,
    accountOf({
      id: accountId('a-mute'),
      customerId: customerId('u-mute'),
      reasonVersion: 1,
      flaggedAt: reason.at,
      state,
    }),
  );
  const debt = { kind: 'overdue', purpose: 'debt_reminder', plan: { id: 'debt-reminder', version: 1 } } as const;
  await world.open({ id: 'mute', customerId: 'u-mute', accountId: 'a-mute', reason, ...debt });
  await world.work('CASE#mute');
  expect(await world.caseOf('mute')).toMatchObject({ status: 'HELD', held: { ruleIds: ['feed.silent'] } });

  await feed.beat('urn:bank:mute', NOON + 4 * MINUTE);
  await world.run('mute', 6 * MINUTE);
  expect(world.provider.taken).toHaveLength(1);
});

test('where the deployment works under one law, it holds for every account, whoever owns it', async () => {
  const world = dispatchWorld(engine);
  const abroad = customerOf({
    id: customerId('u-abroad'),
    phones: [addressOf('+447700900124', { verifiedAt: NOON })],
    jurisdiction: 'UK',
    timezone: 'Europe/London',
  });
  await world.customer(abroad);
  world.moveTo(NOON + 10 * HOUR);
  await world.open({ id: 'abroad', customerId: 'u-abroad', accountId: 'a-abroad', ...SERVICE, kind: 'contact-data' });
  const settings = { ...world.needs.settings, accountLaw: 'CN' as const };

  await world.work('CASE#abroad', { ...world.needs, settings });
  const { entries } = await world.whole('abroad');
  const decision = JSON.stringify(entries.at(-1)?.facts['decision'] ?? entries.at(-2)?.facts['decision']);

  expect(decision).toContain('UK@');
  expect(decision).toContain('CN@');
});
