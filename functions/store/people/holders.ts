import type { Holder } from '#domain/contact/point.ts';
import { holdersAfter, holdersOn, recordPoints, sameHolders } from '#domain/customer/holders.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import { type PointId, pointId } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { number } from '../attributes.ts';
import type { Entry } from '../codecs/entry.ts';
import { snapshotKey } from '../keys.ts';
import type { Advance, Ledger, Op } from '../ledger.ts';
import { type PointStore, pointAdvance, unknownPoint } from '../point-store.ts';
import type { PersonRecord, PersonStore } from './customer-store.ts';

export type HolderDeps = {
  readonly ledger: Ledger;
  readonly people: Pick<PersonStore, 'load'>;
  readonly points: Pick<PointStore, 'loadAll'>;
  /** Newest entries of a customer, newest first. */
  readonly entries: (customerId: string, limit: number) => Promise<readonly Entry[]>;
  readonly now: () => Instant;
};

/** Every change of a record is followed by a sync of its own; these are for those that were cut short. */
const LOOKED_BACK = 10;
/** Points in one transaction: as many aggregates as the ledger takes. */
const TOGETHER = 4;
const TRIES = 5;

/**
 * Makes the holders of every point a customer has, or lately had, what the record says. Each write rests on the record's
 * version, so that a slow run never undoes what a newer record brought. Safe to run again at any time.
 */
export async function syncHolders(customerId: string, deps: HolderDeps): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const person = await deps.people.load(customerId);
    if (person === undefined) return;
    const advances = await holderAdvances(person, deps);
    if (await commitAll(person, advances, deps)) return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

async function holderAdvances(person: PersonRecord, deps: HolderDeps): Promise<readonly Advance[]> {
  const customer = person.customer.state;
  const entries = await deps.entries(customer.id, LOOKED_BACK);
  const points = [...new Set([...recordPoints(customer, person.contacts), ...entries.flatMap(pointsLeft)])];
  const found = await deps.points.loadAll(points);
  return points.flatMap((point, index) => {
    const before = found[index] ?? unknownPoint(point);
    const holders = holdersAfter(before.state.holders, customer.id, holdersOn(point, customer, person.contacts));
    if (sameHolders(before.state.holders, holders)) return [];
    return [pointAdvance(before, { ...before.state, holders }, entryOf(customer.id, holders, deps.now()))];
  });
}

/** Points that an entry of the customer says are no longer on the record. */
function pointsLeft(entry: Entry): readonly PointId[] {
  const left: unknown = entry.facts['left'];
  return Array.isArray(left) ? left.flatMap((one) => (typeof one === 'string' ? [pointId(one)] : [])) : [];
}

const entryOf = (customerId: string, holders: readonly Holder[], at: Instant): EntryDraft => ({
  type: 'point.holders-changed',
  actor: { kind: 'system', name: 'registry' },
  at,
  facts: { customerId, holders: holders.length },
  effects: [],
});

async function commitAll(person: PersonRecord, advances: readonly Advance[], deps: HolderDeps): Promise<boolean> {
  const { id, version } = person.customer.state;
  const recordStands: Op = {
    op: 'check',
    key: snapshotKey('customer', id),
    condition: { equals: { v: number(version) } },
  };
  for (let from = 0; from < advances.length; from += TOGETHER) {
    const some = advances.slice(from, from + TOGETHER);
    const result = await deps.ledger.commit({ advances: some, also: [recordStands] });
    if (result.kind === 'stale') return false;
  }
  return true;
}
