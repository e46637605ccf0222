import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findEmulator, isAnswering, type RunningEmulator } from './emulator.ts';
import { defaultPort, isListening, portsFrom } from './host/ports.ts';
import { findPython, isVenvCurrent } from './host/venv.ts';
import { readOutputs } from './outputs.ts';
import { type LocalPaths, localPaths, repositoryRoot } from './paths.ts';

/** One thing the local stage needs. `cure` is what to do when it is not ok, else empty. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly cure: string;
}

/** Looks at everything the local stage needs, in the order it is needed, and changes nothing. */
export async function examine(paths: LocalPaths = localPaths()): Promise<{ readonly checks: readonly Check[] }> {
  const running = await findEmulator(paths);
  const checks = [checkNode(process.versions.node), await checkPython(), await checkVenv(paths)];
  checks.push(await checkPorts(running), await checkEmulator(paths, running), await checkOutputs(paths));
  return { checks };
}

/** The Node that runs the tools; the functions' runtime is 24, and the tools are written for the same. */
export function checkNode(version: string): Check {
  const [major = 0] = version.split('.').map(Number);
  const cure = 'run the tools through npm (`npm start`, `npx liaison …`), which brings Node 24 along';
  return check('node', major >= 24, { detail: `Node ${version}`, cure });
}

async function checkPython(): Promise<Check> {
  const python = await findPython();
  const cure = 'install Python 3.10 or newer with its venv module (Debian: `apt-get install python3 python3-venv`)';
  if (python === undefined) return check('python', false, { detail: 'no Python from 3.10 on was found', cure });
  const { version, program, canMakeEnvironments } = python;
  const venv = canMakeEnvironments ? 'with venv' : 'without venv';
  return check('python', canMakeEnvironments, { detail: `${program} ${version} ${venv}`, cure });
}

async function checkVenv(paths: LocalPaths): Promise<Check> {
  const isCurrent = await isVenvCurrent(paths);
  const detail = isCurrent ? 'the emulator is installed as pinned' : 'the emulator is not installed as pinned';
  return check('emulator installed', isCurrent, { detail, cure: '`npm start` installs it' });
}

async function checkPorts(running: RunningEmulator | undefined): Promise<Check> {
  const ports = running?.ports ?? portsFrom(defaultPort);
  const numbers = `${ports.plain} and ${ports.tls}`;
  if (running !== undefined) return check('ports', true, { detail: `${numbers} belong to the local stage`, cure: '' });
  const isBusy = (await isListening(ports.plain)) || (await isListening(ports.tls));
  const detail = isBusy ? `another program listens on ${numbers}` : `${numbers} are free`;
  return check('ports', !isBusy, { detail, cure: 'end that program, or choose others with `npm start -- --port N`' });
}

async function checkEmulator(paths: LocalPaths, running: RunningEmulator | undefined): Promise<Check> {
  const name = 'emulator running';
  if (running === undefined) return check(name, false, { detail: 'it is not running', cure: '`npm start`' });
  const answers = await isAnswering(paths, running.ports);
  const detail = `process ${running.pid} ${answers ? 'answers' : 'does not answer'} on port ${running.ports.tls}`;
  return check(name, answers, { detail, cure: '`npm stop`, then `npm start`' });
}

async function checkOutputs(paths: LocalPaths): Promise<Check> {
  const name = 'outputs current';
  const outputs = await readOutputs(paths.outputs).catch(() => undefined);
  if (outputs === undefined) return check(name, false, { detail: `nothing in ${paths.outputs}`, cure: '`npm start`' });
  const newest = await newestSource();
  const isCurrent = newest.changedAt <= (await stat(paths.outputs)).mtimeMs;
  const detail = isCurrent
    ? `stage ${outputs.stage} as in this checkout`
    : `${newest.file} changed after the deployment`;
  return check(name, isCurrent, { detail, cure: '`npm stop`, then `npm start` deploys what is there now' });
}

async function newestSource(): Promise<{ readonly file: string; readonly changedAt: number }> {
  let newest = { file: '', changedAt: 0 };
  for await (const file of glob('{bin,lib,functions}/**/*.{ts,json}', { cwd: repositoryRoot })) {
    const { mtimeMs } = await stat(join(repositoryRoot, file));
    if (mtimeMs > newest.changedAt) newest = { file, changedAt: mtimeMs };
  }
  return newest;
}

function check(name: string, ok: boolean, say: { readonly detail: string; readonly cure: string }): Check {
  return { name, ok, detail: say.detail, cure: ok ? '' : say.cure };
}
