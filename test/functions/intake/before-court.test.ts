import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import { DAY } from '#domain/time.ts';
import { bundledPolicies } from '#policies/book.ts';
import { sha256Hex } from '#runtime/ids.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const { flagged, cleared, state } = accountEvents;
const of = (customerId: string) => ({ customerId, accountId: `${customerId}-a` });
const owing = (daysPastDue: number) => ({
  status: 'active',
  daysPastDue,
  overdueAmount: { amount: '300.00', currency: 'CNY' },
});

const shipped = bundledPolicies(sha256Hex);
const debt = shipped.planFor('debt_reminder');
const plan =
  debt === undefined ? undefined : { ...debt, id: 'pre-litigation', purpose: 'pre_litigation' as const, version: 1 };
/** The shipped book with a plan before court, whichever is shipped. */
const book: PolicyBook = {
  ...shipped,
  newestPlan: (id) => (id === 'pre-litigation' ? plan : shipped.newestPlan(id)),
  planFor: (purpose) => (purpose === 'pre_litigation' ? plan : shipped.planFor(purpose)),
};

const statusOf = async (intake: IntakeUnderTest, customerId: string) =>
  (await intake.casesOf(customerId)).map(({ purpose, status, outcome }) => [purpose, status, outcome]);

test('a debt of ninety days is asked about before court, and its reminder gives way', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one(flagged(1, { ...of('b1'), daysPastDue: 20 }));
  intake.clockTo(NOON + 1_000);

  await intake.one(state(2, { ...of('b1'), ...owing(90) }));

  expect(await statusOf(intake, 'b1')).toEqual([
    ['debt_reminder', 'RESOLVED', 'DUPLICATE'],
    ['pre_litigation', 'RECEIVED', undefined],
  ]);
  const [reminder, court] = await intake.casesOf('b1');
  const entries = (await intake.cases.whole(reminder?.id ?? ''))?.entries ?? [];
  expect(entries.at(-1)).toMatchObject({ type: 'case.gave-way', facts: { goesOnIn: court?.id } });
  expect((await intake.account('b1-a'))?.openCases).toEqual([{ caseId: court?.id, kind: 'pre-litigation' }]);
});

test('a debt of eighty-nine days is not', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one(state(1, { ...of('b2'), ...owing(89) }));
  expect(await statusOf(intake, 'b2')).toEqual([]);
});

test('the case before court takes no further word: a state told every day, or another flag, writes nothing', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one(state(1, { ...of('b3'), ...owing(90) }));
  const [before] = await intake.casesOf('b3');

  intake.clockTo(NOON + DAY);
  await intake.one(state(2, { ...of('b3'), ...owing(91), asOf: at(DAY) }));
  await intake.one(flagged(3, { ...of('b3'), daysPastDue: 91, asOf: at(DAY) }));

  expect(await intake.casesOf('b3')).toEqual([before]);
});

test('it is cleared with the debt, and when the debt is young again', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one(state(1, { ...of('b4'), ...owing(95) }));
  await intake.one(cleared(2, of('b4')));
  expect(await statusOf(intake, 'b4')).toEqual([['pre_litigation', 'RESOLVED', 'CLEARED']]);

  await intake.one(state(1, { ...of('b5'), ...owing(95) }));
  await intake.one(flagged(2, { ...of('b5'), daysPastDue: 30 }));
  expect(await statusOf(intake, 'b5')).toEqual(
    expect.arrayContaining([
      ['pre_litigation', 'RESOLVED', 'CLEARED'],
      ['debt_reminder', 'RECEIVED', undefined],
    ]),
  );
});

test.each<[string, string, Partial<Case>]>([
  ['b6', 'an arrangement asked for', { outcome: 'ARRANGEMENT_REQUESTED' }],
  ['b6d', 'a debt disputed', { outcome: 'DISPUTED' }],
  ['b6h', 'out of work, in their own words', { heardAt: NOON }],
])('%s: a debt that a person has in hand (%s) is not taken to court behind their back', async (id, _what, said) => {
  const intake = intakeOn(engine, { book });
  await intake.one(flagged(1, { ...of(id), daysPastDue: 20 }));
  const [reminder] = await intake.casesOf(id);
  const stored = await intake.cases.load(reminder?.id ?? '');
  if (stored === undefined) throw new Error('got no case, expected the reminder');
  const entry = { type: 'reply.received', actor: { kind: 'customer' }, at: NOON, facts: {}, effects: [] } as const;
  const next = { ...stored.state, version: 2, status: 'HUMAN', ...said } as const;
  const { advance, also } = intake.needs.caseChange(stored, { next, entry, tasks: [] });
  await intake.needs.ledger.commit({ advances: [advance], also });

  await intake.one(state(2, { ...of(id), ...owing(90) }));

  expect(await statusOf(intake, id)).toEqual([['debt_reminder', 'HUMAN', said.outcome]]);
});

test('silence is no answer: a reminder that a person only reviews gives way to what comes before court', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one(flagged(1, { ...of('b6s'), daysPastDue: 20 }));
  const [reminder] = await intake.casesOf('b6s');
  const stored = await intake.cases.load(reminder?.id ?? '');
  if (stored === undefined) throw new Error('got no case, expected the reminder');
  const entry = { type: 'plan.exhausted', actor: { kind: 'system', name: 'dispatch' }, at: NOON, facts: {} } as const;
  const next = { ...stored.state, version: 2, status: 'HUMAN', outcome: 'UNREACHABLE' } as const;
  const { advance, also } = intake.needs.caseChange(stored, { next, entry: { ...entry, effects: [] }, tasks: [] });
  await intake.needs.ledger.commit({ advances: [advance], also });

  await intake.one(state(2, { ...of('b6s'), ...owing(90) }));

  expect(await statusOf(intake, 'b6s')).toContainEqual(['pre_litigation', 'RECEIVED', undefined]);
});

test('what is told for the record only opens no case, whatever it says', async () => {
  const intake = intakeOn(engine, { book });
  await intake.one({ ...state(1, { ...of('b7'), ...owing(120) }), contactoff: true });
  await intake.one({ ...flagged(2, { ...of('b7'), daysPastDue: 120 }), contactoff: true });
  await intake.one({ ...state(1, { ...of('b8'), status: 'dormant' }), contactoff: true });

  expect([...(await intake.casesOf('b7')), ...(await intake.casesOf('b8'))]).toEqual([]);
  expect(await intake.account('b7-a')).toMatchObject({ state: { daysPastDue: 120 } });
});

test('without a plan before court reminders go on', async () => {
  const none = {
    ...book,
    planFor: (purpose: Parameters<PolicyBook['planFor']>[0]) =>
      purpose === 'pre_litigation' ? undefined : shipped.planFor(purpose),
  };
  const intake = intakeOn(engine, { book: none });
  await intake.one(flagged(1, { ...of('b9'), daysPastDue: 120 }));
  expect(await statusOf(intake, 'b9')).toEqual([['debt_reminder', 'RECEIVED', undefined]]);
});
