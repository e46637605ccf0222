import { parentPort, workerData } from 'node:worker_threads';
import type { Programs } from '../machine/programs.ts';
import { runSeed, type SeedOrder } from './seed.ts';

/** Plays one seed after another, as it is told. */
const { programs, beside } = workerData as { readonly programs: Programs; readonly beside?: Programs };
const port = parentPort;
if (port === null) throw new Error('this module runs in a worker thread');
const tell = port.postMessage.bind(port);
port.on('message', (order: SeedOrder) => {
  runSeed(order, programs, beside).then(
    (result) => tell({ result }),
    (error: unknown) => tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
