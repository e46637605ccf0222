import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '#domain/account/account.ts';
import { clearCase } from '#domain/case/ends/clear.ts';
import { SEND_DEADLINE } from '#domain/case/transition.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { HOUR } from '#domain/time.ts';
import { accountPut } from '#store/account-store.ts';
import type { DispatchNeeds } from '../../../functions/dispatch/ports.ts';
import { accountOf } from '../../support/accounts.ts';
import { moved, NOON } from '../../support/cases.ts';
import { dispatchWorld, type World } from '../../support/dispatches.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const money = (minor: number) => ({ minor, currency: 'CNY' });
const overdue = (id: string): Account =>
  accountOf({
    id: accountId(`a-${id}`),
    customerId: customerId(`u-${id}`),
    reasonVersion: 1,
    flaggedAt: NOON - 25 * HOUR,
    state: { sequence: 7, asOf: NOON - HOUR, source: 'urn:bank:core', overdue: money(30_000), daysPastDue: 3 },
  });
const cleared = (from: Account): Account => ({
  ...from,
  version: 1,
  reasonVersion: 2,
  state: { sequence: 8, asOf: NOON, source: 'urn:bank:core', overdue: money(0), daysPastDue: 0 },
});

async function debtCase(world: World, id: string): Promise<Account> {
  const phone = addressOf(`+86138${id.length}${id.charCodeAt(0)}0000`.padEnd(14, '0').slice(0, 14), {
    verifiedAt: NOON,
  });
  await world.customer(customerOf({ id: customerId(`u-${id}`), phones: [phone] }));
  const account = overdue(id);
  await world.account(undefined, account);
  await world.open({
    id,
    customerId: `u-${id}`,
    accountId: `a-${id}`,
    kind: 'overdue',
    purpose: 'debt_reminder',
    plan: { id: 'debt-reminder', version: 1 },
    reason: {
      code: 'overdue',
      source: 'urn:bank:core',
      eventId: 'e7',
      at: NOON - 25 * HOUR,
      sequence: 7,
      accountId: `a-${id}`,
      tail: '1234',
    },
  });
  return { ...account, version: 1 };
}

/** Dispatch that is overtaken once, after it has read what it judges by. */
function overtaken(world: World, by: () => Promise<unknown>): DispatchNeeds {
  let done = false;
  const { store } = world.needs;
  return {
    ...world.needs,
    store: {
      ...store,
      dossier: async (of) => {
        const loaded = await store.dossier(of);
        if (!done) {
          done = true;
          await by();
        }
        return loaded;
      },
    },
  };
}

test('a reminder goes out when the debt still stands', async () => {
  const world = dispatchWorld(engine);
  await debtCase(world, 'stands');

  expect(await world.work('CASE#stands')).toBe('sent');
  expect(world.provider.taken[0]?.text).toContain('尾号1234账户有款项逾期');
});

test('a balance that clears between the claim’s read and its write: the claim is lost, no text goes out', async () => {
  const world = dispatchWorld(engine);
  const account = await debtCase(world, 'clears');
  const clear = async () => {
    const stored = (await world.whole('clears')).stored;
    const by = { what: 'paid', asOf: NOON, sequence: 8, source: 'urn:bank:core' };
    const { advance, also } = world.needs.store.caseChange(stored, moved(clearCase(stored.state, by, { now: NOON })));
    await world.needs.store.ledger.commit({
      advances: [advance],
      also: [...also, accountPut(account, cleared(account))],
    });
  };

  expect(await world.work('CASE#clears', overtaken(world, clear))).toBe('nothing');

  expect(world.provider.requests()).toBe(0);
  expect(world.figures.get('ClaimLost')).toBe(1);
  expect(await world.caseOf('clears')).toMatchObject({ status: 'RESOLVED', outcome: 'CLEARED', attempts: [] });
});

test('the account alone is enough: what was decided on is no longer so, and the next look sees it', async () => {
  const world = dispatchWorld(engine);
  const account = await debtCase(world, 'account');

  expect(
    await world.work(
      'CASE#account',
      overtaken(world, () => world.account(account, cleared(account))),
    ),
  ).toBe('moved');

  expect(world.provider.requests()).toBe(0);
  expect(await world.caseOf('account')).toMatchObject({ status: 'SUPPRESSED' });
});

test('a card payment that changes nothing of the reason does not starve the claim', async () => {
  const world = dispatchWorld(engine);
  const account = await debtCase(world, 'card');
  const paid = { ...account, lastActivityAt: NOON };

  expect(
    await world.work(
      'CASE#card',
      overtaken(world, () => world.account(account, paid)),
    ),
  ).toBe('sent');
  expect(world.figures.get('ClaimLost')).toBeUndefined();
});

