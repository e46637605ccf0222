import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { parseDueSort } from '#store/keys.ts';
import { INDEX } from '#store/table.contract.ts';
import { type Pipeline, settle } from './pipeline.ts';

const MINUTE = 60_000;
const RESCUE_AFTER = 15 * MINUTE;
const RESCUE_EVERY = 10 * MINUTE;

/**
 * Lets time pass to an instant: at every minute at which the schedule would find something it starts the sweep, at every
 * instant at which a delayed message becomes visible the queues run empty. Nothing else happens in between, so nothing
 * is left out.
 */
export async function passTo(of: Pipeline, until: number): Promise<void> {
  let sweptUpTo = Number.NEGATIVE_INFINITY;
  for (;;) {
    await settle(of);
    const message = of.queues.nextVisibleAt();
    const tick = nextTick(await dueTimes(of), { now: of.now(), sweptUpTo });
    const next = Math.min(message, tick);
    if (next > until) break;
    of.moveTo(Math.max(of.now(), next));
    if (tick > next) continue;
    await of.invoke('start-sweep', { time: new Date(of.now()).toISOString() });
    sweptUpTo = of.now() + MINUTE;
  }
  of.moveTo(until);
  await settle(of);
}

/** The minute at which the schedule has to fire: before the next due time, or for the rescue of what was passed over. */
function nextTick(dues: readonly number[], at: { readonly now: number; readonly sweptUpTo: number }): number {
  const ticks = dues.map((due) => {
    const minute = Math.ceil(due / MINUTE) * MINUTE - MINUTE;
    if (due > at.sweptUpTo) return minute < at.now ? Math.ceil(at.now / MINUTE) * MINUTE : minute;
    const rescue = Math.ceil((due + RESCUE_AFTER) / RESCUE_EVERY) * RESCUE_EVERY;
    return rescue > at.now ? rescue : Math.ceil((at.now + 1) / RESCUE_EVERY) * RESCUE_EVERY;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...ticks);
}

/** Every due time on the table: a test's look, which no function ever takes. */
async function dueTimes(of: Pipeline): Promise<readonly number[]> {
  const { client, tableName } = of.engine;
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, IndexName: INDEX.due.name }));
  return Items.map((item) => parseDueSort(item[INDEX.due.sortKey]?.S ?? '').dueAt);
}
