import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountState } from '#domain/account/account.ts';
import { accountId, customerId } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { accountPut } from '#store/account-store.ts';
import { accountOf } from '../../../support/accounts.ts';
import { NOON } from '../../../support/cases.ts';
import { clerk, complaintDesk, head, stranger, supervisor } from '../../../support/complaints/desk.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let desk: Awaited<ReturnType<typeof complaintDesk>>;
beforeAll(async () => {
  engine = await startEngine();
  desk = await complaintDesk(engine);
});
afterAll(() => engine.stop());

const money = (amount: string, currency = 'CNY') => ({ amount, currency });
const INSTALMENTS = { kind: 'instalments', count: 3, amount: money('1000.00') };
const offering = (terms: object, expiresAt = '2026-06-10') => ({ terms, expiresAt });

test('an offer within authority is open at once, and a date alone means its end where the customer is', async () => {
  await desk.received('offer1');

  const made = await desk.move('offer1', 'offer', offering(INSTALMENTS));

  expect(made).toMatchObject({ status: 201, body: { offerId: 'offer1.o1', state: 'OPEN' } });
  expect((await desk.shown('offer1')).body).toMatchObject({
    status: 'RECEIVED',
    offers: [
      {
        id: 'offer1.o1',
        state: 'OPEN',
        madeBy: 'li.na',
        terms: { kind: 'instalments', count: 3, amount: { amount: '1000.00', currency: 'CNY' } },
        expiresAt: '2026-06-10T15:59:59.999Z',
      },
    ],
  });
});

test('an offer above authority waits for another person who may offer as much', async () => {
  await desk.received('offer2');
  const made = await desk.move('offer2', 'offer', offering({ kind: 'goodwill', amount: money('15000.01') }), clerk);
  expect(made).toMatchObject({ status: 201, body: { state: 'AWAITING_APPROVAL' } });
  const tasks = await desk.api.ask('GET /v1/tasks', {}, { as: clerk, query: { complaintId: 'offer2' } });
  expect(tasks.body['items']).toMatchObject([{ kind: 'approve', state: 'QUEUED', queue: 'hardship' }]);

  expect(await desk.offer('offer2', 'offer2.o1', 'approve')).toMatchObject({
    status: 403,
    body: { code: 'offer.own-approval' },
  });
  const approved = await desk.offer('offer2', 'offer2.o1', 'approve', {}, supervisor);

  expect(approved).toMatchObject({ status: 200, body: { id: 'offer2', offerId: 'offer2.o1', state: 'OPEN' } });
  const after = await desk.api.ask('GET /v1/tasks', {}, { as: clerk, query: { complaintId: 'offer2' } });
  expect(after.body['items']).toMatchObject([{ state: 'DONE' }]);
});

const owing = (minor: number, sequence: number): AccountState => ({
  sequence,
  asOf: NOON,
  source: 'urn:bank:core',
  overdue: { minor, currency: 'CNY' },
});

test('an offer on a debt that cleared before it was approved is withdrawn, and nobody is asked', async () => {
  const before = accountOf({ id: accountId('a9'), version: 1, state: owing(5_000_000, 7) });
  await desk.records.commit({ advances: [], also: [accountPut(undefined, before)] });
  await desk.received('offer9', { accountId: 'a9' });
  const terms = { kind: 'instalments', count: 3, amount: money('50000.00') };
  expect(await desk.move('offer9', 'offer', offering(terms))).toMatchObject({ body: { state: 'AWAITING_APPROVAL' } });
  const cleared = { ...before, version: 2, state: owing(0, 9) };
  await desk.records.commit({ advances: [], also: [accountPut(before, cleared)] });

  const approved = await desk.offer('offer9', 'offer9.o1', 'approve', {}, supervisor);

  expect(approved).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
  expect((await desk.shown('offer9')).body).toMatchObject({
    offers: [{ state: 'WITHDRAWN', reason: { code: 'account.cleared', sequence: 9 } }],
    timeline: [{}, { type: 'offer.made' }, { type: 'offer.withdrawn' }],
  });
});

test('an offer on a debt that still stands is approved, and its case is found again by the account', async () => {
  const before = accountOf({ id: accountId('a10'), version: 1, state: owing(5_000_000, 7) });
  await desk.records.commit({ advances: [], also: [accountPut(undefined, before)] });
  await desk.received('offer10', { accountId: 'a10' });
  const terms = { kind: 'instalments', count: 3, amount: money('50000.00') };
  await desk.move('offer10', 'offer', offering(terms));

  const approved = await desk.offer('offer10', 'offer10.o1', 'approve', {}, supervisor);

  expect(approved).toMatchObject({ status: 200, body: { state: 'OPEN' } });
  expect((await desk.api.needs.accounts.load('a10'))?.openCases).toHaveLength(1);
});

test('however often something is offered, the account keeps its own debt in sight, and the offer that stands now', async () => {
  const debts = ['d1', 'd2', 'd3'].map((caseId, at) => ({ caseId, kind: at === 0 ? 'overdue' : 'new-payee' }));
  const before = accountOf({ id: accountId('a11'), version: 1, state: owing(500_000, 7), openCases: debts });
  await desk.records.commit({ advances: [], also: [accountPut(undefined, before)] });
  await desk.received('offer11', { accountId: 'a11' });
  for (let times = 0; times < 4; times += 1) await desk.move('offer11', 'offer', offering(INSTALMENTS));

  const open = (await desk.api.needs.accounts.load('a11'))?.openCases ?? [];
  const offers = (await desk.api.needs.complaints.load('offer11'))?.state.offers ?? [];
  expect(open).toHaveLength(4);
  expect(open).toContainEqual({ caseId: 'd1', kind: 'overdue' });
  expect(open.at(-1)?.caseId).toBe(offers.at(-1)?.caseId);
});

