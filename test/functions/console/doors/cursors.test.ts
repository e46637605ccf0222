import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerId } from '#domain/ids.ts';
import { NOON, openedCase } from '../../../support/cases.ts';
import { type As, admin, consoleOn, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  const records = recordsOn(engine, api.vault);
  await records.customer({ id: customerId('u9') });
  for (let nth = 0; nth < 6; nth += 1) {
    const department = nth === 5 ? 'payments' : 'collections';
    await records.opened(openedCase({ id: `secret${nth}`, customerId: 'u9', department, openedAt: NOON - nth }));
  }
});
afterAll(() => engine.stop());

const as: As = { role: 'agent', departments: ['payments'], staff: 'p.1' };
const list = (who: As, query: Record<string, string>, route = 'GET /v1/cases') =>
  api.ask(route, {}, { as: who, query: { customerId: 'u9', limit: '1', ...query } });
const idsIn = (body: Readonly<Record<string, unknown>>) =>
  (body['items'] as readonly { id: string }[]).map(({ id }) => id);

test('a cursor tells nothing of what its reader may not see, and leads on to what they may', async () => {
  const ids: string[] = [];
  let cursor: unknown;
  let pages = 0;
  do {
    const { body } = await list(as, typeof cursor === 'string' ? { cursor } : {});
    ids.push(...idsIn(body));
    ({ cursor } = body);
    const told = Buffer.from(typeof cursor === 'string' ? cursor : '', 'base64url').toString('latin1');
    expect(told).not.toContain('secret');
    expect(Buffer.from(told, 'base64url').toString('latin1')).not.toContain('secret');
    pages += 1;
  } while (cursor !== undefined && pages < 20);

  expect(ids).toEqual(['secret5']);
});

test('a cursor opens for its own list alone, and none that is made by hand does', async () => {
  const { body } = await list(admin, {});
  const cursor = String(body['cursor']);
  const byHand = Buffer.from('001780452000000#CASE#secret0').toString('base64url');

  expect((await list(admin, { cursor })).status).toBe(200);
  for (const [other, route] of [
    [cursor, 'GET /v1/tasks'],
    [cursor, 'GET /v1/complaints'],
    [byHand, 'GET /v1/cases'],
    [`${cursor.slice(0, -2)}AA`, 'GET /v1/cases'],
  ] as const) {
    expect(await list(admin, { cursor: other }, route)).toMatchObject({
      status: 400,
      body: { code: 'request.cursor-invalid' },
    });
  }
});
