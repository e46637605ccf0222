import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, startEngine } from '../../support/engine.ts';
import { accountEvents, at, eventOf, help, intakeOn, PRODUCER } from '../../support/intake/doors.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const BATCH = { headers: { 'content-type': 'application/cloudevents-batch+json' } };
const { state } = accountEvents;

test.each([
  ['no JSON', '{"specversion":', 'request.not-json'],
  ['no body', '', 'request.invalid'],
  ['a list where one event is asked', '[]', 'request.invalid'],
])('refuses %s', async (_what, body, code) => {
  expect(await intakeOn(engine).push(body)).toMatchObject({ status: 400, body: { code } });
});

test.each([
  ['an empty object', {}, '/type'],
  ['a text', 'hello', ''],
  ['nothing', null, ''],
  ['an unknown type', { ...state(1), type: 'liaison.account.closed.v1' }, '/type'],
  ['another version of CloudEvents', { ...state(1), specversion: '0.3' }, '/specversion'],
  ['no source', { ...state(1), source: undefined }, '/source'],
  ['no id', { ...state(1), id: '' }, '/id'],
  ['an extension that is no plain value', { ...state(1), traceparent: { a: 1 } }, '/traceparent'],
  ['an unknown field', state(1, { colour: 'red' }), '/data/colour'],
  ['no sequence', state(1, { sequence: undefined }), '/data/sequence'],
  ['a sequence below zero', state(-1), '/data/sequence'],
  ['a sequence with a fraction', state(1.5), '/data/sequence'],
  ['a sequence no number can hold exactly', state(2 ** 53), '/data/sequence'],
  ['an account id with #', state(1, { accountId: 'a#1' }), '/data/accountId'],
  ['a day that does not exist', state(1, { asOf: '2026-02-30T00:00:00Z' }), '/data/asOf'],
  ['a time without offset', state(1, { asOf: '2026-02-03T00:00:00' }), '/data/asOf'],
  [
    'an amount as a number',
    state(1, { overdueAmount: { amount: 300, currency: 'CNY' } }),
    '/data/overdueAmount/amount',
  ],
  [
    'an amount with too many digits',
    state(1, { overdueAmount: { amount: '12345678901234.00', currency: 'CNY' } }),
    '/data/overdueAmount/amount',
  ],
  [
    'an amount with too many decimals',
    state(1, { overdueAmount: { amount: '0.001', currency: 'CNY' } }),
    '/data/overdueAmount',
  ],
  [
    'an overdue sum below zero',
    state(1, { overdueAmount: { amount: '-1.00', currency: 'CNY' } }),
    '/data/overdueAmount/amount',
  ],
  [
    'evidence of more than 4 KB',
    eventOf('liaison.anomaly.reported.v1', { customerId: 'c', kind: 'k', evidence: { a: 'x'.repeat(4_096) } }),
    '/data/evidence',
  ],
  ['a NUL', help({ note: 'a\u0000b' }), '/data/note'],
  ['a lone surrogate', help({ note: 'a\ud800b' }), '/data/note'],
])('refuses %s and says where', async (_what, event, pointer) => {
  const intake = intakeOn(engine);

  const answer = await intake.one(event);

  const told = { code: 'event.invalid', accepted: 0, duplicates: 0, issues: [{ pointer }] };
  expect(answer).toMatchObject({ status: 400, body: told });
  expect(answer.headers?.['content-type']).toBe('application/problem+json');
});

test('refuses nesting without end before anything looks at it', async () => {
  const answer = await intakeOn(engine).push('['.repeat(40) + ']'.repeat(40));

  expect(answer).toMatchObject({ status: 400, body: { code: 'request.too-deep' } });
});

test('a problem never repeats what was sent', async () => {
  const answer = await intakeOn(engine).one(help({ note: '', kind: '李雷 +8613900000001', 李雷: 1 }));

  expect(JSON.stringify(answer)).not.toMatch(/李雷|13900000001/u);
});

test('one bad event of a batch is refused alone, with its place, id and reason', async () => {
  const intake = intakeOn(engine);
  const good = [help({ customerId: 'b1' }), help({ customerId: 'b2' })];
  const odd = help({ customerId: 'b3', note: 'a\u0000b' }, { id: 'odd-1' });

  const answer = await intake.batch([good[0], odd, good[1], good[0], 7]);

  expect(answer).toMatchObject({
    status: 202,
    body: {
      accepted: 2,
      duplicates: 1,
      rejected: [
        { index: 1, id: 'odd-1', code: 'event.invalid', issues: [{ pointer: '/data/note' }] },
        { index: 4, code: 'event.invalid' },
      ],
    },
  });
  expect(await intake.casesOf('b3')).toEqual([]);
});

