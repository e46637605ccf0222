import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../tools/checks/check.ts';
import { lint } from '../../tools/checks/programs.ts';
import { plant } from '../support/tree/planted.ts';

/** A line that each rule must not let pass, in the folder where the rule matters. */
const LINES: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['no-restricted-globals', 'functions/domain/r01.ts', 'export const at = (): number => Date.now();'],
  ['no-restricted-globals', 'functions/domain/r02.ts', "export const env = (): unknown => process.env['HOME'];"],
  ['no-restricted-properties', 'functions/domain/r03.ts', 'export const chance = (): number => Math.random();'],
  ['no-restricted-imports', 'functions/domain/r04.ts', "export { readFileSync } from 'node:fs';"],
  ['no-restricted-globals', 'functions/store/r05.ts', 'export const at = (): number => Date.now();'],
  ['no-restricted-properties', 'functions/channels/r06.ts', 'export const chance = (): number => Math.random();'],
  [
    'no-floating-promises',
    'functions/domain/r07.ts',
    'export function go(p: Promise<void>): void {\n  p;\n  void p;\n}',
  ],
  ['no-misused-promises', 'functions/domain/r08.ts', 'export const x = (p: Promise<boolean>): number => (p ? 1 : 2);'],
  [
    'switch-exhaustiveness-check',
    'functions/domain/r09.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}",
  ],
  ['no-explicit-any', 'functions/domain/r10.ts', 'export const x = (y: any): boolean => y === 1;'],
  ['no-non-null-assertion', 'functions/domain/r11.ts', 'export const x = (y?: string): string => y!;'],
  ['no-unsafe-type-assertion', 'functions/domain/r12.ts', "export const x = (y: unknown): 'a' => y as 'a';"],
  ['only-throw-error', 'functions/domain/r13.ts', "export function f(): never {\n  throw 'no';\n}"],
  ['strict-boolean-expressions', 'functions/domain/r14.ts', 'export const x = (y?: number): number => (y ? 1 : 2);'],
  ['no-default-export', 'functions/domain/r15.ts', 'export default 1;'],
  ['no-console', 'functions/runtime/r16.ts', "export const say = (): void => console.log('hello');"],
  ['max-params', 'functions/domain/r17.ts', 'export const f = (a: 1, b: 1, c: 1, d: 1): number[] => [a, b, c, d];'],
  [
    'max-lines-per-function',
    'functions/domain/r18.ts',
    `export function f(): number {\n  let x = 0;\n${'  x += 1;\n'.repeat(40)}  return x;\n}`,
  ],
  ['no-deprecated', 'functions/domain/r19.ts', '/** @deprecated gone */\nconst old = 1;\nexport const x = old;'],
  ['no-disabled-tests', 'test/domain/r20.test.ts', "import { test } from 'vitest';\ntest.skip('x', () => {});"],
  ['no-focused-tests', 'test/domain/r21.test.ts', "import { test } from 'vitest';\ntest.only('x', () => {});"],
];

let findings: readonly Finding[] = [];

beforeAll(async () => {
  const planted = plant(Object.fromEntries(LINES.map(([, path, text]) => [path, `${text}\n`])));
  findings = await lint.run(planted.root);
  planted.remove();
});

afterAll(() => expect(findings.length).toBeGreaterThanOrEqual(LINES.length));

test.for(LINES)('refuses what %s is about: %s', ([rule, path]) => {
  const reported = findings.filter((finding) => finding.at.startsWith(`${path}:`));
  expect(reported.map((finding) => finding.what).join('\n')).toContain(`(${rule})`);
});
