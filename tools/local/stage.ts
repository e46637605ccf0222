import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginClock, setClock } from './clock.ts';
import { deploy, emulatorTarget, type Target } from './deploy.ts';
import { endpointOf, findEmulator, localRegion, startEmulator, stopEmulator } from './emulator.ts';
import { LocalStageFailure } from './failure.ts';
import { makeCertificates } from './host/certificates.ts';
import { portsFrom, requireFreePorts } from './host/ports.ts';
import { isAlive } from './host/process.ts';
import type { Progress } from './host/progress.ts';
import { isVenvCurrent, makeVenv } from './host/venv.ts';
import type { StageOutputs } from './outputs.ts';
import type { LocalPaths } from './paths.ts';

export interface StageOptions {
  readonly paths: LocalPaths;
  readonly progress: Progress;
  /** The plain port; TLS listens on the next one. */
  readonly port: number;
  /** Business time at the start, in milliseconds since 1970; absent: wall time, or with `keep` where the clock was. */
  readonly clockAt?: number;
  /** Go on with the state of the last run instead of an empty system. */
  readonly keep: boolean;
  /** The CDK app's folder. Default: this checkout. */
  readonly root?: string;
}

/**
 * Brings the local stage up: emulator, then the real stacks. If the caller's environment names AWS_ENDPOINT_URL,
 * that endpoint is used instead and nothing is started. On failure nothing is left running.
 */
export async function startStage(options: StageOptions): Promise<StageOutputs> {
  const { paths } = options;
  await refuseSecondStage(paths);
  try {
    const target = await makeTarget(options);
    const { progress, root, keep } = options;
    const deployed = deploy({ paths, target, progress, ...(root === undefined ? {} : { root }) });
    return await (keep ? deployed.catch(orAnew) : deployed);
  } catch (error) {
    await stopStage(paths);
    throw error;
  }
}

/** The emulator writes its state down when it is ended: into what a killed one left nothing can be deployed. */
export function orAnew(error: unknown): never {
  if (!(error instanceof LocalStageFailure)) throw error;
  throw new LocalStageFailure(
    `${error.message.replace(/\.$/u, '')}; if the last run was killed, leave \`--keep\` out: it goes on only with what an orderly end has left.`,
  );
}

/** Ends the local stage of this folder, functions included. True if there was one to end. */
export async function stopStage(paths: LocalPaths): Promise<boolean> {
  const wasRunning = await stopEmulator(paths);
  // Without the stage its outputs would send every tool to a port where nobody answers.
  await rm(paths.outputs, { force: true });
  return wasRunning;
}

/** Resolves when the emulator of this folder has ended, whoever ended it. */
export async function untilStageEnds(paths: LocalPaths): Promise<void> {
  const running = await findEmulator(paths);
  while (running !== undefined && (await isAlive(running.pid))) await sleep(500);
}

async function refuseSecondStage(paths: LocalPaths): Promise<void> {
  const running = await findEmulator(paths);
  if (running === undefined) return;
  throw new LocalStageFailure(
    `The local stage is already running on port ${running.ports.plain} (process ${running.pid}); end it with \`npm stop\` first.`,
  );
}

async function makeTarget(options: StageOptions): Promise<Target> {
  const { paths, progress, keep, clockAt } = options;
  const chosen = process.env['AWS_ENDPOINT_URL'] ?? '';
  if (chosen !== '') {
    await beginClock(paths.clock, clockAt);
    const caFile = process.env['AWS_CA_BUNDLE'];
    const region = process.env['AWS_REGION'] ?? localRegion;
    return { endpoint: chosen, region, ...(caFile === undefined ? {} : { caFile }) };
  }
  const ports = portsFrom(options.port);
  // What a killed emulator left holds its ports, until the last of its threads has gone.
  if (await stopEmulator(paths)) await sleep(1_000);
  // Asked before the minute of installing, not after it.
  await requireFreePorts(ports);
  if (!(await isVenvCurrent(paths))) {
    await progress.step('Installing the emulator (the first time only)', () => makeVenv(paths));
  }
  await makeCertificates(paths);
  if (!keep) await beginClock(paths.clock, clockAt);
  else if (clockAt !== undefined) await setClock(clockAt, paths.clock);
  await progress.step('Starting the emulator', () => startEmulator(paths, ports, { keep }));
  return emulatorTarget(paths, endpointOf(ports));
}
