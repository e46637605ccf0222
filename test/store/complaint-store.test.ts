import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '#domain/complaint/clock.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { DAY } from '#domain/time.ts';
import { number, text } from '#store/attributes.ts';
import { fromItem, toItem } from '#store/codecs/complaint.ts';
import { complaintAdvance, createComplaintStore } from '#store/complaint-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { snapshotKey } from '#store/keys.ts';
import { createReader, type Reader } from '#store/reader.ts';
import { NOON } from '../support/cases.ts';
import { complaintOf } from '../support/complaints/complaints.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());
const reader = () => createReader(engine.client, engine.tableName);

/** A complaint of the triage desk as it comes in, with the entry that says so. */
const received = (id: string, customerId = 'u1') => {
  const { handler: _nobody, ...of } = complaintOf({ id, customerId, version: 1, caseId: 'c1' });
  const next: Complaint = { ...of, status: 'RECEIVED', department: 'triage', receivedAt: NOON, clocks: [] };
  const said = { type: 'complaint.received', actor: { kind: 'customer' }, at: NOON, facts: {} } as const;
  return { next, entry: { ...said, effects: [] } };
};

const commit = (id: string, customerId?: string) =>
  ledgerOn(engine).commit({ advances: [complaintAdvance(undefined, received(id, customerId), Uint8Array.of(1, 2))] });

test('AP-60, AP-61: a complaint and its timeline are found by its id', async () => {
  await commit('m1');
  const store = createComplaintStore(reader());

  expect((await store.load('m1'))?.state).toEqual(received('m1').next);
  const whole = await store.whole('m1');
  expect(whole?.entries.map((entry) => [entry.seq, entry.type])).toEqual([[1, 'complaint.received']]);
  expect(whole?.entries[0]?.sealed).toEqual(Uint8Array.of(1, 2));
  expect(whole?.stored.head).toEqual(whole?.entries[0]?.hash);
  expect(await store.load('nobody')).toBeUndefined();
  expect(await store.whole('nobody')).toBeUndefined();
});

test('a second complaint of the same id changes nothing', async () => {
  await commit('m2');

  expect(await commit('m2')).toMatchObject({ kind: 'stale' });
  expect((await createComplaintStore(reader()).whole('m2'))?.entries).toHaveLength(1);
});

test('it stands among the cases of its customer', async () => {
  await commit('m3', 'u3');
  const ofCustomer = await createCustomerCases(reader()).page('u3', { limit: 10 });

  expect(ofCustomer.cases).toMatchObject([{ kind: 'complaint', id: 'm3' }]);
});

test('AP-62: several complaints are found at once, in the order asked for', async () => {
  await commit('m4');
  const found = await createComplaintStore(reader()).loadAll(['nobody', 'm4']);

  expect(found.map((one) => one?.state.id)).toEqual([undefined, 'm4']);
  expect(await createComplaintStore(reader()).loadAll([])).toEqual([]);
});

const CLOCK: Clock = {
  policy: 'cn-cbirc-2020',
  version: 1,
  kind: 'decide',
  startedAt: NOON,
  dueAt: NOON + DAY,
  state: 'RUNNING',
  pauses: [],
  extensions: [],
  told: 0,
};

/** A complaint of card-disputes that is due so many days from noon; undefined: nothing is owed. */
const onBoard = (id: string, days: number | undefined, change: Partial<Complaint> = {}) => {
  const { next, entry } = received(id, `u-${id}`);
  const clocks = days === undefined ? [] : [{ ...CLOCK, dueAt: NOON + days * DAY }];
  const to = { ...next, department: 'card-disputes', clocks, ...change } as const;
  return ledgerOn(engine).commit({ advances: [complaintAdvance(undefined, { next: to, entry })] });
};

test('AP-63: a board lists what is open, soonest due first, page by page, in two requests a page', async () => {
  await onBoard('b4', undefined);
  await onBoard('b1', 1);
  await onBoard('b3', 9);
  await onBoard('b2', 3);
  await onBoard('b5', 2, { status: 'RESOLVED' });
  await onBoard('b6', 2, { status: 'WITHDRAWN' });
  let requests = 0;
  const counted: Reader = {
    ...reader(),
    page: (query) => {
      requests += 1;
      return reader().page(query);
    },
    getAll: (keys) => {
      requests += 1;
      return reader().getAll(keys);
    },
  };
  const { board } = createComplaintStore(counted);
  const open = { department: 'card-disputes', resolved: false } as const;

  const first = await board(open, { limit: 2 });
  const second = await board(open, { limit: 2, ...(first.next === undefined ? {} : { after: first.next }) });

  expect([...first.complaints, ...second.complaints].map(({ id }) => id)).toEqual(['b1', 'b2', 'b3', 'b4']);
  expect(second.next).toBeUndefined();
  expect(requests).toBe(4);
  expect(await board({ ...open, resolved: true }, { limit: 9 })).toMatchObject({ complaints: [{ id: 'b5' }] });
});

test('AP-63: of a board only what is due by an instant, also from a position on', async () => {
  const { board } = createComplaintStore(reader());
  const open = { department: 'card-disputes', resolved: false } as const;
  const ids = async (page: { limit: number; after?: string; dueBy: number }) =>
    (await board(open, page)).complaints.map(({ id }) => id);
  const after = (await board(open, { limit: 1 })).next ?? '';

  expect(await ids({ limit: 9, dueBy: NOON + 3 * DAY })).toEqual(['b1', 'b2']);
  expect(await ids({ limit: 9, dueBy: NOON + 3 * DAY, after })).toEqual(['b2']);
  expect(await ids({ limit: 9, dueBy: NOON, after })).toEqual([]);
});

const stored = (complaint: Complaint) => {
  const key = snapshotKey('complaint', complaint.id);
  return { ...toItem(complaint), pk: text(key.pk), sk: text(key.sk), v: number(complaint.version) };
};

test('a complaint that is over leaves the list of its department', () => {
  expect(toItem({ ...received('m9').next, status: 'WITHDRAWN' })).not.toHaveProperty('wq');
  expect(toItem({ ...received('m9').next, status: 'REOPENED' })).toHaveProperty('wq');
});

test('the wrapped key of a complaint of nobody we know is kept as it is', () => {
  const complaint = { ...received('m9').next, key: Uint8Array.of(1, 2, 3) };

  expect(fromItem(stored(complaint)).key).toEqual(complaint.key);
});

test('refuses a form of a complaint it does not know', () => {
  expect(() => fromItem({ ...stored(received('m9').next), sc: number(9) })).toThrow('schema: got 9');
});
