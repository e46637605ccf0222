import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { delimiter, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, isMissing } from '../failure.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Everything the command prints is also appended to this file. */
  readonly logFile?: string;
}

export interface Finished {
  /** 127 when the program does not exist. */
  readonly exitCode: number;
  /** Both streams in the order they were printed. */
  readonly output: string;
}

const children = new Set<ChildProcess>();

/** Runs a command to its end and gives back its exit code and output; never rejects because the command failed. */
export function run(command: Command): Promise<Finished> {
  const child = spawn(command.program, command.args, {
    env: command.env ?? process.env,
    cwd: command.cwd,
    detached: true, // its own process group, so that endRunningCommands reaches what it started
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const log = command.logFile === undefined ? undefined : createWriteStream(command.logFile, { flags: 'a' });
  const parts: Buffer[] = [];
  const take = (part: Buffer): void => {
    parts.push(part);
    log?.write(part);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    const finish = (exitCode: number): void => {
      children.delete(child);
      log?.end();
      resolve({ exitCode, output: Buffer.concat(parts).toString('utf8') });
    };
    child.on('error', (error) => (isMissing(error) ? finish(127) : reject(error)));
    child.on('close', (code) => finish(code ?? 130));
  });
}

/** Ends every command that `run` has under way, with all that it started. */
export function endRunningCommands(): void {
  for (const child of children) {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
  }
}

/** The environment for a program that starts `node` itself: the Node that runs this tool comes first on PATH. */
export function withOwnNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), env['PATH'] ?? ''].filter((part) => part !== '').join(delimiter);
  return { ...env, PATH: path };
}

/** True while a process with this id exists (a zombie counts as gone where the system lets us see it). */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  return !(await isZombie(pid));
}

/** The command line of a process, or an empty text when it is gone. */
export async function commandLineOf(pid: number): Promise<string> {
  const listed = await run({ program: 'ps', args: ['-ww', '-o', 'command=', '-p', String(pid)] });
  if (listed.exitCode === 0) return listed.output.trim();
  // Small images have no `ps`; Linux tells the same in /proc.
  return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (text) => text.replaceAll('\0', ' ').trim(),
    () => '',
  );
}

/**
 * Ends what is left of a process group whose leader was killed: only where the command line of a member holds one of the
 * texts, for an id may have been given anew. Afterwards none of them is running. True if there was something to end.
 */
export async function endLeft(leader: number, ...texts: readonly string[]): Promise<boolean> {
  const members = (await processes()).filter(({ group }) => group === leader);
  if (!members.some(({ command }) => texts.some((text) => command.includes(text)))) return false;
  signalGroup(leader, 'SIGKILL');
  for (const { pid } of members) while (await isAlive(pid)) await sleep(20);
  return true;
}

type Listed = { readonly pid: number; readonly group: number; readonly command: string };

async function processes(): Promise<readonly Listed[]> {
  const listed = await run({ program: 'ps', args: ['-A', '-ww', '-o', 'pid=,pgid=,command='] });
  if (listed.exitCode === 0) {
    return listed.output.split('\n').flatMap((line) => {
      const [, pid, group, command = ''] = /^\s*(\d+)\s+(\d+)\s(.*)$/u.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), group: Number(group), command }];
    });
  }
  // Small images have no `ps`; Linux tells the same in /proc.
  const ids = (await readdir('/proc').catch(() => [])).map(Number).filter(Number.isInteger);
  return Promise.all(
    ids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const group = Number(/\) \S \d+ (\d+)/u.exec(stat)?.[1]);
      return { pid, group, command: await commandLineOf(pid) };
    }),
  );
}

/**
 * Ends a process group: asks the leader, gives it `graceMs` to put its things away, then ends every member.
 * Afterwards none of the group is running.
 */
export async function endGroup(leader: number, graceMs: number): Promise<void> {
  try {
    process.kill(leader, 'SIGTERM');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline && (await isAlive(leader))) await sleep(50);
  signalGroup(leader, 'SIGKILL');
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // EPERM: on macOS a group of zombies answers so.
    if (!isMissing(error) && !hasCode(error, 'EPERM')) throw error;
  }
}

async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) Z /.test(stat);
}
