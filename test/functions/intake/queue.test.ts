import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maySpeakFor } from '../../../functions/intake/take/producers.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, customer, eventOf, help, type IntakeUnderTest, intakeOn } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const QUEUE_TIME = 1_767_225_600_000;
const setAside = async (intake: IntakeUnderTest) =>
  (await intake.quarantine.page({ now: QUEUE_TIME, limit: 100 })).items;
const ofBody = async (intake: IntakeUnderTest, words: string) =>
  (await setAside(intake)).filter((item) => item.body.includes(words));

test('an event of the queue is applied as one pushed over HTTP', async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'q1' });

  expect(await intake.receive(event)).toEqual([]);

  expect(await intake.casesOf('q1')).toMatchObject([{ purpose: 'welfare' }]);
  expect((await intake.one(event)).body).toMatchObject({ duplicates: 1 });
});

test.each([
  ['no JSON', 'not-json {', 'message.not-json', 'not-json'],
  ['a lone surrogate', JSON.stringify(help({ note: 'odd\ud800' })), 'message.odd-text', 'odd'],
  ['an unknown field', JSON.stringify(help({ colour: 'ultramarine' })), 'event.invalid', 'ultramarine'],
  [
    'a foreign source',
    JSON.stringify(help({}, { source: 'urn:else:where' })),
    'event.source-not-allowed',
    'else:where',
  ],
  ['no event at all', JSON.stringify({ hello: 'stranger' }), 'event.invalid', 'stranger'],
])('a message with %s is set aside, consumed, and never tried again', async (_what, body, code, words) => {
  const intake = intakeOn(engine);

  expect(await intake.receive(body)).toEqual([]);

  expect(await ofBody(intake, words)).toMatchObject([{ code, door: 'queue', senderId: 'AIDAEXAMPLE', at: QUEUE_TIME }]);
  expect(intake.around.figures).toContainEqual(
    expect.objectContaining({ name: 'MessageQuarantined', value: 1, dimensions: { code } }),
  );
});

test('one bad message never takes its neighbours along', async () => {
  const intake = intakeOn(engine);

  const failed = await intake.receive(help({ customerId: 'q2' }), 'broken [', help({ customerId: 'q3' }));

  expect(failed).toEqual([]);
  expect([...(await intake.casesOf('q2')), ...(await intake.casesOf('q3'))]).toHaveLength(2);
});

test('an identity that was used before is set aside with its code', async () => {
  const intake = intakeOn(engine);
  const event = help({ customerId: 'q4' });
  await intake.receive(event, { ...event, data: { ...event.data, kind: 'a-different-story' } });

  expect(await ofBody(intake, 'a-different-story')).toMatchObject([{ code: 'event.id-reused' }]);
  expect(await intake.casesOf('q4')).toHaveLength(1);
});

test('a quarantined event is replayed as whoever sent it first, and leaves when it stands', async () => {
  const contact = eventOf('liaison.contact.upserted.v1', { customerId: 'q5', contactId: 'k1', name: 'Replay Me' });
  const intake = intakeOn(engine);
  await intake.receive(contact);
  const [item] = await ofBody(intake, 'Replay Me');
  expect(item).toMatchObject({ code: 'event.customer-unknown' });

  await intake.receive({ replay: item?.id });
  expect(await ofBody(intake, 'Replay Me')).toHaveLength(1);
  await intake.one(customer({ customerId: 'q5' }));
  await intake.receive({ replay: item?.id });
  await intake.receive({ replay: item?.id });

  expect(await ofBody(intake, 'Replay Me')).toEqual([]);
  expect((await intake.needs.people.load('q5'))?.contacts).toHaveLength(1);
});

test('a replay gives nobody a right the first sender did not have', async () => {
  const intake = intakeOn(engine);
  await intake.receive(help({ customerId: 'q6', note: 'foreign-again' }, { source: 'urn:else:where' }));
  const [item] = await ofBody(intake, 'foreign-again');

  await intake.receive({ replay: item?.id });
  expect(await ofBody(intake, 'foreign-again')).toHaveLength(1);

  const trusting = intakeOn(engine, { grants: [{ principal: 'AIDAEXAMPLE', sources: ['urn:else:*'] }] });
  await trusting.receive({ replay: item?.id });
  expect(await trusting.casesOf('q6')).toHaveLength(1);
});

test('a replay of what is no longer there is consumed', async () => {
  expect(await intakeOn(engine).receive({ replay: `${String(NOON).padStart(15, '0')}.${'a'.repeat(22)}` })).toEqual([]);
});

test('what is set aside lies sealed in the table', async () => {
  const intake = intakeOn(engine);
  await intake.receive(help({ customerId: 'q7', note: 'very-private', colour: 'red' }));
  const [item] = await ofBody(intake, 'very-private');

  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.tableName }));
  const seen = Items.filter((one) => one['sk']?.S === item?.id);

  expect(seen).toHaveLength(1);
  expect(Buffer.from(JSON.stringify(seen)).includes('very-private')).toBe(false);
});

test('events of one account in one delivery end in the newest state', async () => {
  const intake = intakeOn(engine);
  const of = { customerId: 'q8', accountId: 'q8-a' };

  await intake.receive(accountEvents.state(2, { ...of, status: 'frozen' }), accountEvents.state(1, of));

  expect(await intake.account('q8-a')).toMatchObject({ state: { status: 'frozen', sequence: 2 }, version: 2 });
});

test('a role is known by its id, whichever of its sessions sends', () => {
  const grants = [{ principal: 'AROAEXAMPLEEXAMPLEID', sources: ['urn:bank:core'] }];
  const may = (principal: string) => maySpeakFor('urn:bank:core', { door: 'queue', principal }, grants);

  expect(may('AROAEXAMPLEEXAMPLEID:i-0123456789')).toBe(true);
  expect(may('AROAEXAMPLEEXAMPLEID')).toBe(true);
  expect(may('AROAEXAMPLEEXAMPLEIDX:i-0123456789')).toBe(false);
  expect(may('AROAANOTHEREXAMPLEID:AROAEXAMPLEEXAMPLEID')).toBe(false);
});
