import * as v from 'valibot';
import type { Depth } from '#channels/queue.ts';
import type { StageClient } from '../local/client.ts';
import { emulatorPage } from './emulator-pages.ts';

const Count = v.number();
const Page = v.object({
  queues: v.record(v.string(), v.object({ visible: Count, inFlight: Count, delayed: Count })),
  readers: v.array(v.object({ function: v.string(), behind: Count })),
});

/** What a stage has still to do, all of it seen at one moment. */
export interface WorkLeft {
  /** By the queue's name. */
  readonly queues: Readonly<Record<string, Depth>>;
  /** Every reader of the stream has read, and acted upon, all that was written to it. */
  readonly isStreamReadUp: boolean;
}

/** Undefined where the endpoint keeps no such page: there the queues are asked one by one, and the stream by a probe. */
export async function workLeft(stage: StageClient): Promise<WorkLeft | undefined> {
  const page = await emulatorPage(stage, 'liaison/work');
  if (page === undefined) return undefined;
  const { queues, readers } = v.parse(Page, page);
  return { queues, isStreamReadUp: readers.every(({ behind }) => behind === 0) };
}
