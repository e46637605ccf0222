import { rm } from 'node:fs/promises';
import { openStage } from '../../tools/local/client.ts';
import { isListening } from '../../tools/local/host/ports.ts';
import { progressOn } from '../../tools/local/host/progress.ts';
import { localPaths } from '../../tools/local/paths.ts';
import { startStage, stopStage } from '../../tools/local/stage.ts';
import { listenToOutcomes } from '../../tools/running/notices.ts';
import { listenToProbes } from '../../tools/time/probe.ts';

/** Mid-week, mid-year, ten in the morning in Shanghai: all calendars are on file. */
const BEGIN = Date.parse('2026-06-03T10:00:00+08:00');

/**
 * One stage for all deployed tests, in a folder and on ports of its own, so that it stands beside the reader's. Its
 * permissions are enforced, as always. Everything of it is gone afterwards.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = `.liaison/tests-${process.pid}`;
  // The tests and the tools they use find the stage by this.
  process.env['LIAISON_LOCAL_FOLDER'] = folder;
  delete process.env['AWS_ENDPOINT_URL'];
  const paths = localPaths(folder);
  const end = async (): Promise<void> => {
    await stopStage(paths);
    await rm(paths.folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    await startStage({ paths, port, clockAt: BEGIN, keep: false, progress: progressOn() });
    const stage = await openStage(paths.outputs);
    await Promise.all([listenToOutcomes(stage), listenToProbes(stage)]);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function freePort(): Promise<number> {
  for (let port = 21_000 + (process.pid % 9000); port < 60_000; port += 2) {
    if (!(await isListening(port)) && !(await isListening(port + 1))) return port;
  }
  throw new Error('no pair of free ports');
}
