import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cdkContext } from '../support/deploy/stacks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the app as the CDK's command line does. */
function run(context: Readonly<Record<string, string>>): { readonly exitCode: number | null; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['bin/liaison.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: mkdtempSync(join(tmpdir(), 'cdk-')),
      CDK_CONTEXT_JSON: JSON.stringify({ ...cdkContext(), ...context }),
    },
  });
  return { exitCode: status, said: stderr };
}

test('a wrong configuration ends synthesis with the keys and their cures, and no stack of calls', () => {
  const { exitCode, said } = run({ stage: 'prod' });
  expect(exitCode).toBe(1);
  expect(said).toMatch(/^The configuration of stage prod cannot be deployed;/u);
  expect(said).toContain('producers: is missing; write it like');
  expect(said).not.toMatch(/^\s+at /mu);
});

test('a function that was not bundled ends synthesis with one sentence', () => {
  const { exitCode, said } = run({ stage: 'dev', bundles: '/nowhere' });
  expect(exitCode).toBe(1);
  expect(said).toBe(
    'There is no bundle of function accept-events in /nowhere; run "npm run bundle" and synthesise again.\n',
  );
});