test('an offer on another customer’s account is refused as one on an unknown account is, and tells nothing of it', async () => {
  const foreign = accountOf({
    id: accountId('a12'),
    customerId: customerId('u2'),
    version: 1,
    state: owing(5_000_000, 7),
  });
  await desk.records.commit({ advances: [], also: [accountPut(undefined, foreign)] });
  await desk.received('offer12');
  const about = (named: string) => desk.move('offer12', 'offer', { ...offering(INSTALMENTS), accountId: named });

  const [refused, unknown] = [await about('a12'), await about('a-nobody-told-of')];

  expect(refused).toMatchObject({ status: 422, body: { code: 'offer.account-unknown' } });
  expect(unknown.body).toEqual({ ...refused.body, instance: unknown.body['instance'] });
  expect((await desk.shown('offer12')).body).toMatchObject({ version: 1, offers: [] });
  expect((await desk.api.needs.accounts.load('a12'))?.openCases).toEqual([]);
});

test('another person of too little authority does not approve it', async () => {
  await desk.received('offer3');
  await desk.move('offer3', 'offer', offering({ kind: 'goodwill', amount: money('150000.01') }), head);
  const colleague = { ...clerk, staff: 'he.lin' };
  await desk.move('offer3', 'offer', offering({ kind: 'goodwill', amount: money('150000.01') }), supervisor);

  expect(await desk.offer('offer3', 'offer3.o2', 'approve', {}, colleague)).toMatchObject({
    status: 403,
    body: { code: 'offer.above-authority' },
  });
});

test('an offer accepted on the customer’s word becomes an agreement; a second answer finds it closed', async () => {
  await desk.received('offer4');
  await desk.move(
    'offer4',
    'offer',
    offering({ kind: 'waiver', fees: [{ name: 'late fee', amount: money('50.00') }] }),
  );

  const accepted = await desk.offer('offer4', 'offer4.o1', 'accept', { reason: '电话确认' });

  expect(accepted).toMatchObject({ status: 200, body: { state: 'ACCEPTED', agreements: [{ offerId: 'offer4.o1' }] } });
  expect((await desk.shown('offer4')).body['agreements']).toMatchObject([
    {
      id: 'offer4.a1',
      offerId: 'offer4.o1',
      terms: { kind: 'waiver', fees: [{ name: 'late fee', amount: { amount: '50.00', currency: 'CNY' } }] },
      replyText: '电话确认',
      at: '2026-06-03T02:00:00Z',
    },
  ]);
  expect(await desk.offer('offer4', 'offer4.o1', 'decline', { reason: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'offer.not-open' },
  });
});

test('a counter is kept with its sum and words; a replaced offer is not accepted', async () => {
  await desk.received('offer5');
  await desk.move('offer5', 'offer', offering(INSTALMENTS));
  await desk.move('offer5', 'offer', offering({ kind: 'deferral', until: '2026-07-01' }));
  expect(await desk.offer('offer5', 'offer5.o1', 'accept', { reason: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'offer.not-open' },
  });

  const countered = await desk.offer('offer5', 'offer5.o2', 'counter', { amount: money('300.00'), note: '每月三百' });

  expect(countered).toMatchObject({ status: 200, body: { state: 'COUNTERED' } });
  expect((await desk.shown('offer5')).body['offers']).toMatchObject([
    { state: 'REPLACED' },
    { state: 'COUNTERED', counter: { amount: { amount: '300.00', currency: 'CNY' }, note: '每月三百' } },
  ]);
});

test('an acceptance after the offer’s end is refused', async () => {
  await desk.received('offer6');
  await desk.move('offer6', 'offer', offering(INSTALMENTS, '2026-06-04T02:00:00Z'));
  desk.api.time.now = NOON + 2 * DAY;

  const late = await desk.offer('offer6', 'offer6.o1', 'accept', { reason: 'x' });
  desk.api.time.now = NOON;

  expect(late).toMatchObject({ status: 409, body: { code: 'offer.expired' } });
  expect((await desk.shown('offer6')).body).toMatchObject({ version: 2, agreements: [] });
});

test.each([
  ['terms of an unknown kind', { terms: { kind: 'gift' }, expiresAt: '2026-06-10' }, 400, 'request.invalid'],
  ['a day that is none', offering({ kind: 'deferral', until: '2026-02-30' }), 400, 'request.invalid'],
  ['a fraction of a cent', offering({ kind: 'goodwill', amount: money('1.001') }), 400, 'request.invalid'],
  ['no money at all', offering({ kind: 'goodwill', amount: money('0.00') }), 422, 'offer.terms-invalid'],
  ['an end that has passed', offering(INSTALMENTS, '2026-06-01'), 422, 'offer.expiry-passed'],
])('an offer with %s is refused and nothing moves', async (_what, body, status, code) => {
  const id = `bad-${code.replace('.', '-')}-${JSON.stringify(body).length}`;
  await desk.received(id);

  expect(await desk.move(id, 'offer', body)).toMatchObject({ status, body: { code } });
  expect((await desk.shown(id)).body['version']).toBe(1);
});

test('an offer that is not there, or of a complaint of another department', async () => {
  await desk.received('offer7');

  expect(await desk.offer('offer7', 'offer7.o9', 'accept', { reason: 'x' })).toMatchObject({
    status: 404,
    body: { code: 'offer.unknown' },
  });
  expect(await desk.offer('offer7', 'offer7.o1', 'accept', { reason: 'x' }, stranger)).toMatchObject({
    status: 404,
    body: { code: 'request.not-found' },
  });
});
