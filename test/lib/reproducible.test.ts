import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundleAll } from '../../tools/bundle.ts';
import { cdkContext, madeUpBundles, synthesise } from '../support/deploy/stacks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What decides over the templates: sources, pins, and the runbook that alarms point to. */
const SOURCES = ['bin', 'lib', 'functions', 'docs', 'package.json', 'cdk.json', 'tsconfig.json'];
/** Loaded before the app: whoever opens a connection fails. */
const NO_NETWORK = `data:text/javascript,${encodeURIComponent(
  'import net from "node:net"; net.Socket.prototype.connect = () => { throw new Error("synthesis opened a connection"); };',
)}`;

function copyOfSources(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) cpSync(join(root, source), join(folder, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs the app as the command line does, without credentials, home or network. */
function synthesiseIn(
  folder: string,
  schemas: 'held to' | 'left out',
): { readonly said: string; readonly files: Readonly<Record<string, string>> } {
  const out = join(folder, 'cdk.out');
  const { status, stderr } = spawnSync(process.execPath, ['--import', NO_NETWORK, 'bin/liaison.ts'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: out,
      CDK_CONTEXT_JSON: JSON.stringify(cdkContext()),
      ...(schemas === 'held to' ? {} : { CDK_VALIDATION: 'false' }),
    },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const files = globSync('{*.template.json,*.assets.json}', { cwd: out }).toSorted();
  return {
    said: stderr,
    files: Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), 'utf8')])),
  };
}

test('the same sources in two folders give the same templates and asset hashes, without a network', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'liaison-twice-'));
  const [one, other] = [copyOfSources(join(scratch, 'a')), copyOfSources(join(scratch, 'deep', 'er', 'b'))];
  for (const folder of [one, other]) await bundleAll({ stage: 'dev', root: folder });
  const first = synthesiseIn(one, 'held to');
  expect(first.said).toBe(''); // not a word from CloudFormation's schemas
  expect(Object.keys(first.files)).toEqual([
    'Pipeline.assets.json',
    'Pipeline.template.json',
    'Storage.assets.json',
    'Storage.template.json',
  ]);
  expect(synthesiseIn(other, 'left out').files).toEqual(first.files);
});

test('the bundles of the local stage change nothing in a template but the hashes of code', () => {
  const neutral = (json: unknown): unknown =>
    JSON.parse(JSON.stringify(json, (key, value: unknown) => (key === 'S3Key' ? 'hash of code' : value)));
  const one = synthesise({ bundles: madeUpBundles('a clock that can be moved') });
  const other = synthesise({ bundles: madeUpBundles('the clock') });
  expect(one.pipeline).not.toEqual(other.pipeline);
  expect(neutral(one.pipeline)).toEqual(neutral(other.pipeline));
  expect(one.storage).toEqual(other.storage);
});
