import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../../functions/console/routes.contract.ts';
import { openedCase } from '../../support/cases.ts';
import { consoleOn, recordsOn } from '../../support/console.ts';
import { type Engine, startEngine } from '../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  const records = recordsOn(engine, api.vault);
  await records.customer();
  await records.opened(openedCase({ id: 'g1' }));
});
afterAll(() => engine.stop());

const OURS = ROUTES.filter(({ handler }) => handler === 'staff-api' || handler === 'complaint-api').map(
  ({ method, path }) => `${method} ${path}`,
);
const FIELDS = [
  'reason',
  'expectedVersion',
  'attemptId',
  'state',
  'outcome',
  'note',
  'phone',
  'name',
  'phones',
  'consents',
  'asOf',
];
const QUERIES = ['queue', 'customerId', 'caseId', 'status', 'purpose', 'cursor', 'limit'];
const ids = fc.oneof(
  fc.constantFrom('g1', 'g1.t1', 'u1', 'CASE#g1', 'a1', '.t1', '__proto__'),
  fc.string({ maxLength: 70 }),
);
const word = fc.oneof(
  fc.constantFrom('x', '+8613900000001', 'g1.1', 'ACCEPTED', 'CLEARED', '2026-06-01T00:00:00Z'),
  fc.string(),
);
const bodies = fc.oneof(
  fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(word, fc.integer(), fc.jsonValue()), { maxKeys: 4 }),
  fc.jsonValue(),
);
const asked = fc.record({
  route: fc.constantFrom(...OURS),
  id: ids,
  contactId: ids,
  body: bodies,
  query: fc.dictionary(fc.constantFrom(...QUERIES), word, { maxKeys: 3 }),
  key: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
});

test('nothing that can be asked makes the API fail, and every refusal is a problem document', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asked, async ({ route, id, contactId, body, query, key }) => {
      const path = { id, contactId, aggregateId: id };
      const told = await api.ask(route, path, { body, query, ...(key === undefined ? {} : { key }) });

      statuses.add(told.status);
      expect(told.status).toBeLessThan(500);
      expect(told.status < 400 || told.body['status'] === told.status).toBe(true);
      expect(told.status < 400 || /^[a-z-]+\.[a-z-]+$/u.test(String(told.body['code']))).toBe(true);
    }),
    { numRuns: 400 },
  );

  expect([...statuses]).toEqual(expect.arrayContaining([400, 404]));
});
