import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { takeStep } from '#domain/case/step.ts';
import { toPerson } from '#domain/case/task.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { accountPut } from '#store/account-store.ts';
import { accountOf } from '../../../support/accounts.ts';
import { caseOf, moved, NOON, openedCase } from '../../../support/cases.ts';
import { type As, consoleOn, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { addressOf, pointOf } from '../../../support/records.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
});
afterEach(() => {
  api.time.now = NOON;
});
afterAll(() => engine.stop());

const agent: As = { role: 'agent', departments: ['collections'], staff: 'li.na' };
/** Eleven in the morning in New York. */
const MORNING = NOON + 13 * HOUR;

const debtor = (id: string, number: string, change = {}) =>
  records.customer({ id: customerId(id), phones: [addressOf(number, { verifiedAt: NOON })], mails: [], ...change });
const american = (id: string, number: string) =>
  debtor(id, number, { jurisdiction: 'US', timezone: 'America/New_York' });

/** A debt of this customer that is to be called about; answers the call's task. */
async function debt(id: string, customer: string, number: string): Promise<string> {
  const state = { sequence: 7, asOf: api.time.now, source: 'urn:bank:core', daysPastDue: 5 };
  const account = accountOf({
    id: accountId(id),
    customerId: customerId(customer),
    flaggedAt: NOON - 10 * DAY,
    state: { ...state, overdue: { minor: 30_000, currency: 'CNY' } },
  });
  await records.commit({ advances: [], also: [accountPut(undefined, account)] });
  const base = caseOf('debt');
  const reason = { ...base.reason, accountId: id, at: api.time.now };
  await records.opened({ ...base, id, customerId: customer, accountId: id, reason });
  const at = { id: 'call', channel: 'call', audience: 'customer', point: pointOf(number) } as const;
  const then = { do: 'call', at, decision: { verdict: 'ALLOW' }, tries: 3 } as const;
  const step = { position: { step: 2, round: 0 }, skipped: [], then };
  await records.moved(id, (of) => moved(takeStep(of, step, api.time.now)));
  return `${id}.t2`;
}

const ask = (move: 'claim' | 'dial', id: string) =>
  api.ask(`POST /v1/tasks/{id}/${move}`, { id }, { as: agent, ...(move === 'dial' ? { body: {} } : {}) });
const say = (id: string, outcome: string) =>
  api.ask('POST /v1/tasks/{id}/outcome', { id }, { as: agent, body: { outcome } });

test('a number is called as often a day as the law permits, whatever the debts behind it', async () => {
  await debtor('many', '+8613900002001');
  await debtor('shares', '+8613900002001');
  const first = await debt('many-1', 'many', '+8613900002001');
  for (let call = 0; call < 3; call += 1) {
    api.time.now = NOON + call * (2 * HOUR + MINUTE);
    await ask('claim', first);
    expect(await ask('dial', first)).toMatchObject({ status: 200 });
    await say(first, 'NO_ANSWER');
  }

  const others = [await debt('many-2', 'many', '+8613900002001'), await debt('shares-1', 'shares', '+8613900002001')];

  for (const other of others) {
    await ask('claim', other);
    expect(await ask('dial', other)).toMatchObject({ status: 409, body: { rules: ['cap.number'] } });
  }
});

test('a debtor who spoke about a debt is not called about it anew, nor about another, within the week', async () => {
  api.time.now = MORNING;
  await american('spoke', '+12125550121');
  const first = await debt('spoke-1', 'spoke', '+12125550121');
  await ask('claim', first);
  await ask('dial', first);
  await say(first, 'RIGHT_PARTY');
  expect((await say(first, 'ARRANGEMENT_REQUESTED')).status).toBe(200);

  api.time.now = MORNING + 6 * DAY;
  const second = await debt('spoke-2', 'spoke', '+12125550121');
  await ask('claim', second);

  expect(await ask('dial', second)).toMatchObject({ status: 409, body: { rules: ['cap.debt'] } });
  expect((await api.needs.people.load('spoke'))?.customer.state.sends).toMatchObject({
    dials: [MORNING],
    talks: [MORNING],
  });
});

test('a person who has the case because its plan made sixteen attempts may call', async () => {
  await debtor('spent', '+8613900002003');
  await records.opened(openedCase({ id: 'spent', customerId: 'spent', attemptCount: 16, status: 'WAITING', step: 4 }));
  const said = { type: 'plan.exhausted', actor: { kind: 'system', name: 'dispatch' }, at: NOON, facts: {} } as const;
  await records.moved('spent', (of) => toPerson(of, { task: { kind: 'review' }, said }, NOON));
  const desk: As = { role: 'agent', departments: ['fraud-desk'], staff: 'li.na' };
  await api.ask('POST /v1/tasks/{id}/claim', { id: 'spent.t2' }, { as: desk });

  const dialled = await api.ask('POST /v1/tasks/{id}/dial', { id: 'spent.t2' }, { as: desk, body: {} });

  expect(dialled).toMatchObject({ status: 200, body: { number: '+8613900002003' } });
});

test('whoever turned out to be somebody else was no conversation with the debtor', async () => {
  api.time.now = MORNING;
  await american('other', '+12125550131');
  const task = await debt('other-1', 'other', '+12125550131');
  await ask('claim', task);
  await ask('dial', task);
  await say(task, 'CONNECTED');
  const talks = async () => (await api.needs.people.load('other'))?.customer.state.sends.talks;

  expect(await talks()).toEqual([MORNING]);
  await say(task, 'WRONG_PARTY');
  expect(await talks()).toBeUndefined();
});

test('a call that nobody dialled at the desk counts for the number and the debtor as well', async () => {
  await debtor('undialled', '+8613900002002');
  const task = await debt('undialled-1', 'undialled', '+8613900002002');
  await ask('claim', task);

  await say(task, 'NO_ANSWER');

  expect((await api.needs.people.load('undialled'))?.customer.state.sends.dials).toEqual([NOON]);
  expect((await api.needs.points.load(pointOf('+8613900002002')))?.state.dials).toEqual([NOON]);
});
