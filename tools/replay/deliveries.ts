import { LocalStageFailure } from '../local/failure.ts';
import { cloudEventOf, type FileEvent } from './events.ts';
import type { Row } from './records.ts';

/** One delivery of an event; the same event may be delivered again, or another under its name. */
export interface Delivery {
  readonly at: number;
  readonly event: Readonly<Record<string, unknown>>;
}

/**
 * Everything that is delivered, in order of delivery: the first `limit` events of the file, and the second deliveries of
 * these that the redeliveries file lists. A `conflict` has the same names and ten times the amount.
 */
export function deliveriesOf(
  events: readonly FileEvent[],
  redeliveries: readonly Row[],
  limit = events.length,
): readonly Delivery[] {
  const chosen = events.toSorted((one, other) => one.deliveredAt - other.deliveredAt).slice(0, limit);
  const byId = new Map(chosen.map((event) => [event.id, event]));
  const again = redeliveries.flatMap((row): Delivery[] => {
    const event = byId.get(row['event_id'] ?? '');
    if (event === undefined) return [];
    const at = Date.parse(row['delivered_at'] ?? '');
    if (Number.isNaN(at)) throw new LocalStageFailure(`The redelivery of ${event.id} has no time in delivered_at.`);
    return [{ at, event: cloudEventOf(row['payload'] === 'conflict' ? conflicting(event) : event) }];
  });
  const first = chosen.map((event) => ({ at: event.deliveredAt, event: cloudEventOf(event) }));
  return [...first, ...again].toSorted((one, other) => one.at - other.at);
}

function conflicting(event: FileEvent): FileEvent {
  const name = 'amount' in event.data ? 'amount' : 'overdueAmount';
  const money = event.data[name];
  if (typeof money !== 'object' || money === null || !('amount' in money)) return event;
  return { ...event, data: { ...event.data, [name]: { ...money, amount: (Number(money.amount) * 10).toFixed(2) } } };
}
