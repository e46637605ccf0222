import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { mainComplaint } from '../../tools/local/deploy.ts';
import { checkNode, examine } from '../../tools/local/doctor.ts';
import { findEmulator, isAnswering, startEmulator, stopEmulator } from '../../tools/local/emulator.ts';
import { LocalStageFailure } from '../../tools/local/failure.ts';
import { makeCertificates } from '../../tools/local/host/certificates.ts';
import { isListening, portsFrom } from '../../tools/local/host/ports.ts';
import { isAlive, run } from '../../tools/local/host/process.ts';
import { progressOn } from '../../tools/local/host/progress.ts';
import { isNewEnough, makeVenv, requirePython } from '../../tools/local/host/venv.ts';
import { localPaths, repositoryRoot } from '../../tools/local/paths.ts';
import { orAnew } from '../../tools/local/stage.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-start-'));
const paths = localPaths(folder);

afterAll(async () => {
  await stopEmulator(paths);
  await rm(folder, { recursive: true, force: true });
});

test('refuses a busy port in one sentence that names another', async () => {
  const port = await freePort();
  const other = createServer().listen(port + 1, '127.0.0.1');

  const { exitCode, output } = await start('--port', String(port));

  other.close();
  expect(exitCode).toBe(1);
  expect(output).toBe(
    `Port ${port + 1} on 127.0.0.1 is in use by another program; end it, or choose another pair of ports with ` +
      `\`npm start -- --port ${port + 100}\`.\n`,
  );
});

test.for([['--unknown'], ['--port', 'x'], ['--port', '80'], ['--clock', '2026-06-03']])(
  'refuses the options %s in one line without a stack',
  async (args) => {
    const { exitCode, output } = await start(...args);

    expect(exitCode).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
  },
);

test('refuses to tell the stories at a time whose holidays nobody has published, and says what to do', async () => {
  const { exitCode, output } = await start('--clock', '2099-12-20T10:00:00+08:00');

  expect(exitCode).toBe(1);
  expect(output).toBe(
    'The stories need the holidays of the sixty days after 2099-12-20, and not all of them are published yet; ' +
      'name an earlier time, or add --no-stories.\n',
  );
});

test('tells how to use it', async () => {
  const { exitCode, output } = await start('--help');

  expect(exitCode).toBe(0);
  for (const flag of ['--no-stories', '--clock', '--port', '--detach', '--keep']) expect(output).toContain(flag);
});

test('refuses with the cure when there is no Python', async () => {
  vi.stubEnv('PYTHON', join(folder, 'no-python'));

  await expect(requirePython()).rejects.toThrow('apt-get install python3 python3-venv');
  vi.unstubAllEnvs();
});

test('runs on Python from 3.10 on', () => {
  expect(['3.9.18', '2.7.18', '3.10.0', '3.14.1', '4.0.0'].map(isNewEnough)).toEqual([false, false, true, true, true]);
});

test('every Python file is pinned by version and hash, and no host is named', async () => {
  const text = await readFile(join(repositoryRoot, 'tools/local/requirements.txt'), 'utf8');
  const packages = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  expect(packages.length).toBeGreaterThan(15);
  for (const line of packages) expect(line).toMatch(/^[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}/);
  expect(text).not.toMatch(/https?:|index-url|find-links/);
});

test('a failed deployment is told by the line that says why', () => {
  expect(mainComplaint('Storage failed\nS | CREATE_FAILED | AWS::SQS::Queue | Q  name is taken.\n✗')).toContain(
    'name is taken',
  );
  expect(mainComplaint('❌ Bad failed to deploy\n‣ ValidationError: Unrecognized resource types')).toBe(
    'ValidationError: Unrecognized resource types',
  );
  expect(mainComplaint("throw new Error('x')\n   ^\nError: stage is missing\n  at file.ts")).toBe(
    'Error: stage is missing',
  );
  expect(mainComplaint('')).toBe('it said nothing');
});

test('what cannot be gone on with is told with the way to begin anew, and no other failure is', () => {
  const failed = new LocalStageFailure('`cdk bootstrap` failed: it is in the way; mend that and start again.');

  expect(() => orAnew(failed)).toThrow(/start again; if the last run was killed, leave `--keep` out: .+ has left\.$/u);
  expect(() => orAnew(new RangeError('else'))).toThrow(RangeError);
});

test('progress is plain lines without colour where there is no terminal', async () => {
  const lines: string[] = [];
  const screen = { isTTY: false, write: (text: string) => lines.push(text) > 0 };

  await progressOn(screen).step('Working', () => Promise.resolve());

  expect(lines).toEqual(['Working …\n', expect.stringMatching(/^Working: \d+\.\d s\n$/)]);
});

test('the doctor names the cure of what is not well', async () => {
  const { checks } = await examine(paths);

  expect(checks.find(({ name }) => name === 'emulator running')).toMatchObject({ ok: false, cure: '`npm start`' });
  expect(checks.every(({ ok, cure }) => ok === (cure === ''))).toBe(true);
  expect(checkNode('20.20.2').cure).toContain('npm');
});

test('what a killed emulator left running is ended, by its group: its functions would keep its ports', async () => {
  const waiting = (...args: readonly string[]) =>
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)', ...args], { stdio: 'ignore', detached: true });
  const left = waiting(join(paths.temporary, 'function.cjs'));
  const other = waiting();
  const ports = portsFrom(await freePort());
  const killed = (pid = 0) => writeFile(paths.running, JSON.stringify({ pid, ports }));

  await killed(other.pid);
  expect(await stopEmulator(paths)).toBe(false);
  await killed(left.pid);
  expect(await stopEmulator(paths)).toBe(true);
  expect(await stopEmulator(paths)).toBe(false);

  expect([await isAlive(left.pid ?? 0), await isAlive(other.pid ?? 0)]).toEqual([false, true]);
  other.kill('SIGKILL');
});

test('the emulator answers on loopback and ends without leaving a process, as often as wanted', async () => {
  await makeVenv(paths);
  await makeCertificates(paths);
  const ports = portsFrom(await freePort());
  for (const keep of [false, true]) {
    const { pid } = await startEmulator(paths, ports, { keep });
    expect(await isAnswering(paths, ports)).toBe(true);
    expect(await isListening(ports.plain)).toBe(true);

    expect(await stopEmulator(paths)).toBe(true);

    expect(await Promise.all([isAlive(pid), isListening(ports.plain), isListening(ports.tls)])).toEqual([
      false,
      false,
      false,
    ]);
    expect(await findEmulator(paths)).toBeUndefined();
    expect(existsSync(paths.temporary)).toBe(false);
  }
}, 300_000);

function start(...args: string[]): Promise<{ exitCode: number; output: string }> {
  const env: NodeJS.ProcessEnv = { ...process.env, LIAISON_LOCAL_FOLDER: folder };
  delete env['AWS_ENDPOINT_URL'];
  return run({ program: process.execPath, args: [join(repositoryRoot, 'tools/start.ts'), ...args], env });
}

/** A port that is free together with the next one. */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); port < 60_000; port += 2) {
    if (!(await isListening(port)) && !(await isListening(port + 1))) return port;
  }
  throw new Error('no pair of free ports');
}