test('a STOP, a quarantine, a hold or a new record between read and write: no text on what no longer holds', async () => {
  const world = dispatchWorld(engine);
  const phoneOf = async (id: string) =>
    (await world.needs.store.people.load(`u-${id}`))?.customer.state.phones[0]?.point;
  const cases: [string, (id: string) => Promise<unknown>][] = [
    ['stop', async (id) => world.point((await phoneOf(id)) ?? pointOf(''), { optOut: { at: NOON, purposes: 'all' } })],
    [
      'wrong-no',
      async (id) => world.point((await phoneOf(id)) ?? pointOf(''), { quarantine: { at: NOON, reason: 'x' } }),
    ],
    [
      'held',
      (id) =>
        world.change(`u-${id}`, {
          holds: [{ rule: 'hold.complaint', cause: 'CMP', since: NOON, purposes: ['debt_reminder'] }],
        }),
    ],
    ['deceased', (id) => world.change(`u-${id}`, { flags: ['deceased'] })],
  ];
  for (const [id, happens] of cases) {
    await debtCase(world, id);
    await world.work(
      `CASE#${id}`,
      overtaken(world, () => happens(id)),
    );
  }

  expect(world.provider.requests()).toBe(0);
  expect(world.figures.get('ClaimLost')).toBe(4);
  expect((await world.caseOf('held')).held?.ruleIds).toEqual(['hold.complaint']);
  expect((await world.caseOf('deceased')).status).toBe('SUPPRESSED');
});

test('a first flag holds the reminder for a day, and a claim waits no longer', async () => {
  const world = dispatchWorld(engine);
  const account = await debtCase(world, 'first-flag');
  await world.account(account, { ...account, flaggedAt: NOON - HOUR });

  expect(await world.work('CASE#first-flag')).toBe('moved');
  expect(await world.caseOf('first-flag')).toMatchObject({
    status: 'HELD',
    dueAt: NOON + 23 * HOUR,
    held: { ruleIds: ['hold.first-flag'] },
  });

  await world.run('first-flag', 24 * HOUR);

  expect(world.provider.taken).toHaveLength(1);
});

test('a debt flagged today whose customer has no number to be used is held all the same, and nobody is asked before its day', async () => {
  const world = dispatchWorld(engine);
  const account = await debtCase(world, 'no-number');
  await world.change('u-no-number', { phones: [] });
  await world.account(account, { ...account, flaggedAt: NOON - HOUR });

  await world.work('CASE#no-number');
  expect(await world.caseOf('no-number')).toMatchObject({ status: 'HELD', step: 0, dueAt: NOON + 23 * HOUR });

  await world.run('no-number', 24 * HOUR);
  expect(await world.caseOf('no-number')).toMatchObject({ status: 'HUMAN' });
});

test('a payment that moves while the case is being held for it is not missed', async () => {
  const world = dispatchWorld(engine);
  const before = await debtCase(world, 'moving');
  const pending = { sum: { minor: 100_000_000, currency: 'CNY' }, at: NOON };
  const held = { ...before, pending, version: before.version + 1, reasonVersion: before.reasonVersion + 1 };
  await world.account(before, held);
  const { pending: _posted, ...rest } = held;
  const posted = { ...rest, version: held.version + 1, reasonVersion: held.reasonVersion + 1 };

  await world.work(
    'CASE#moving',
    overtaken(world, () => world.account(held, posted)),
  );

  expect(world.provider.taken).toHaveLength(1);
});

test('when everything it rests on keeps moving, the message comes again instead of being dropped', async () => {
  const world = dispatchWorld(engine);
  await debtCase(world, 'busy');
  const { store } = world.needs;
  const moving: DispatchNeeds = {
    ...world.needs,
    store: {
      ...store,
      dossier: async (of) => {
        const loaded = await store.dossier(of);
        await world.change(of.customerId, {});
        return loaded;
      },
    },
  };

  await expect(world.work('CASE#busy', moving)).rejects.toMatchObject({ code: 'store.conflict' });
  expect(world.provider.requests()).toBe(0);
});

test('two cases at one number at once: each text has its own token, and the number counts both', async () => {
  const world = dispatchWorld(engine);
  const phone = '+8613700000001';
  await world.customer(customerOf({ id: customerId('u-both'), phones: [addressOf(phone, { verifiedAt: NOON })] }));
  for (const id of ['both-1', 'both-2']) await world.open({ id, customerId: 'u-both' });

  await Promise.all(['both-1', 'both-2'].map((id) => world.work(`CASE#${id}`)));
  // Whoever found the number busy waits for the outcome of the other's text (rule `contact-point.busy`).
  world.later(SEND_DEADLINE);
  await Promise.all(['both-1', 'both-2'].map((id) => world.work(`CASE#${id}`)));

  const point = await world.pointOf(pointOf(phone));
  expect(world.provider.taken).toHaveLength(2);
  expect(point.sends).toHaveLength(2);
  expect(new Set(point.questions.map((question) => question.token)).size).toBe(2);
  expect(point.recent).toHaveLength(2);
});
