import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const SETTINGS = [
  'tsconfig.json',
  'biome.json',
  '.oxlintrc.json',
  '.dependency-cruiser.js',
  'knip.json',
  'redocly.yaml',
];

/** A program that says whether a document is of its version. */
function checksDocument(path: string, version: string): string {
  return [
    "import { readFileSync } from 'node:fs';",
    '',
    `if (!readFileSync('${path}', 'utf8').includes('${version}')) {`,
    "  console.log('differs');",
    '  process.exitCode = 2;',
    '}',
    '',
  ].join('\n');
}

const AGREED = { integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' };

/** The lockfile of that tree: one package runs. */
const LOCKED = {
  name: 'planted',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': {
      name: 'planted',
      version: '1.0.0',
      dependencies: { valibot: '1.5.0' },
      devDependencies: { '@swc/core': '1.16.22', vitest: '5.1.1' },
    },
    'node_modules/valibot': { version: '1.5.0', ...AGREED },
    'node_modules/@swc/core': { version: '1.16.22', dev: true, ...AGREED },
    'node_modules/vitest': { version: '5.1.1', dev: true, ...AGREED },
  },
};

/** A small tree in which every gate holds; a canary changes one thing in it. */
export const SOUND: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify(
    {
      name: 'planted',
      version: '1.0.0',
      private: true,
      type: 'module',
      imports: { '#domain/*': './functions/domain/*' },
      dependencies: { valibot: '1.5.0' },
      devDependencies: { '@swc/core': '1.16.22', vitest: '5.1.1' },
      because: {
        '@swc/core': 'the parser of dependency-cruiser',
        valibot: 'schemas at every edge',
        vitest: 'the test runner',
      },
    },
    undefined,
    2,
  )}\n`,
  'package-lock.json': `${JSON.stringify(LOCKED, undefined, 2)}\n`,
  'bin/app.ts': 'export const app = 1;\n',
  'tools/make.ts': 'export const made = 1;\n',
  'tools/make.js': 'export const made = 1;\n',
  'bench/run.ts': 'export const run = 1;\n',
  'tools/mutation/in-process.ts': 'export const broken = 1;\n',
  'functions/domain/words.ts':
    "export const PURPOSES = ['welfare'] as const;\nexport const RULE_IDS = ['cap.number'] as const;\n",
  'functions/domain/errors.ts': "export const FAULTS = {\n  'store.conflict': 409,\n} as const;\n",
  'functions/store/case-store.ts':
    '/** AP-01: the case of an id. */\nexport const caseOf = (id: string): string => id;\n',
  'functions/intake/asked.contract.ts':
    "import * as v from 'valibot';\n\nexport const Asked = v.object({ id: v.string() });\n",
  'functions/intake/ask.lambda.ts': [
    "import * as v from 'valibot';",
    "import { FAULTS } from '#domain/errors.ts';",
    "import { PURPOSES, RULE_IDS } from '#domain/words.ts';",
    "import { caseOf } from '../store/case-store.ts';",
    "import { Asked } from './asked.contract.ts';",
    '',
    'export const handler = (event: unknown): string => {',
    '  const { id } = v.parse(Asked, event);',
    "  return [caseOf(id), ...PURPOSES, ...RULE_IDS, ...Object.keys(FAULTS)].join(' ');",
    '};',
    '',
  ].join('\n'),
  'test/store/case-store.test.ts': [
    "import { expect, test } from 'vitest';",
    "import { caseOf } from '../../functions/store/case-store.ts';",
    '',
    '/** AP-01 */',
    "test('the cap.number rule knows its case', () => {",
    "  expect([caseOf('a'), 'cap.number']).toEqual(['a', 'cap.number']);",
    '});',
    '',
  ].join('\n'),
  'tools/openapi.ts': checksDocument('docs/openapi.json', '3.1.0'),
  'tools/asyncapi.ts': checksDocument('docs/asyncapi.json', '3.0.0'),
  'docs/asyncapi.json': `${JSON.stringify({
    asyncapi: '3.0.0',
    info: { title: 'Planted', version: '1', license: { name: 'Apache-2.0', url: 'https://liaison.test' } },
    channels: { events: { address: 'events', messages: { one: { payload: { type: 'object' } } } } },
    operations: {
      takeEvents: {
        action: 'receive',
        channel: { $ref: '#/channels/events' },
        security: [{ $ref: '#/components/securitySchemes/iam' }],
      },
    },
    components: { securitySchemes: { iam: { type: 'http', scheme: 'aws4-hmac-sha256' } } },
  })}\n`,
  'docs/openapi.json': `${JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Planted', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: 'https://liaison.test' }],
    security: [],
    paths: {
      '/v1/health': {
        get: {
          operationId: 'health',
          summary: 'Is it up?',
          responses: { '200': { description: 'Yes' }, '404': { description: 'No' } },
        },
      },
    },
  })}\n`,
  'docs/glossary.md':
    '# Words\n\n| word | 中文 | meaning |\n| --- | --- | --- |\n| `welfare` | 关怀 | a customer in trouble |\n',
  'docs/errors.md': '# Errors\n\n### `store.conflict`\n\nSomeone else was first.\n',
  'docs/contact-rules.md': '# Rules\n\n| rule | why |\n| --- | --- |\n| `cap.number` | enough is enough |\n',
  'docs/access-patterns.md': '# Questions\n\n| id | question |\n| --- | --- |\n| AP-01 | the case of an id |\n',
  'docs/message-contracts.md': '# Contracts\n\n`functions/intake/asked.contract.ts` asks.\n',
  'docs/decisions/README.md': '# Decisions\n\n- [0001](0001-one-table.md)\n',
  'docs/decisions/0001-one-table.md':
    '# 0001 One table\n\nStatus: accepted\n\n## Context\n\n## Options\n\n## Decision\n\n## Consequences\n\n## Revisit when\n',
};

export type Planted = { readonly root: string; readonly remove: () => void };

/** Writes the sound tree with some files changed (`undefined` leaves one out) into a folder of its own. */
export function plant(changes: Readonly<Record<string, string | undefined>>): Planted {
  const root = mkdtempSync(join(tmpdir(), 'liaison-planted-'));
  for (const name of SETTINGS) if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(root, name));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
