import { expect, test } from 'vitest';
import { allChecks } from '../../tools/checks/all.ts';
import { plant, SOUND } from '../support/tree/planted.ts';

const long = (lines: number): string => `${'// line\n'.repeat(lines)}export const handler = 1;\n`;
const locked = SOUND['package-lock.json'] ?? '';
const decision = SOUND['docs/decisions/0001-one-table.md'] ?? '';

/** One planted fault for every check, with words of what must be reported. Spelled so that no check finds them here. */
const FAULTS: Readonly<Record<string, readonly (readonly [path: string, text: string | undefined, said: string])[]>> = {
  'types (tsc)': [['functions/domain/wrong.ts', "export const wrong: number = 'text';\n", 'TS2322']],
  'lint (oxlint, type-aware)': [
    ['functions/domain/when.ts', 'export const when = (): number => Date.now();\n', 'Date'],
  ],
  'layers (dependency-cruiser)': [
    ['functions/domain/reach.ts', "export { caseOf } from '../store/case-store.ts';\n", 'domain-imports-only-itself'],
  ],
  'dead code (knip)': [
    ['functions/domain/unused.ts', 'export const unused = 1;\n', 'files'],
    ['functions/store/case-store.ts', `${SOUND['functions/store/case-store.ts']}export const idle = 1;\n`, 'idle'],
    [
      'package.json',
      (SOUND['package.json'] ?? '').replace('"dependencies": {', '"dependencies": { "esbuild": "1.0.0",'),
      'esbuild',
    ],
  ],
  'openapi: the document is sound (redocly)': [
    ['docs/openapi.json', (SOUND['docs/openapi.json'] ?? '').replace('"description":"Yes"', '"words":"Yes"'), 'words'],
    ['docs/openapi.json', '{ "openapi"', 'openapi'],
  ],
  'asyncapi: the document is sound (redocly)': [
    ['docs/asyncapi.json', (SOUND['docs/asyncapi.json'] ?? '').replace('"receive"', '"take"'), 'action'],
    ['docs/asyncapi.json', '{ "asyncapi"', 'asyncapi'],
  ],
  'asyncapi: the document is current': [
    ['docs/asyncapi.json', (SOUND['docs/asyncapi.json'] ?? '').replace('3.0.0', '3.0.1'), 'differs'],
    ['tools/asyncapi.ts', undefined, 'tools/asyncapi.ts'],
  ],
  'openapi: the document is current': [
    ['docs/openapi.json', (SOUND['docs/openapi.json'] ?? '').replace('3.1.0', '3.1.1'), 'differs'],
    ['tools/openapi.ts', undefined, 'tools/openapi.ts'],
  ],
  'format (biome)': [['functions/domain/crooked.ts', 'export   const crooked = "x"\n', 'crooked.ts']],
  'files and folders keep their budgets': [
    ['functions/intake/long.lambda.ts', long(40), 'got 41 lines, expected at most 40 of an entry'],
    ['functions/intake/long.ts', long(120), 'at most 120 of a use case'],
    ['functions/domain/long.ts', long(200), 'at most 200 of a domain file'],
    ['functions/store/long.ts', long(250), 'at most 250 of a store'],
    ['lib/constructs/long.ts', long(200), 'at most 200 of a construct'],
    ['lib/stacks/long.ts', long(80), 'at most 80 of a stack'],
    ['bin/long.ts', long(60), 'at most 60 of the CDK app'],
    ['test/domain/long.test.ts', long(300), 'at most 300 of a test file'],
  ],
  'folders are named by subject, files in kebab-case, no barrels': [
    ['functions/utils/one.ts', 'export {};\n', 'named by kind'],
    ['functions/intake/index.ts', 'export {};\n', 'barrel'],
    ['functions/intake/askAgain.ts', 'export {};\n', 'kebab-case'],
  ],
  'only store/keys.ts and domain/ids.ts join with #': [
    ['functions/intake/key.ts', 'export const key = (id: string): string => [`CASE#`, id].join(``);\n', 'CASE#'],
    ['functions/store/split.ts', "export const parts = (pk: string): string[] => pk.split('#');\n", "split('#')"],
  ],
  'every suppression says why on its line': [
    ['lib/quiet.ts', '// oxlint-disable-next-line no-console\nconsole.log(1);\n', 'no reason'],
    ['lib/loud.ts', '// @ts-ignore: because it was so much easier\nexport const x = 1;\n', 'no reason'],
    ['lib/kept.ts', '// Stryker disable next-line all\nexport const y = 1;\n', 'no reason'],
    ['lib/whole.ts', '// Stryker disable all: because it was so much easier\nexport const z = 1;\n', 'no reason'],
  ],
  'no test is skipped, focused or run on mocked modules': [
    ['test/domain/a.test.ts', "test.skip('later', () => {});\n", 'skip'],
    ['test/domain/b.test.ts', "test.only('mine', () => {});\n", 'only'],
    ['test/domain/c.test.ts', "vi.mock('../store.ts');\n", 'vi.mock'],
    ['test/domain/d.test.ts', "test.skipIf(process.platform === 'linux')('x', () => {});\n", 'skipIf'],
  ],
  'a file that another one names by its place is there': [
    [
      'lib/moved.ts',
      "export const at = new URL('../bench/child.ts', import.meta.url);\n",
      'bench/child.ts is not there',
    ],
  ],
  'no path or host of a machine is written down': [
    ['docs/setup.md', 'Look into /home/someone/liaison.\n', 'someone'],
    ['package-lock.json', '{ "resolved": "https://registry.example/valibot.tgz" }\n', 'registry.example'],
  ],
  'every dependency has its reason and an exact version': [
    [
      'package.json',
      (SOUND['package.json'] ?? '').replace('"vitest": "the test runner"', '"vite": "an old friend here"'),
      'vitest',
    ],
    ['package.json', (SOUND['package.json'] ?? '').replace('"1.5.0"', '"^1.5.0"'), 'exact'],
  ],
  'the bill of materials names all that runs (npm sbom)': [
    ['package-lock.json', '{ "lockfileVersion": 3', 'npm sbom'],
    ['package-lock.json', locked.replace(`"version": "1.5.0"`, `"version": "1.4.0"`), '1.5.0'],
    ['package-lock.json', locked.replace('"license": "MIT"', '"dev": false'), 'no licence'],
  ],
  'no secret is written down (secretlint)': [
    [
      'docs/setup.md',
      `Sign in\nwith ${['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')}.\n`,
      'docs/setup.md:2: found',
    ],
    [
      'lib/key.ts',
      `export const key =\n  '${['xoxb', '123456789012', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-')}';\n`,
      'lib/key.ts:2',
    ],
  ],
  'the lockfile holds hashes, known licences and no script nobody allowed': [
    ['package-lock.json', undefined, 'is missing'],
    ['package-lock.json', locked.replace('sha512-', 'sha1-'), 'no sha512 hash'],
    ['package-lock.json', locked.replace('"license": "MIT"', '"resolved": "git+ssh://x", "license": "MIT"'), 'outside'],
    [
      'package-lock.json',
      locked.replace('"license": "MIT"', '"hasInstallScript": true, "license": "MIT"'),
      'allowScripts',
    ],
    ['package-lock.json', locked.replace('"license": "MIT"', '"license": "MIT AND GPL-3.0-only"'), 'GPL-3.0-only'],
    ['package-lock.json', locked.replace('"license": "MIT"', '"license": "CC-BY-4.0"'), 'CC-BY-4.0'],
  ],
  'decisions have number, status, sections and a place in the index': [
    ['docs/decisions/0003-gap.md', decision.replace('0001', '0003'), 'expected 2'],
    ['docs/decisions/0001-one-table.md', decision.replace('accepted', 'proposed'), 'status'],
    ['docs/decisions/0001-one-table.md', decision.replace('## Options\n', ''), 'Options'],
    ['docs/decisions/0002-other.md', decision.replace('0001', '0002'), 'not listed'],
  ],
  'the glossary explains every word in both languages': [
    ['docs/glossary.md', '# Words\n', 'lacks welfare'],
    ['docs/glossary.md', `${SOUND['docs/glossary.md']}| \`happiness\` | 幸福 | no word of ours |\n`, 'lacks happiness'],
    ['docs/glossary.md', `${SOUND['docs/glossary.md']}| \`welfare\` | 关怀 | once more |\n`, 'explains welfare twice'],
    ['docs/glossary.md', '# Words\n\n| `welfare` | care | a customer in trouble |\n', 'lacks Chinese'],
  ],
  'every fault code has its heading, every refusal its row': [
    [
      'functions/intake/refuse.ts',
      "export const REJECTIONS = {\n  'event.odd': 'no event',\n} as const;\n",
      'event.odd',
    ],
    ['docs/errors.md', `${SOUND['docs/errors.md']}\n| \`event.gone\` | 409 | no more |\n`, 'event.gone'],
    ['docs/errors.md', '# Errors\n', 'store.conflict'],
    ['docs/errors.md', `${SOUND['docs/errors.md']}\n### \`store.gone\`\n`, 'store.gone'],
  ],
  'contact rules: table, closed list and tests agree': [
    ['docs/contact-rules.md', '# Rules\n', 'lacks cap.number'],
    ['test/store/case-store.test.ts', '/** AP-01 */\n', 'no test names the rule cap.number'],
  ],
  'access patterns: document, methods and tests agree': [
    ['docs/access-patterns.md', '# Questions\n', 'lacks AP-01'],
    ['test/store/case-store.test.ts', "export const rule = 'cap.number';\n", 'lacks AP-01'],
  ],
  'every message contract is described': [
    ['docs/message-contracts.md', '# Contracts\n', 'asked.contract.ts'],
    ['docs/message-contracts.md', `${SOUND['docs/message-contracts.md']}\`liaison.case.gone.v1\`\n`, 'case.gone'],
    ['functions/domain/effects.ts', "export const NOTICE_TYPES = ['case.opened'] as const;\n", 'case.opened'],
  ],
  'documents in two languages have the same sections and commands': [
    ['docs/guide.zh-CN.md', '# 指南\n', 'has no docs/guide.md'],
    ['docs/errors.zh-CN.md', '# 错误\n\n## 多出一节\n', 'got 1 sections, expected 0'],
    ['docs/errors.zh-CN.md', '# 错误\n\n```sh\nls\n```\n', 'code block 1'],
  ],
  'sources named in the code stand in the documents': [
    ['functions/domain/old.ts', '/** Source: docs/lost.md. */\nexport {};\n', 'no docs/lost.md'],
    ['functions/domain/old.ts', '/** Source: docs/errors.md, Lost things. */\nexport {};\n', 'no section Lost things'],
    ['functions/domain/old.ts', '/** Source: the outer contract. */\nexport {};\n', 'names no document'],
    ['functions/domain/old.ts', '/** All of them (contract, "HTTP"). */\nexport {};\n', 'names no document'],
    ['functions/domain/old.ts', '/** What it says; contract, `classify reply`. */\nexport {};\n', 'names no document'],
    ['functions/domain/old.ts', "/** Longest text; the contract's limit. */\nexport {};\n", 'names no document'],
    ['functions/domain/old.ts', '/** Source: the taxonomy of complaints. */\nexport {};\n', 'names no document'],
    ['bench/old.ts', '/** Source: the quality page. */\nexport {};\n', 'names no document'],
    ['test/domain/old.test.ts', '/** Stories, by their numbers in the list. */\nexport {};\n', 'names no document'],
    ['test/domain/old.test.ts', "test('3: a late denial is heard', () => {});\n", 'names no document'],
    ['test/domain/old.test.ts', "test('scenario 3: a late denial', () => {});\n", 'names no document'],
  ],
  'documents name commands that exist': [
    ['docs/lost.md', 'Type `npm run dance`.\n', 'no script dance'],
    ['docs/lost.md', 'Type `npx liaison dance`.\n', 'no command dance'],
  ],
  'links of the documents lead somewhere': [
    ['docs/lost.md', '[there](nowhere.md)\n', 'nowhere.md'],
    ['docs/lost.md', '[there](errors.md#no-such-heading)\n', 'no-such-heading'],
  ],
};

const cases = Object.entries(FAULTS).flatMap(([name, faults]) => faults.map((fault) => [name, ...fault] as const));

test('every check has a planted fault', () => {
  expect(Object.keys(FAULTS).toSorted()).toEqual(allChecks.map((check) => check.name).toSorted());
});

test.for(allChecks)('a sound tree passes: $name', async (check) => {
  const sound = plant({});

  const findings = await check.run(sound.root);

  sound.remove();
  expect(findings).toEqual([]);
});

test.for(cases)('fails on a planted fault: %s, %s', async ([name, path, text, said]) => {
  const planted = plant({ [path]: text });
  const check = allChecks.find((candidate) => candidate.name === name);

  const findings = (await check?.run(planted.root)) ?? [];

  planted.remove();
  expect(findings.map((finding) => `${finding.at}: ${finding.what}`).join('\n')).toContain(said);
});
