import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LocalStageFailure } from '../failure.ts';
import type { LocalPaths } from '../paths.ts';
import { repositoryRoot } from '../paths.ts';
import { run } from './process.ts';

const requirements = join(repositoryRoot, 'tools', 'local', 'requirements.txt');

/** Says version and whether environments can be made; prints `3.11.7 True`. `ensurepip` is what Debian leaves out. */
const inspection =
  'import sys, importlib.util as u; ' +
  "print('.'.join(map(str, sys.version_info[:3])), u.find_spec('venv') is not None and u.find_spec('ensurepip') is not None)";

export interface Python {
  readonly program: string;
  readonly version: string;
  readonly canMakeEnvironments: boolean;
}

/** The Python of the machine (environment variable PYTHON first), or undefined when there is none from 3.10 on. */
export async function findPython(): Promise<Python | undefined> {
  const named = process.env['PYTHON'] ?? '';
  for (const program of named === '' ? ['python3', 'python'] : [named]) {
    const { exitCode, output } = await run({ program, args: ['-c', inspection] });
    const [version, canMake] = output.trim().split(' ');
    if (exitCode === 0 && version !== undefined && isNewEnough(version)) {
      return { program, version, canMakeEnvironments: canMake === 'True' };
    }
  }
  return undefined;
}

/** True from Python 3.10 on, the oldest the emulator runs on. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 10);
}

/** Refuses with the cure when the machine cannot make a Python environment. */
export async function requirePython(): Promise<Python> {
  const python = await findPython();
  if (python === undefined) {
    throw new LocalStageFailure(
      'The local stage needs Python 3.10 or newer and found none; install it (Debian: `apt-get install python3 ' +
        'python3-venv`), or name it in the environment variable PYTHON, and start again.',
    );
  }
  if (!python.canMakeEnvironments) {
    throw new LocalStageFailure(
      `Python ${python.version} has no \`venv\` module; install it (Debian: \`apt-get install python3-venv\`) and start again.`,
    );
  }
  return python;
}

/** The interpreter inside the environment. */
export function venvPython(paths: LocalPaths): string {
  return join(paths.venv, 'bin', 'python');
}

/** True when the environment holds exactly what requirements.txt of this commit pins. */
export async function isVenvCurrent(paths: LocalPaths): Promise<boolean> {
  const stamp = await readFile(stampFile(paths), 'utf8').catch(() => '');
  if (stamp !== (await fingerprint())) return false;
  // The machine's Python may have been replaced since: an environment whose interpreter is gone is no environment.
  const { exitCode } = await run({ program: venvPython(paths), args: ['-c', 'import ministack'] });
  return exitCode === 0;
}

/**
 * Makes the Python environment unless it is current. Every file is checked against its pinned hash; nothing is
 * compiled. An interrupted installation is begun anew by the next call.
 */
export async function makeVenv(paths: LocalPaths): Promise<void> {
  if (await isVenvCurrent(paths)) return;
  const python = await requirePython();
  await rm(paths.venv, { recursive: true, force: true });
  await mkdir(dirname(paths.venv), { recursive: true });
  const made = await run({ program: python.program, args: ['-m', 'venv', paths.venv] });
  if (made.exitCode !== 0) {
    throw new LocalStageFailure(
      `Python ${python.version} could not make an environment (${lastLine(made.output)}); install its \`venv\` module ` +
        '(Debian: `apt-get install python3-venv`) and start again.',
    );
  }
  const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--only-binary=:all:', '--require-hashes'];
  const args = ['-m', 'pip', 'install', ...options, '-r', requirements];
  const installed = await run({ program: venvPython(paths), args });
  if (installed.exitCode !== 0) {
    throw new LocalStageFailure(
      `pip could not install the emulator (${lastLine(installed.output)}); check that pip reaches its package index and start again.`,
    );
  }
  await writeFile(stampFile(paths), await fingerprint());
}

function stampFile(paths: LocalPaths): string {
  return join(paths.venv, 'liaison-requirements.sha256');
}

async function fingerprint(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
