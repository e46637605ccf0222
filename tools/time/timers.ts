import * as v from 'valibot';
import { parseJson } from '#runtime/wire.ts';
import type { StageClient } from '../local/client.ts';
import { emulatorPage } from '../running/emulator-pages.ts';
import { laneNames, laneUrl } from '../running/queues.ts';
import type { DueItem } from './due.ts';

/** How far the instant a message was delayed to may lie from the one its aggregate waits for: delays are whole seconds. */
const TOLERANCE_MS = 5000;

/** A delayed message of a work queue: whom it is for, and how long it still waits on the wall. */
export interface DelayedMessage {
  readonly aggregate: string;
  readonly waitsMs: number;
}

/**
 * Delayed messages that are still of use: at the instant they come, their aggregate waits for that very instant. The
 * others are left over: a queue delays on wall time, so when the clock was moved, or the timer was settled or set anew,
 * they come for an instant that has passed or never will, and whoever reads them does nothing.
 */
export function timersAmong(
  delayed: readonly DelayedMessage[],
  due: readonly DueItem[],
  now: number,
): readonly DelayedMessage[] {
  return delayed.filter(({ aggregate, waitsMs }) =>
    due.some((item) => item.aggregate === aggregate && Math.abs(item.dueAt - (now + waitsMs)) <= TOLERANCE_MS),
  );
}

const Message = v.object({ Body: v.string(), VisibleAt: v.number(), ReceiveCount: v.number() });
const Page = v.object({
  messages: v.record(v.string(), v.record(v.string(), v.record(v.string(), v.array(Message)))),
});
const Body = v.object({ a: v.string() });

/** The delayed messages of all lanes; undefined where only their number can be known. */
export async function delayedMessages(
  stage: StageClient,
  wallNow = Date.now(),
): Promise<readonly DelayedMessage[] | undefined> {
  const all: DelayedMessage[] = [];
  for (const lane of laneNames) {
    const page = await emulatorPage(stage, `sqs/messages?QueueUrl=${encodeURIComponent(laneUrl(stage, lane))}`);
    if (page === undefined) return undefined;
    all.push(...delayedOn(page, wallNow));
  }
  return all;
}

function delayedOn(page: unknown, wallNow: number): DelayedMessage[] {
  return Object.values(v.parse(Page, page).messages)
    .flatMap((regions) => Object.values(regions))
    .flatMap((queues) => Object.values(queues))
    .flat()
    .filter(({ ReceiveCount, VisibleAt }) => ReceiveCount === 0 && VisibleAt * 1000 > wallNow)
    .flatMap(({ Body: body, VisibleAt }) => {
      const read = v.safeParse(Body, parseJson(body)?.value);
      return read.success ? [{ aggregate: read.output.a, waitsMs: VisibleAt * 1000 - wallNow }] : [];
    });
}
