import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { parseDueSort } from '#store/keys.ts';
import { INDEX } from '#store/table.contract.ts';
import type { Machine } from '../machine/machine.ts';

const MINUTE = 60_000;
/** How often the harness looks whether anything falls due: the schedule's own minute, of which most ticks are lost. */
const LOOK = 8 * MINUTE;

export type Schedule = {
  readonly ticks: () => number;
  /** No tick before that instant. */
  readonly pause: (until: number) => void;
};

/**
 * The schedule of a minute. Ticks at which nothing can fall due are left out, and of the others four in five are lost:
 * what is due is found some minutes late, which the product has to bear.
 */
export function keepTicking(machine: Machine): Schedule {
  const { time } = machine;
  let ticks = 0;
  let offUntil = 0;
  const look = async (): Promise<void> => {
    time.after(LOOK, () => look());
    if (time.now() < offUntil) return;
    const dues = await dueTimes(machine);
    const horizon = time.now() + LOOK + MINUTE;
    const rescue = Math.floor(time.now() / MINUTE) % 10 === 0;
    if (!dues.some((due) => due <= horizon && (rescue || due > time.now() - 2 * LOOK))) return;
    ticks += 1;
    return void machine.invoke('start-sweep', { time: new Date(time.now()).toISOString() }, 20);
  };
  time.at(Math.ceil(time.now() / MINUTE) * MINUTE, () => look());
  return { ticks: () => ticks, pause: (until) => void (offUntil = until) };
}

/** Every due time on the table: the harness's look, which no function ever takes. */
async function dueTimes({ engine }: Machine): Promise<readonly number[]> {
  const { Items = [] } = await engine.client.send(
    new ScanCommand({ TableName: engine.tableName, IndexName: INDEX.due.name }),
  );
  return Items.map((item) => parseDueSort(item[INDEX.due.sortKey]?.S ?? '').dueAt);
}
