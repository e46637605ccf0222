import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seen } from '#domain/feedback/recurring.ts';
import { HOUR, MINUTE } from '#domain/time.ts';
import { RECURRING } from '#policies/recurring.ts';
import { createAudit } from '#store/audit.ts';
import { createIncidentStore, createRecurring, type RecurringPort } from '#store/figures/incident-store.ts';
import { createReader, type Reader } from '#store/reader.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';

let engine: Engine;
let reader: Reader;
let recurring: RecurringPort;
beforeAll(async () => {
  engine = await startEngine();
  reader = createReader(engine.client, engine.tableName);
  recurring = createRecurring({
    reader,
    db: engine.client,
    tableName: engine.tableName,
    ledger: ledgerOn(engine),
    rules: RECURRING,
  });
});
afterAll(() => engine.stop());

const faults = (key: Seen['key'], count: number, from = NOON): Seen[] =>
  Array.from({ length: count }, (_, nth) => ({
    key,
    complaintId: `${key}.${from}.${nth}`,
    person: `p${nth}`,
    at: from + nth * MINUTE,
  }));
const incidents = () => createIncidentStore(reader);

test('AP-80, AP-81, AP-82, AP-83: twelve complaints of one fault are one incident with its members, delivered once or twice', async () => {
  const twelve = faults('transfer.failed', 12);
  await recurring.see(twelve);
  await recurring.see(twelve);

  const { incidents: all } = await incidents().page({ limit: 10 });
  const ours = all.filter((one) => one.kind === 'transfer.failed');
  expect(ours).toHaveLength(1);
  expect(ours[0]).toMatchObject({ count: 12, firstAt: NOON, lastAt: NOON + 11 * MINUTE });
  expect(ours[0]?.members).toEqual(twelve.map((one) => one.complaintId));
  expect(await incidents().get(ours[0]?.id ?? '')).toEqual(ours[0]);
});

test('an incident is told when it opens, and again an hour later while it grows; its record verifies', async () => {
  await recurring.see(faults('card.declined', 8));
  await recurring.see(faults('card.declined', 3, NOON + HOUR));
  await recurring.see(faults('card.declined', 3, NOON + 2 * HOUR));

  const [incident] = (await incidents().page({ limit: 10 })).incidents.filter((one) => one.kind === 'card.declined');
  expect(await createAudit(reader).verify('incident', incident?.id ?? '')).toMatchObject({ ok: true, entries: 2 });
  expect(incident?.count).toBe(14);
});

test('seven are none, and what is no incident is not found', async () => {
  await recurring.see(faults('atm.fault', 7));

  expect((await incidents().page({ limit: 10 })).incidents.some((one) => one.kind === 'atm.fault')).toBe(false);
  expect(await incidents().get('nothing')).toBeUndefined();
});

test('one outage told as three faults is one incident, whichever is told last', async () => {
  const told = (['app.down', 'login.failed', 'service.down'] as const).flatMap((key, nth) =>
    faults(key, 3).map((one, of) => ({ ...one, person: `o${nth}.${of}`, at: one.at + nth })),
  );
  await recurring.see(told);
  await recurring.see(told.toReversed());

  const { incidents: all } = await incidents().page({ limit: 10 });
  const ours = all.filter(({ members }) => members.some((id) => told.some(({ complaintId }) => complaintId === id)));
  expect(ours.map(({ kind, count }) => [kind, count])).toEqual([['service.down', 9]]);
});

test('two readers of the stream at once lose none and make one', async () => {
  const all = faults('charged.twice', 10);
  await Promise.all([recurring.see(all.slice(0, 5)), recurring.see(all.slice(5))]);

  const [incident] = (await incidents().page({ limit: 10 })).incidents.filter((one) => one.kind === 'charged.twice');
  expect(incident?.count).toBe(10);
});

test('a list is read page by page, the newest first', async () => {
  await recurring.see(faults('data.leak', 8, NOON + 9 * HOUR));
  const first = await incidents().page({ limit: 1 });
  const second = await incidents().page({ limit: 1, ...(first.next === undefined ? {} : { after: first.next }) });

  expect(first.incidents[0]?.kind).toBe('data.leak');
  expect(second.incidents[0]?.id).not.toBe(first.incidents[0]?.id);
});