test('a batch in which nothing was good is a problem that lists each of its events', async () => {
  const answer = await intakeOn(engine).batch([{}, help({ customerId: '' })]);

  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'event.invalid', accepted: 0, duplicates: 0, rejected: [{ index: 0 }, { index: 1 }] },
  });
});

test('an empty batch is legal and does nothing', async () => {
  expect(await intakeOn(engine).push('[]', BATCH)).toMatchObject({ status: 202, body: { accepted: 0, rejected: [] } });
});

test('refuses more than 100 events, one of more than 64 KB, and a body of more than 256 KB', async () => {
  const intake = intakeOn(engine);
  const large = { ...help(), ext: 'x'.repeat(1_000) };
  const huge = {
    ...large,
    ...Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`ext${n}`, 'x'.repeat(1_000)])),
  };

  expect(await intake.batch(Array.from({ length: 101 }, () => help()))).toMatchObject({
    status: 413,
    body: { code: 'request.too-many-events' },
  });
  expect(await intake.one(huge)).toMatchObject({ status: 413, body: { code: 'event.too-large' } });
  expect(await intake.push(`"${'x'.repeat(256 * 1_024)}"`)).toMatchObject({
    status: 413,
    body: { code: 'request.too-large' },
  });
});

test('refuses query parameters: this route knows none', async () => {
  const answer = await intakeOn(engine).one(help({ customerId: 'query' }), { query: { dryRun: 'true' } });

  expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', issues: [{ pointer: '/dryRun' }] } });
});

test('a number that no machine can hold spoils its own event only, not its batch', async () => {
  const intake = intakeOn(engine);
  const report = eventOf('liaison.anomaly.reported.v1', { customerId: 'big1', kind: 'k', evidence: { n: 12_345 } });
  const body = JSON.stringify([report, help({ customerId: 'big2' })]).replace('12345', '1e999');

  expect(await intake.push(body, BATCH)).toMatchObject({
    status: 202,
    body: { accepted: 1, rejected: [{ index: 0, code: 'event.invalid', issues: [{ pointer: '/data/evidence/n' }] }] },
  });
});

test('who may not speak for a source may not take its events back either', async () => {
  const grants = [{ client: 'core', sources: ['urn:bank:cards'] }];
  const event = eventOf(
    'liaison.event.retracted.v1',
    { source: 'urn:bank:core', id: 'e1', customerId: 'r1' },
    { source: 'urn:bank:cards' },
  );

  expect((await intakeOn(engine, { grants }).one(event)).body).toMatchObject({ code: 'event.source-not-allowed' });
});

test('refuses another media type', async () => {
  const answer = await intakeOn(engine).push(JSON.stringify(help()), {
    headers: { 'content-type': 'application/json' },
  });

  expect(answer).toMatchObject({ status: 415, body: { code: 'request.media-type' } });
});

test('reads a body that the gateway hands over in base64', async () => {
  const body = Buffer.from(JSON.stringify(help({ customerId: 'b64' }))).toString('base64');

  expect(await intakeOn(engine).push(body, { base64: true })).toMatchObject({ status: 202, body: { accepted: 1 } });
});

test('refuses a token without the role of a producer, and none at all', async () => {
  const intake = intakeOn(engine);
  const agent = { sub: 's', client_id: 'core', 'cognito:groups': '[agent]' };

  expect(await intake.one(help(), { claims: agent })).toMatchObject({
    status: 403,
    body: { code: 'request.role-missing' },
  });
  const { claims: _none, ...bare } = { claims: PRODUCER };
  expect(await intake.one(help(), { ...bare, claims: undefined } as never)).toMatchObject({ status: 401 });
});

test('refuses a source the sender may not speak for', async () => {
  const intake = intakeOn(engine, { grants: [{ client: 'core', sources: ['urn:bank:core', 'urn:bank:cards:*'] }] });

  expect(await intake.one(help({}, { source: 'urn:bank:loans' }))).toMatchObject({
    status: 400,
    body: { code: 'event.source-not-allowed' },
  });
  expect(await intake.one(help({ customerId: 's1' }, { source: 'urn:bank:cards:debit' }))).toMatchObject({
    status: 202,
  });
  const other = { ...PRODUCER, client_id: 'cards' };
  expect(await intake.one(help(), { claims: other })).toMatchObject({ status: 400 });
});

test('a customer without any phone is a record too, times may carry any offset', async () => {
  const bare = eventOf('liaison.customer.upserted.v1', {
    customerId: 'bare',
    name: 'A. N. Other',
    asOf: '2026-06-02T23:00:00-03:00',
  });

  expect(await intakeOn(engine).one({ ...bare, time: at(0) })).toMatchObject({ status: 202 });
});
