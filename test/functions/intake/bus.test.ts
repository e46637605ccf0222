import { afterAll, beforeAll, expect, test } from 'vitest';
import { maySpeakFor } from '../../../functions/intake/take/producers.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import {
  accountEvents,
  busEnvelope,
  customer,
  eventOf,
  help,
  type IntakeUnderTest,
  intakeOn,
} from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const setAside = async (intake: IntakeUnderTest, words: string) =>
  (await intake.quarantine.page({ now: 1_767_225_600_000, limit: 100 })).items.filter(({ body }) =>
    body.includes(words),
  );

test('an event of the bus is applied as one pushed over HTTP', async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'b1' });

  expect(await intake.hearBus(busEnvelope(event))).toEqual([]);

  expect(await intake.casesOf('b1')).toMatchObject([{ purpose: 'welfare' }]);
  expect((await intake.one(event)).body).toMatchObject({ duplicates: 1 });
});

test("the bus's own id is no identity: the same event put twice is one, two events under one id of the bus are two", async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'b2' });
  await intake.hearBus(busEnvelope(event), busEnvelope(event));
  expect(await intake.casesOf('b2')).toHaveLength(1);

  const one = busEnvelope(help({ customerId: 'b3' }), { id: 'the-same' });
  const other = busEnvelope(help({ customerId: 'b4' }), { id: 'the-same' });
  await intake.hearBus(one, other);
  expect([...(await intake.casesOf('b3')), ...(await intake.casesOf('b4'))]).toHaveLength(2);
});

test.each([
  ['put as another source than its own', { source: 'urn:bank:cards' }, 'event.source-not-allowed'],
  ['under another type than its own', { 'detail-type': 'liaison.feed.heartbeat.v1' }, 'event.invalid'],
  ['that is a text', { detail: 'b5-odd' }, 'event.invalid'],
])('an event %s is set aside as one of the bus', async (_what, around, code) => {
  const intake = intakeOn(engine);

  expect(await intake.hearBus(busEnvelope(help({ customerId: 'b5', note: `b5-odd ${code}` }), around))).toEqual([]);

  expect((await setAside(intake, 'b5-odd')).filter((one) => one.code === code)).toContainEqual(
    expect.objectContaining({ code, door: 'bus' }),
  );
  expect(await intake.casesOf('b5')).toEqual([]);
});

test('a message of the bus without its envelope, and one that is no JSON, are set aside', async () => {
  const intake = intakeOn(engine);

  expect(await intake.hearBus(help({ customerId: 'b6', note: 'b6-bare' }), 'b6-no-json {')).toEqual([]);

  expect(await setAside(intake, 'b6-bare')).toMatchObject([{ code: 'event.invalid', door: 'bus' }]);
  expect(await setAside(intake, 'b6-no-json')).toMatchObject([{ code: 'message.not-json', door: 'bus' }]);
});

test('an envelope of the bus that somebody sends to the queue is no event', async () => {
  const intake = intakeOn(engine);
  await intake.receive(busEnvelope(help({ customerId: 'b7', note: 'b7-dressed-up' })));
  expect(await setAside(intake, 'b7-dressed-up')).toMatchObject([{ code: 'event.invalid', door: 'queue' }]);
  expect(await intake.casesOf('b7')).toEqual([]);
});

test('nobody asks for a replay through the bus', async () => {
  const intake = intakeOn(engine);
  await intake.hearBus({ replay: 'b8-replay' });
  expect(await setAside(intake, 'b8-replay')).toMatchObject([{ code: 'event.invalid', door: 'bus' }]);
});

test('an event set aside is replayed as what the bus was put, and leaves when it stands', async () => {
  const intake = intakeOn(engine);
  const contact = eventOf('liaison.contact.upserted.v1', { customerId: 'b9', contactId: 'k1', name: 'Replay Of Bus' });
  await intake.hearBus(busEnvelope(contact));
  const [item] = await setAside(intake, 'Replay Of Bus');
  expect(item).toMatchObject({ code: 'event.customer-unknown', door: 'bus' });

  await intake.one(customer({ customerId: 'b9' }));
  await intake.receive({ replay: item?.id });

  expect(await setAside(intake, 'Replay Of Bus')).toEqual([]);
  expect((await intake.needs.people.load('b9'))?.contacts).toHaveLength(1);
});

test('events of one account in one delivery of the bus keep their order', async () => {
  const intake = intakeOn(engine);
  const of = { customerId: 'b10', accountId: 'b10-a' };
  await intake.hearBus(...[1, 2, 3].map((sequence) => busEnvelope(accountEvents.state(sequence, of))));
  expect(await intake.account('b10-a')).toMatchObject({ state: { sequence: 3 } });
});

test('the bus may say what it was put as, and only what some principal may say', () => {
  const grants = [
    { principal: 'AROAEXAMPLE', sources: ['urn:bank:core'] },
    { client: 'cards', sources: ['urn:bank:cards'] },
  ];
  const putAs = (source: string) => ({ door: 'bus', source }) as const;

  expect(maySpeakFor('urn:bank:core', putAs('urn:bank:core'), grants)).toBe(true);
  expect(maySpeakFor('urn:bank:core', putAs('urn:bank:cards'), grants)).toBe(false);
  expect(maySpeakFor('urn:bank:cards', putAs('urn:bank:cards'), grants)).toBe(false);
});
