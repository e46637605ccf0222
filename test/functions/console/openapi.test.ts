import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import * as words from '#domain/words.ts';
import { RULE_TEXTS } from '#policies/rule-texts.ts';
import { ROUTES } from '../../../functions/console/routes.contract.ts';
import { EVENT_DATA } from '../../../functions/intake/events.contract.ts';
import { STATUS_ALONE } from '../../../functions/intake/outcome.ts';
import { documentText } from '../../../tools/openapi/document.ts';
import { dataName } from '../../../tools/openapi/schemas.ts';

const root = resolve(import.meta.dirname, '../../..');
const Operation = v.looseObject({
  operationId: v.string(),
  summary: v.string(),
  'x-summary-zh': v.string(),
  'x-roles': v.array(v.string()),
  responses: v.record(v.string(), v.unknown()),
});
const Document = v.looseObject({
  openapi: v.literal('3.1.0'),
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.looseObject({
    responses: v.record(v.string(), v.looseObject({ description: v.string() })),
    schemas: v.record(v.string(), v.looseObject({ enum: v.optional(v.array(v.string())) })),
  }),
});
const document = v.parse(Document, JSON.parse(documentText()));
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
);

test('the document has exactly the routes of the code, of which the templates are made', () => {
  expect(operations.map(({ key }) => key).toSorted()).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
});

test('every operation has a name of its own, a sentence in both languages, its roles, and its problems', () => {
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { key, operation } of operations) {
    expect(operation.summary).not.toBe('');
    expect(operation['x-summary-zh']).toMatch(/\p{Script=Han}/u);
    expect(operation['x-roles']).toEqual(ROUTES.find(({ method, path }) => key === `${method} ${path}`)?.roles);
    expect(Object.keys(operation.responses)).toContain('503');
  }
});

test('the closed lists stand in the document as the code has them, the rules with a sentence in both languages', () => {
  const { schemas } = document.components;

  expect(schemas['RuleId']).toMatchObject({ enum: words.RULE_IDS, 'x-texts': RULE_TEXTS });
  expect(schemas['Purpose']?.enum).toEqual(words.PURPOSES);
  expect(schemas['Outcome']?.enum).toEqual(words.OUTCOMES);
  expect(schemas['Department']?.enum).toEqual(words.DEPARTMENTS);
  expect(schemas['Intent']?.enum).toEqual(words.INTENTS);
});

test('every event type is described', () => {
  const described = Object.keys(document.components.schemas);

  expect(Object.keys(EVENT_DATA).filter((type) => !described.includes(dataName(type)))).toEqual([]);
});

test('a refused event stands in the document with the status it answers alone, not with that of the registry routes', () => {
  const described = operations.find(({ key }) => key === 'POST /v1/events')?.operation.responses ?? {};
  const answers = v.parse(v.record(v.string(), v.looseObject({ $ref: v.optional(v.string(), '') })), described);
  const listed = Object.entries(answers).flatMap(([status, { $ref }]) => {
    const codes = document.components.responses[$ref.split('/').at(-1) ?? '']?.description.split(', ') ?? [];
    return codes.filter((code) => code.startsWith('event.')).map((code) => [code, Number(status)]);
  });

  expect(Object.fromEntries(listed)).toEqual(STATUS_ALONE);
});

test('the committed document is the one the code makes', () => {
  expect(readFileSync(resolve(root, 'docs/openapi.json'), 'utf8') === documentText()).toBe(true);
});
