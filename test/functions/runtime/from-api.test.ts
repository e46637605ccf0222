import { expect, test } from 'vitest';
import { Fault } from '#domain/errors.ts';
import { type ApiRequest, type ApiStage, fromApi, MAX_BODY_BYTES, readClaims } from '#runtime/from-api.ts';
import { countOf, recordingSurroundings } from '../../support/runtime/fakes-runtime.ts';
import { apiEvent, lambdaContext, type RequestDraft } from '../../support/runtime/lambda-events.ts';

function stageWith(more: Partial<ApiStage<object>> = {}) {
  const seen: ApiRequest[] = [];
  const around = recordingSurroundings();
  const handler = fromApi<object>({
    live: () => ({}),
    handle: async (request) => {
      seen.push(request);
      return { status: 200, body: { ok: true } };
    },
    around,
    ...more,
  });
  return { handler, seen, around };
}

const codeOf = (answer: { body?: string | undefined }): unknown =>
  (JSON.parse(answer.body ?? '{}') as { code?: unknown }).code;

test('hands a request over with its parts named, and answers JSON that nobody may keep', async () => {
  const { handler, seen } = stageWith();
  const draft: RequestDraft = {
    method: 'PUT',
    path: '/v1/customers/c1',
    routeKey: 'PUT /v1/customers/{id}',
    pathParams: { id: 'c1' },
    query: { limit: '5' },
    headers: { 'Content-Type': 'Application/JSON; charset=utf-8', 'Idempotency-Key': 'k' },
    body: '{"name":"王"}',
  };

  const answer = await handler(apiEvent(draft), lambdaContext());

  expect(seen).toMatchObject([
    {
      method: 'PUT',
      routeKey: 'PUT /v1/customers/{id}',
      pathParams: { id: 'c1' },
      query: { limit: '5' },
      headers: { 'idempotency-key': 'k' },
      contentType: 'application/json',
      body: { name: '王' },
      rawBody: '{"name":"王"}',
    },
  ]);
  expect(seen[0]).not.toHaveProperty('claims');
  expect(answer).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    body: '{"ok":true}',
  });
});

test('reads a body that came base64-encoded', async () => {
  const { handler, seen } = stageWith();

  await handler(apiEvent({ body: Buffer.from('{"a":"王"}').toString('base64'), base64: true }));

  expect(seen[0]?.body).toEqual({ a: '王' });
});

test('knows a request without a body', async () => {
  const { handler, seen } = stageWith();

  await handler(apiEvent({ method: 'GET' }));
  await handler(apiEvent({ body: ' \n' }));

  expect(seen.map((request) => 'body' in request)).toEqual([false, false]);
});

const deep = `${'['.repeat(60)}${']'.repeat(60)}`;
test.each<[string, RequestDraft, number, string]>([
  ['a body that is no JSON', { body: '{' }, 400, 'request.not-json'],
  ['a body over the limit', { body: `"${'x'.repeat(MAX_BODY_BYTES)}"` }, 413, 'request.too-large'],
  [
    'an encoded body over the limit',
    { body: Buffer.alloc(1_000_000).toString('base64'), base64: true },
    413,
    'request.too-large',
  ],
  [
    'bytes that are no UTF-8',
    { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), base64: true },
    400,
    'request.not-utf8',
  ],
  ['a NUL in a text', { body: '{"a":"\\u0000"}' }, 400, 'request.odd-text'],
  ['a lone surrogate', { body: '{"a":["\\udc00"]}' }, 400, 'request.odd-text'],
  ['a NUL in the path', { pathParams: { id: 'a\u0000' } }, 400, 'request.odd-text'],
  ['a NUL in the query', { query: { q: '\u0000' } }, 400, 'request.odd-text'],
  ['bottomless nesting', { body: deep }, 400, 'request.too-deep'],
])('refuses %s with a problem document and asks nothing of the stage', async (_, draft, status, code) => {
  const { handler, seen, around } = stageWith();

  const answer = await handler(apiEvent(draft), lambdaContext());

  expect(seen).toEqual([]);
  expect(answer).toMatchObject({ statusCode: status, headers: { 'content-type': 'application/problem+json' } });
  expect(codeOf(answer)).toBe(code);
  expect(countOf(around.figures, 'RequestRefused')).toBe(1);
});

