import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { DAY, HOUR, MINUTE } from '#domain/time.ts';
import { fromItem } from '#store/codecs/entry.ts';
import { attempt, NOON, withAttempts } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { entriesUnder } from '../../support/feedback/table.ts';
import { accountEvents, at, customer, help, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const { flagged, cleared, spent } = accountEvents;
const of = (customerId: string) => ({ customerId, accountId: `${customerId}-a` });
const late = async (customerId: string) =>
  (await entriesUnder(engine, 'LATE#')).map(fromItem).filter(({ facts }) => facts['customerId'] === customerId);

test('an event below what its account remembers is refused, and noted once however often it comes', async () => {
  const intake = intakeOn(engine);
  await intake.batch(Array.from({ length: 48 }, (_, n) => spent(n + 2, of('l1'))));

  for (let n = 0; n < 2; n += 1) {
    const answer = await intake.one(spent(1, { ...of('l1'), postedAt: at(-3 * DAY) }));
    expect(answer.body).toMatchObject({ accepted: 0, rejected: [{ code: 'event.too-late' }] });
  }

  expect(await late('l1')).toMatchObject([
    { type: 'event.late', at: NOON, facts: { what: 'refused', accountId: 'l1-a', sequence: 1, told: NOON - 3 * DAY } },
  ]);
});

test('an event that is too old for the contact it asks for is kept, and noted beside what it changes', async () => {
  const intake = intakeOn(engine);

  await intake.one(flagged(1, { ...of('l2'), asOf: at(-4 * DAY) }));
  await intake.one(help({ customerId: 'l3', at: at(-2 * DAY) }));

  expect((await intake.account('l2-a'))?.state?.daysPastDue).toBe(3);
  expect(await intake.casesOf('l2')).toEqual([]);
  expect(await late('l2')).toMatchObject([{ facts: { what: 'no-contact', sequence: 1 } }]);
  expect(await late('l3')).toMatchObject([{ facts: { what: 'no-contact' } }]);
});

test('an event of more than 90 days ago is refused, a record of a person is not, and what was taken is a duplicate', async () => {
  const intake = intakeOn(engine);
  const old = help({ customerId: 'l9', at: at(-91 * DAY) }, { time: at(-91 * DAY) });
  const known = help({ customerId: 'l10', at: at(-89 * DAY) }, { time: at(-89 * DAY) });
  await intake.one(known);

  expect((await intake.one(old)).body).toMatchObject({ rejected: [{ code: 'event.too-late' }] });
  expect((await intakeOn(engine, { now: NOON + 2 * DAY }).one(known)).body).toMatchObject({ duplicates: 1 });
  expect((await intake.one(customer({ customerId: 'l11' }, { time: at(-91 * DAY) }))).body).toMatchObject({
    accepted: 1,
  });
});

test('an event in time, and one that comes out of order, are not late', async () => {
  const intake = intakeOn(engine);
  for (const sequence of [3, 1, 2]) await intake.one(spent(sequence, of('l4')));
  await intake.one(flagged(4, of('l4')));

  expect(await late('l4')).toEqual([]);
});

/** The only case of a customer as it would stand after a text went out and it came to this status. */
async function sentAndEnded(intake: IntakeUnderTest, customerId: string, change: Partial<Case>): Promise<Case> {
  const [opened] = await intake.casesOf(customerId);
  const stored = opened === undefined ? undefined : await intake.cases.load(opened.id);
  if (stored === undefined) throw new Error('not opened');
  const { dueAt: _due, ...rest } = withAttempts(stored.state, [attempt(1, { at: NOON + HOUR })]);
  const next: Case = { ...rest, ...change, version: stored.state.version + 1 };
  const entry = { type: 'case.closed', actor: { kind: 'system', name: 'test' }, at: NOON + DAY, facts: {} } as const;
  const { advance, also } = intake.needs.caseChange(stored, { next, entry: { ...entry, effects: [] }, tasks: [] });
  await intake.needs.ledger.commit({ advances: [advance], also });
  return next;
}

test.each([
  ['settled', { status: 'RESOLVED', outcome: 'UNREACHABLE', resolvedAt: NOON + 2 * HOUR }],
  ['closed', { status: 'CLOSED', outcome: 'UNREACHABLE', resolvedAt: NOON + 2 * HOUR }],
] as const)('a word dated before a contact of a case that is %s finds it wrongful, once', async (how, change) => {
  const intake = intakeOn(engine);
  const who = `w-${how}`;
  await intake.one(flagged(1, of(who)));
  const ended = await sentAndEnded(intake, who, change);
  intake.clockTo(NOON + 2 * DAY);

  await intake.one(cleared(2, { ...of(who), asOf: at(30 * MINUTE) }));
  await intake.one(cleared(3, { ...of(who), asOf: at(31 * MINUTE) }));

  expect(await intake.casesOf(who)).toMatchObject([{ status: change.status, outcome: 'UNREACHABLE', wrongful: true }]);
  const found = (await intake.cases.whole(ended.id))?.entries.filter(({ type }) => type === 'case.found-wrongful');
  expect(found).toMatchObject([
    { facts: { what: 'overdue-cleared', sequence: 2, wrongful: [{ attempt: 1, channel: 'sms', at: NOON + HOUR }] } },
  ]);
});

test('a word dated after the contact finds nothing wrong', async () => {
  const intake = intakeOn(engine);
  await intake.one(flagged(1, of('w-right')));
  await sentAndEnded(intake, 'w-right', { status: 'RESOLVED', outcome: 'UNREACHABLE', resolvedAt: NOON + 2 * HOUR });
  intake.clockTo(NOON + 2 * DAY);

  await intake.one(cleared(2, { ...of('w-right'), asOf: at(2 * HOUR) }));

  expect((await intake.casesOf('w-right'))[0]?.wrongful).toBeUndefined();
});
