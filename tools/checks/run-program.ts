import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** What a program said, errors first. */
export const said = (ended: Ended): string =>
  [ended.stderr, ended.stdout]
    .map((text) => text.trim())
    .join('\n')
    .trim();

/** JSON, or undefined when the text is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs a development dependency under the Node that runs this tool, whatever the machine's own Node is. */
export const program = (root: string, name: string, args: readonly string[]): Promise<Ended> =>
  started(root, join(root, 'node_modules', '.bin', name), args);

/** What these programs would otherwise do beside their work: colour, telling home, asking for news. */
const QUIET = { NO_COLOR: '1', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** Runs any command in the folder, heard to its end; rejects only when it cannot be started. */
export function started(root: string, command: string, args: readonly string[]): Promise<Ended> {
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...QUIET, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
  child.stdout.on('data', (part: Buffer) => parts.stdout.push(part));
  child.stderr.on('data', (part: Buffer) => parts.stderr.push(part));
  const text = (stream: readonly Buffer[]): string => Buffer.concat(stream).toString('utf8');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ exitCode: code ?? 130, stdout: text(parts.stdout), stderr: text(parts.stderr) }),
    );
  });
}