test('lets odd texts through to a stage that refuses them one by one', async () => {
  const { handler, seen } = stageWith({ oddText: 'keep' });

  await handler(apiEvent({ body: '["\\u0000"]' }));

  expect(seen[0]?.body).toEqual(['\u0000']);
});

const named = (name: string, more: object = {}): Error => Object.assign(new Error('+8613800138000'), { name, ...more });
test.each([
  ['the table throttles', named('ProvisionedThroughputExceededException')],
  [
    'a transaction met another',
    named('TransactionCanceledException', { CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }] }),
  ],
  ['the network is away', named('Error', { code: 'ECONNREFUSED' })],
  ['a fault may pass', new Fault('store.conflict', { facts: { tries: 5 } })],
])('answers 503 with Retry-After when %s', async (_, error) => {
  const { handler, around } = stageWith({
    handle: async () => {
      throw error;
    },
  });

  const answer = await handler(apiEvent(), lambdaContext());

  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
  expect(countOf(around.figures, 'RequestPushedBack')).toBe(1);
});

test.each([
  ['an error nobody foresaw', new Error('Wang Wei +8613800138000')],
  [
    'a broken condition',
    named('TransactionCanceledException', {
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }, { Code: 'TransactionConflict' }],
    }),
  ],
  ['something that is no error', 'Wang Wei +8613800138000'],
])('answers 500 without a stack or a person for %s', async (_, error) => {
  const { handler, around } = stageWith({
    handle: async () => {
      throw error; // oxlint-disable-line typescript/only-throw-error -- what a library throws may be no error at all
    },
  });

  const answer = await handler(apiEvent(), lambdaContext());

  expect(answer.statusCode).toBe(500);
  expect(codeOf(answer)).toBe('request.failed');
  expect(JSON.stringify([answer, around.lines])).not.toMatch(/Wang|13800138000/u);
  expect(answer.body).not.toMatch(/ at /u);
});

test('answers before the function is ended', async () => {
  const { handler } = stageWith({ handle: async () => new Promise(() => {}) });

  const answer = await handler(apiEvent(), lambdaContext(520));

  expect(answer.statusCode).toBe(503);
  expect(codeOf(answer)).toBe('request.timed-out');
});

test('answers without a body, and with headers of the stage', async () => {
  const { handler } = stageWith({ handle: async () => ({ status: 204, headers: { 'content-type': 'text/csv' } }) });

  const answer = await handler(apiEvent());

  expect(answer).not.toHaveProperty('body');
  expect(answer.headers).toMatchObject({ 'content-type': 'text/csv' });
});

test.each([
  ['a list', ['agent', 'dept-collections']],
  ['the text of the gateway', '[agent dept-collections]'],
  ['a text with commas', 'agent, dept-collections'],
])('reads roles and departments from groups that are %s', (_, groups) => {
  const claims = readClaims(
    apiEvent({ claims: { sub: 's', client_id: 'app', 'cognito:groups': groups, username: 'li' } }),
  );

  expect(claims).toEqual({ sub: 's', client: 'app', roles: ['agent'], departments: ['collections'], name: 'li' });
});

test('knows a machine client with the producer scope as a producer, and gives no other role by scope', () => {
  const claims = readClaims(
    apiEvent({ claims: { sub: 'core', client_id: 'core', scope: 'liaison/producer liaison/admin' } }),
  );

  expect(claims).toEqual({ sub: 'core', client: 'core', roles: ['producer'], departments: [], name: 'core' });
});

test('knows who signed in by the name of the sign-in, whatever they call themselves', () => {
  const token = { sub: 's', client_id: 'app', token_use: 'access', username: 'desk.1', name: 'Desk One' };

  expect(readClaims(apiEvent({ claims: token }))?.name).toBe('desk.1');
});

test('takes no ID token: it says who somebody is, and under another name', () => {
  const token = { sub: 's', aud: 'app', token_use: 'id', 'cognito:username': 'desk.1', name: 'Desk One' };

  expect(readClaims(apiEvent({ claims: { ...token, 'cognito:groups': '[privacy]' } }))).toBeUndefined();
});

test('gives no role to a token that says none', () => {
  expect(readClaims(apiEvent({ claims: { aud: 'web', 'cognito:groups': 7 } }))).toEqual({
    sub: '',
    client: 'web',
    roles: [],
    departments: [],
    name: '',
  });
});
