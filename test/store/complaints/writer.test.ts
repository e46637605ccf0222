import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { classify } from '#domain/complaint/life/classify.ts';
import { decide, resolve } from '#domain/complaint/life/decide.ts';
import { rateComplaint } from '#domain/complaint/life/follow-up.ts';
import { transfer, withdraw } from '#domain/complaint/life/handling.ts';
import { SILENCED } from '#domain/complaint/life/holds.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import { makeOffer } from '#domain/complaint/offers/make.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import { customerId } from '#domain/ids.ts';
import { movePoint } from '#domain/reply/point-moves.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { createAccountStore } from '#store/account-store.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createComplaintWriter } from '#store/complaints/complaint-writer.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createPointStore, type PointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createTaskStore } from '#store/task-store.ts';
import { NOON } from '../../support/cases.ts';
import { complaintBook, moved, toldComplaint } from '../../support/complaints/complaints.ts';
import { consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { addressOf, customerOf, pointOf } from '../../support/records.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  await recordsOn(engine, consoleOn(engine).vault).customer();
});
afterAll(() => engine.stop());

const BY = { staff: 'a1', role: 'head' } as const;
const at = (caseId: string, now = NOON + HOUR) => ({ now, by: BY, book: complaintBook, caseId });

function desk() {
  const reader = createReader(engine.client, engine.tableName);
  const { vault } = consoleOn(engine);
  const [complaints, cases, people] = [
    createComplaintStore(reader),
    createCaseStore(reader),
    createPersonStore(reader, vault),
  ];
  const accounts = createAccountStore(reader, engine.client, engine.tableName);
  const book = bundledPolicies(sha256Hex);
  const points = createPointStore(reader);
  const others = { ledger: ledgerOn(engine), cases, people, accounts, book, vault };
  const writeWith = (read: Pick<PointStore, 'loadAll'>) => createComplaintWriter({ ...others, points: read });
  const write = writeWith(points);
  const loaded = async (id: string) => {
    const found = await complaints.load(id);
    if (found === undefined) throw new Error(`no complaint ${id}`);
    return found;
  };
  return {
    cases,
    complaints,
    points,
    write,
    writeWith,
    tasks: createTaskStore(reader),
    loaded,
    holds: async () => ((await people.load('u1'))?.customer.state.holds ?? []).map(({ rule, cause }) => [rule, cause]),
    receive: async (id: string, change: Parameters<typeof toldComplaint>[0] = {}) =>
      write({
        transition: moved(receiveComplaint(toldComplaint({ id, ...change }), { now: NOON, book: complaintBook })),
      }),
    move: async (id: string, rule: (of: Complaint) => ComplaintTransition) => {
      const from = await loaded(id);
      return write({ from, transition: rule(from.state) });
    },
  };
}

const GOODWILL = { kind: 'goodwill', amount: { minor: 5_000, currency: 'CNY' } } as const;
const offered = (caseId: string) => (of: Complaint) =>
  moved(makeOffer(of, { terms: GOODWILL, expiresAt: NOON + 3 * DAY, caseId }, at(caseId)));

test('a complaint comes in with its hold on the customer, and its end lifts that one alone', async () => {
  const { receive, move, holds } = desk();
  await receive('w1');
  await receive('w2', { triage: { category: 'not_owed' } });

  expect(await holds()).toEqual([
    ['hold.complaint', 'w1'],
    ['hold.complaint', 'w2'],
    ['hold.dispute', 'w2'],
  ]);
  await move('w2', (of) => moved(withdraw(of, at('k-none'))));
  expect(await holds()).toEqual([['hold.complaint', 'w1']]);
});

test('the same complaint told twice is taken down once', async () => {
  const { receive, complaints } = desk();
  await receive('w3');

  expect(await receive('w3')).toMatchObject({ kind: 'stale' });
  expect((await complaints.whole('w3'))?.entries).toHaveLength(1);
});

test('an offer opens its case in the transaction of the move, and another one ends that case in its own', async () => {
  const { receive, move, cases } = desk();
  await receive('w4');
  await move('w4', offered('k-w4a'));
  await move('w4', offered('k-w4b'));

  expect((await cases.load('k-w4a'))?.state).toMatchObject({ status: 'RESOLVED', complaintId: 'w4' });
  expect((await cases.load('k-w4b'))?.state).toMatchObject({
    status: 'RECEIVED',
    purpose: 'negotiation_followup',
    about: { what: 'offer', offerId: 'w4.o2' },
  });
});

test('a move that was decided on an older version writes nothing at all', async () => {
  const { receive, move, write, loaded, cases } = desk();
  await receive('w5');
  const from = await loaded('w5');
  await move('w5', offered('k-w5a'));

  expect(await write({ from, transition: offered('k-w5b')(from.state) })).toMatchObject({ kind: 'stale' });
  expect(await cases.load('k-w5b')).toBeUndefined();
});

