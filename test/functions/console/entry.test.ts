import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENV } from '#runtime/env.contract.ts';
import { handler } from '../../../functions/console/staff-api.lambda.ts';
import { SETTINGS } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { apiEvent, lambdaContext } from '../../support/runtime/lambda-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const health = apiEvent({ method: 'GET', path: '/v1/health' });

test('the entry names everything its deployment forgot, and recovers once it is there', async () => {
  const failed = await handler(health, lambdaContext());
  Object.assign(process.env, {
    [ENV.version]: '1.2.3',
    [ENV.eventsUrl]: 'https://events',
    [ENV.queues]: '[]',
    [ENV.staff]: JSON.stringify({ reads: 100, actions: 100 }),
    [ENV.bank]: JSON.stringify(SETTINGS.bank),
    [ENV.defaults]: JSON.stringify(SETTINGS.defaults),
  });
  const told = await handler(health, lambdaContext());

  expect(failed).toMatchObject({ statusCode: 503, body: expect.stringContaining('runtime.env-missing') as string });
  expect(told).toMatchObject({ statusCode: 200, body: '{"status":"up","version":"1.2.3"}' });
});

test('the entry reads the table it was given, and tells unknown routes as such', async () => {
  const claims = { sub: 's', client_id: 'c', username: 'u', 'cognito:groups': ['admin'] };
  const found = apiEvent({
    method: 'GET',
    path: '/v1/cases/none',
    routeKey: 'GET /v1/cases/{id}',
    pathParams: { id: 'none' },
    claims,
  });

  expect(await handler(found, lambdaContext())).toMatchObject({ statusCode: 404 });
  expect(await handler(apiEvent({ routeKey: '$default', path: '/v2' }), lambdaContext())).toMatchObject({
    statusCode: 404,
    body: expect.stringContaining('request.no-such-route') as string,
  });
});
