import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEPARTMENTS } from '#domain/words.ts';
import { liaison } from '../../tools/liaison.ts';
import { run } from '../../tools/local/host/process.ts';
import { repositoryRoot } from '../../tools/local/paths.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-cli-'));
const outputs = join(folder, 'outputs.json');
await writeFile(outputs, JSON.stringify({ stage: 'dev', region: 'eu-west-2', ApiUrl: 'http://127.0.0.1:9' }));
afterAll(() => rm(folder, { recursive: true }));

async function call(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const exit = await liaison({ out: (text) => (said.out += text), err: (text) => (said.err += text) }, args);
  return { exit, ...said };
}

test('every command of docs/command-line.md is there', async () => {
  const { exit, out } = await call('--help');

  expect(exit).toBe(0);
  const listed = out.split('\n').flatMap((line) => /^ {2}([a-z]+)\b/.exec(line)?.[1] ?? []);
  const entry = ['outputs', 'doctor', 'token', 'event', 'replay', 'sms', 'receipt', 'classify', 'pause', 'resume'];
  const record = ['outbox', 'outcomes', 'case', 'complaint', 'figures', 'clock', 'settle', 'audit', 'relay', 'trace'];
  const beside = ['webhook', 'load', 'score', 'simulate', 'cost', 'subject', 'dlq', 'openapi'];
  expect(listed).toEqual(expect.arrayContaining([...entry, ...record, ...beside]));
});

test('with --json there is exactly one document on standard output, also before the command', async () => {
  for (const args of [
    ['outputs', '--json', '--outputs', outputs],
    ['--json', '--outputs', outputs, 'outputs'],
  ]) {
    const { exit, out } = await call(...args);

    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ stage: 'dev' });
    expect(out.trimEnd()).not.toContain('\n');
  }
});

test('also a command line that is wrong is one document with --json', async () => {
  for (const args of [
    ['token', '--role', 'king', '--json'],
    ['--json', 'nonsense'],
    ['pause', 'everything', '--json'],
  ]) {
    const { exit, out } = await call(...args);

    expect(exit).toBe(1);
    expect(JSON.parse(out)).toHaveProperty('error');
  }
});

test('the OpenAPI document is printed without a stage', async () => {
  const { exit, out } = await call('openapi', '--json');

  expect(exit).toBe(0);
  expect(JSON.parse(out)).toHaveProperty('openapi', '3.1.0');
});

test.for([
  ['nonsense'],
  ['token'],
  ['token', '--role', 'king'],
  ['sms', '--from', '+8613800138000'],
  ['receipt', '--message', 'm', '--status', 'eaten'],
  ['clock', 'advance', '--outputs', outputs],
  ['clock', 'advance', 'P1M', '--outputs', outputs],
  ['clock', 'set', '2026-06-03', '--outputs', outputs],
  ['settle', '--timeout', 'soon', '--outputs', outputs],
  ['case', '--outputs', outputs],
  ['case', 'x', '--customer', 'y', '--outputs', outputs],
  ['outbox', '--since', 'yesterday', '--outputs', outputs],
  ['complaint', '--outputs', outputs],
  ['figures', 'outreach', 'replies', '--outputs', outputs],
  ['relay', 'replay', '--outputs', outputs],
])('a wrong command line ends with 1 and says what is wrong: %s', async (args) => {
  const { exit, err } = await call(...args);

  expect(exit).toBe(1);
  expect(err).not.toContain('    at ');
  expect(err.length).toBeGreaterThan(20);
});

test('an unknown department is refused with the known ones, and nobody is made up for it', async () => {
  const { exit, out, err } = await call('token', '--role', 'agent', '--department', 'hardship', 'hardhsip', '--json');

  expect(exit).toBe(1);
  expect(err.trim()).toBe(
    `error: option '--department <department...>' argument 'hardhsip' is invalid. Allowed choices are ${DEPARTMENTS.join(', ')}.`,
  );
  expect(JSON.parse(out)).toEqual({ error: err.trim() });
});

test('a missing stage is told with its cure, as a document too', async () => {
  const { exit, out, err } = await call('outputs', '--json', '--outputs', join(folder, 'none.json'));

  expect(exit).toBe(1);
  expect(err).toContain('start the local one with `npm start`');
  expect(JSON.parse(out)).toEqual({ error: err.trim() });
});

test('a stage that does not answer is an AWS error, in words', async () => {
  const event = join(folder, 'event.json');
  await writeFile(event, '{}');
  const local = join(folder, 'local.json');
  const stage = { stage: 'local', region: 'us-east-1', endpoint: 'https://127.0.0.1:9', UserPoolId: 'p' };
  await writeFile(local, JSON.stringify({ ...stage, UserPoolClientId: 'c', ApiUrl: 'http://127.0.0.1:9' }));

  const { exit, err } = await call('event', '--file', event, '--outputs', local);

  expect(exit).toBe(3);
  expect(err).toContain('ECONNREFUSED');
  expect(err).toContain('npx liaison doctor');
});

test('the clock moves on the local stage only', async () => {
  const { exit, err } = await call('clock', 'advance', 'PT1H', '--outputs', outputs);

  expect(exit).toBe(1);
  expect(err).toContain('Only the local stage has a clock that can be moved');
});

test('stacks of an older version have no event bus, and that is said', async () => {
  const event = join(folder, 'one.json');
  await writeFile(event, '{}');
  const { exit, err } = await call('event', '--file', event, '--via', 'bus', '--outputs', outputs);

  expect(exit).toBe(1);
  expect(err).toContain('have no output EventsBusName');
});

test.for([
  ['[1]', 'Event 1 of'],
  ['{"id":"1"}\n{', 'Line 2 of'],
])('a file of events that is none is refused, naming the place: %s', async ([text = '', place = '']) => {
  const file = join(folder, 'events.jsonl');
  await writeFile(file, text);

  const { exit, err } = await call('event', '--file', file, '--outputs', outputs);

  expect(exit).toBe(1);
  expect(err).toContain(place);
});

test('the bin runs the tools under the Node of the project, whatever runs the bin', async () => {
  const bin = join(repositoryRoot, 'tools', 'liaison.js');
  const { exitCode, output } = await run({
    program: process.execPath,
    args: [bin, 'outputs', '--json', '--outputs', outputs],
  });

  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ stage: 'dev' });
});
