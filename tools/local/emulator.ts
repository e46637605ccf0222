import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { LocalStageFailure } from './failure.ts';
import { requireFreePorts, type StagePorts } from './host/ports.ts';
import { commandLineOf, endGroup, endLeft, isAlive, withOwnNode } from './host/process.ts';
import { venvPython } from './host/venv.ts';
import { type LocalPaths, repositoryRoot } from './paths.ts';

/** The emulator's default region; everything of the local stage lives in it. */
export const localRegion = 'us-east-1';
/** Its one account. */
export const localAccount = '000000000000';

/**
 * The emulator takes this pair as its root account; every other access key it knows is a role's, and checked.
 * They open nothing but the emulator on this machine's loopback.
 */
export const localCredentials = { accessKeyId: 'test', secretAccessKey: 'test' } as const;

const readyWithinMs = 30_000;
/** Long enough to write the state of a day's trying to disk; without anything to write it ends in a tenth of this. */
const endWithinMs = 15_000;

const RunningEmulator = v.object({ pid: v.number(), ports: v.object({ plain: v.number(), tls: v.number() }) });
export type RunningEmulator = Readonly<v.InferOutput<typeof RunningEmulator>>;

/** The address for AWS clients. */
export function endpointOf(ports: StagePorts): string {
  return `https://127.0.0.1:${ports.tls}`;
}

/**
 * Starts the emulator in the background and returns once it answers on both ports. It enforces the role of every
 * function, listens on loopback only, opens no other port and leaves a Docker daemon of this machine alone.
 * What it prints goes to the log of the stage. State of earlier runs is kept only if `keep` says so.
 */
export async function startEmulator(
  paths: LocalPaths,
  ports: StagePorts,
  options: { readonly keep: boolean },
): Promise<RunningEmulator> {
  await requireFreePorts(ports);
  if (!options.keep) await rm(paths.state, { recursive: true, force: true });
  if (!options.keep) await rm(paths.calls, { force: true });
  await rm(paths.temporary, { recursive: true, force: true });
  for (const folder of [paths.state, paths.temporary]) await mkdir(folder, { recursive: true });
  // The emulator unpacks functions here and runs them by a CommonJS script, which our package.json would make a module.
  await writeFile(join(paths.temporary, 'package.json'), '{ "type": "commonjs" }\n');
  await writeFile(paths.serverConfig, serverConfig(paths, ports));
  const log = await open(paths.emulatorLog, 'w');
  const emulator = spawn(
    venvPython(paths),
    ['-m', 'hypercorn', 'emulator_app:app', '-c', `file:${paths.serverConfig}`],
    { cwd: paths.folder, env: emulatorEnvironment(paths, ports), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const { pid } = emulator;
  await log.close();
  if (pid === undefined)
    throw new LocalStageFailure(`The emulator did not start; remove ${paths.venv} and start again.`);
  emulator.unref();
  const running = { pid, ports };
  await writeFile(paths.running, `${JSON.stringify(running)}\n`);
  await untilReady(paths, running);
  return running;
}

/** The emulator that this folder started and that still runs, or undefined. A process id taken over by another program does not count. */
export async function findEmulator(paths: LocalPaths): Promise<RunningEmulator | undefined> {
  const started = await startedHere(paths);
  if (started === undefined) return undefined;
  const isOurs = (await commandLineOf(started.pid)).includes(paths.serverConfig);
  return isOurs ? started : undefined;
}

async function startedHere(paths: LocalPaths): Promise<RunningEmulator | undefined> {
  const text = await readFile(paths.running, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : v.parse(RunningEmulator, JSON.parse(text));
}

/**
 * Ends the emulator and all functions it runs; afterwards no process of it is left, nor of one that was killed: its workers
 * and functions would keep its ports. True if there was one of them. Without one it does nothing.
 */
export async function stopEmulator(paths: LocalPaths): Promise<boolean> {
  const started = await startedHere(paths);
  const running = await findEmulator(paths);
  if (running !== undefined) await endGroup(running.pid, endWithinMs);
  const wereLeft = started !== undefined && (await endLeft(started.pid, venvPython(paths), paths.temporary));
  await rm(paths.running, { force: true });
  await rm(paths.temporary, { recursive: true, force: true });
  return running !== undefined || wereLeft;
}

/** True when the emulator answers over TLS with the certificate of this folder. */
export async function isAnswering(paths: LocalPaths, ports: StagePorts): Promise<boolean> {
  if (!existsSync(paths.certificate)) return false;
  const ca = await readFile(paths.certificate);
  return new Promise((resolve) => {
    const request = get(`${endpointOf(ports)}/_ministack/health`, { ca, timeout: 2000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

async function untilReady(paths: LocalPaths, running: RunningEmulator): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    if (await isAnswering(paths, running.ports)) return;
    if (!(await isAlive(running.pid))) break;
    await sleep(100);
  }
  await stopEmulator(paths);
  throw new LocalStageFailure(`The emulator did not come up; its own words are in ${paths.emulatorLog}.`);
}

function serverConfig(paths: LocalPaths, ports: StagePorts): string {
  // TLS for the AWS clients: the asset bucket and the queues deny plain HTTP. Plain HTTP beside it, because the
  // emulator's token check reads its own keys over it.
  const lines = {
    bind: [`127.0.0.1:${ports.tls}`],
    insecure_bind: [`127.0.0.1:${ports.plain}`],
    certfile: paths.certificate,
    keyfile: paths.privateKey,
    keep_alive_timeout: 75,
    loglevel: 'WARNING',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
    .join('');
}

function emulatorEnvironment(paths: LocalPaths, ports: StagePorts): NodeJS.ProcessEnv {
  // Chosen, not inherited: functions get all of it, and a profile, proxy or account of the reader must not reach them.
  const kept = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'TZ'].map((name) => [name, process.env[name]] as const);
  return withOwnNode({
    ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)),
    AUTH: 'true',
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(ports.plain),
    // Where emulator_app.py is.
    PYTHONPATH: join(repositoryRoot, 'tools', 'local', 'host'),
    PYTHONDONTWRITEBYTECODE: '1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    DOCKER_HOST: `unix://${join(paths.folder, 'no-docker.sock')}`,
    LOG_LEVEL: 'INFO',
    MINISTACK_REGION: localRegion,
    PERSIST_STATE: '1',
    STATE_DIR: paths.state,
    S3_PERSIST: '1',
    S3_DATA_DIR: join(paths.state, 's3'),
    TMPDIR: paths.temporary,
    // Only ours: a function speaks to nobody but the emulator, and reading the machine's whole bundle costs start-up time.
    NODE_EXTRA_CA_CERTS: paths.certificate,
    AWS_ENDPOINT_URL: endpointOf(ports),
    LIAISON_CLOCK_FILE: paths.clock,
    LIAISON_CALLS_FILE: paths.calls,
  });
}
