import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const TOOL = fileURLToPath(new URL('../../tools/mutation.ts', import.meta.url));
const RULE = 'export const isOver = (days: number): boolean => days > 5;\n';
const testsOf = (...days: readonly number[]): string =>
  [
    "import { expect, test } from 'vitest';",
    "import { isOver } from '../functions/rule.ts';",
    `test('rule', () => expect(${JSON.stringify(days)}.map(isOver)).toEqual(${JSON.stringify(days.map((n) => n > 5))}));`,
  ].join('\n');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liaison-mutation-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(tests: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const group = { name: 'rule', files: ['functions/rule.ts'], tests: ['test/rule.test.ts'], atLeast: 95 };
  await Promise.all(['functions', 'test'].map((name) => mkdir(join(folder, name), { recursive: true })));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'functions/rule.ts'), RULE);
  await writeFile(join(folder, 'test/rule.test.ts'), tests);
  await writeFile(join(folder, 'groups.json'), JSON.stringify([{ ...group, everyBranch: true }]));
  const child = spawn(process.execPath, [TOOL, '--groups', 'groups.json'], { cwd: folder });
  let said = '';
  child.stdout.on('data', (part) => (said += String(part)));
  child.stderr.on('data', (part) => (said += String(part)));
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  return { code, said };
}

test('a limit whose very day no test looks at fails the run, which says where', async () => {
  const { code, said } = await run(testsOf(1, 9));

  expect(said).toContain('unnoticed functions/rule.ts:1 EqualityOperator: days >= 5');
  expect(said).toContain('FAIL rule');
  expect(code).toBe(2);
});

test('a limit whose every side is looked at passes', async () => {
  const { code, said } = await run(testsOf(1, 5, 6));

  expect(said).toContain('ok   rule: 100.0 %');
  expect(code).toBe(0);
});