test('of a decision and a resolution the customer is told once, and a rating ends the complaint with its hold', async () => {
  const { receive, move, cases, loaded, holds } = desk();
  await receive('w6');
  await move('w6', (of) => moved(decide(of, { decision: 'upheld', closureCode: 'explanation' }, at('k-w6a'))));
  const contact = { channel: 'call', at: NOON + HOUR, confirmed: false };
  await move('w6', (of) => moved(resolve(of, { contact, reached: false }, at('k-w6b'))));

  expect((await cases.load('k-w6a'))?.state.about).toMatchObject({ what: 'decided' });
  expect(await cases.load('k-w6b')).toBeUndefined();
  await move('w6', (of) => moved(rateComplaint(of, { rating: 5, heard: true }, at('k-w6c', NOON + DAY))));
  expect((await loaded('w6')).state.status).toBe('FOLLOWED_UP_SATISFIED');
  expect((await holds()).flat()).not.toContain('w6');
});

test('tasks travel with a transfer, whose timeline stays whole', async () => {
  const { receive, move, tasks, complaints } = desk();
  await receive('w7', { triage: { severity: 'P1', flags: ['self_harm'], department: 'complaints' } });
  const open = await tasks.ofComplaint('w7');
  await move('w7', (of) => moved(transfer(of, { department: 'hardship' }, { ...at('k-w7'), tasks: open })));

  expect(await tasks.ofComplaint('w7')).toMatchObject([{ queue: 'hardship', state: 'QUEUED', severity: 'critical' }]);
  expect((await complaints.whole('w7'))?.entries.map(({ type }) => type)).toEqual([
    'complaint.received',
    'complaint.transferred',
  ]);
});

test('a number that is written to while its owner is silenced is not forgotten: the move is made anew', async () => {
  const phones = ['1', '2', '3', '4'].map((last) => addressOf(`+861390000019${last}`));
  const { version: _version, revision: _revision, ...person } = customerOf({ id: customerId('u9'), phones });
  await recordsOn(engine, consoleOn(engine).vault).customer(person);
  const { receive, loaded, writeWith, points } = desk();
  await receive('w9', { customerId: 'u9' });
  const from = await loaded('w9');
  const transition = moved(classify(from.state, { flags: ['stop_contact'] }, at('k-w9')));
  const last = pointOf('+8613900000194');
  /** Somebody says that the number is not theirs, after it was read. */
  const written = async (ids: readonly string[]) => {
    const found = await points.loadAll(ids);
    const { after, entry } = movePoint(
      unknownPoint(last).state,
      { quarantine: true },
      { heard: { inboundId: 'in-9', at: NOON }, now: NOON },
    );
    if (entry !== undefined)
      await ledgerOn(engine).commit({ advances: [pointAdvance(unknownPoint(last), after, entry)] });
    return found;
  };

  expect(await writeWith({ loadAll: written })({ from, transition })).toEqual({ kind: 'stale', failed: [] });
  expect((await loaded('w9')).state.flags).not.toContain('stop_contact');
  expect(await writeWith(points)({ from, transition })).toEqual({ kind: 'committed' });
  expect((await points.load(last))?.state).toMatchObject({ optOut: { purposes: 'all' }, quarantine: {} });
});

test('the app and the mail of whoever asks not to be contacted are silent but for fraud and the complaint itself', async () => {
  const endpoint = 'arn:aws:sns:eu-west-2:111122223333:endpoint/APNS/bank/of-u10';
  const {
    version: _version,
    revision: _revision,
    ...person
  } = customerOf({
    id: customerId('u10'),
    phones: [],
    mails: [addressOf('wang@bank.test')],
    pushEndpoints: [sensitive(endpoint)],
  });
  await recordsOn(engine, consoleOn(engine).vault).customer(person);
  const { receive, move, points } = desk();
  await receive('w10', { customerId: 'u10' });
  await move('w10', (of) => moved(classify(of, { flags: ['stop_contact'] }, at('k-w10'))));

  for (const point of [await consoleOn(engine).vault.pointOf(endpoint), pointOf('wang@bank.test')])
    expect((await points.load(point))?.state.optOut?.purposes).toEqual(SILENCED);
});

test('an offer on a debt that cleared between the decision and the write is not written: it is decided on again', async () => {
  const { receive, move, loaded, cases } = desk();
  await receive('w-owed');
  const on = { terms: GOODWILL, expiresAt: NOON + 3 * DAY, accountId: 'acc-cleared', caseId: 'k-owed', owed: true };

  expect(await move('w-owed', (of) => moved(makeOffer(of, on, at('k-owed'))))).toEqual({ kind: 'stale', failed: [] });
  expect((await loaded('w-owed')).state.offers).toEqual([]);
  expect(await cases.load('k-owed')).toBeUndefined();
});
