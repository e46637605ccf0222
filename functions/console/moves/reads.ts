import type { EntryDraft } from '#domain/effects.ts';
import { Fault } from '#domain/errors.ts';
import type { PointId } from '#domain/ids.ts';
import { HOUR, type Instant } from '#domain/time.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { ConsoleNeeds } from '../ports.ts';
import type { Caller } from '../request/caller.ts';
import type { Texts } from '../views/case-view.ts';

type Needs = Pick<ConsoleNeeds, 'people' | 'open' | 'customerEntries' | 'noteCustomer' | 'now'>;
/** What was read: the case's texts, or a message of the inbox. */
type Read = { readonly customerId: string; readonly of: string; readonly staff: string };

/** One entry an hour for the same reader and the same texts: who read what stays plain, the record stays short. */
const AGAIN_AFTER = HOUR;
/** Newest entries looked through for one of this hour. */
const LOOKED_THROUGH = 20;
const TRIES = 3;

/** A case or complaint, and whose key its texts are sealed under. */
export type Sealed = {
  readonly id: string;
  readonly customerId: string | undefined;
  readonly entries: readonly Entry[];
  /** A key of its own, and how it is put on its own record who read, while nobody knows the customer. */
  readonly own?: { readonly key: Uint8Array; readonly noteRead: () => Promise<void> };
};

/**
 * Texts of a case or complaint for this reader, by sequence. Who reads them is on the customer's record before they are
 * told; texts whose key is gone, or that were never a customer's, stay closed.
 */
export async function openTexts(of: Sealed, caller: Caller, needs: Needs): Promise<Texts> {
  const { id, customerId, entries, own } = of;
  const sealed = entries.filter((entry) => entry.sealed !== undefined);
  if (sealed.length === 0 || customerId === undefined) return new Map();
  const person = await needs.people.load(customerId);
  const keys = [...(person === undefined ? [] : keysOf(person)), ...(own === undefined ? [] : [own.key])];
  const opened = await Promise.all(sealed.map((entry) => openedBy(keys, entry, needs)));
  const texts = new Map(
    sealed.flatMap(({ seq }, index): [number, string][] => {
      const text = opened[index];
      return text === undefined ? [] : [[seq, text]];
    }),
  );
  if (texts.size === 0) return texts;
  if (person === undefined) await own?.noteRead();
  else await noteRead({ customerId, of: id, staff: caller.staff }, needs);
  return texts;
}

/** The customer's own key, and those of the people they named: each opens what that person said. */
const keysOf = ({ key, contactKeys }: PersonRecord): readonly Uint8Array[] => [key, ...(contactKeys?.values() ?? [])];

async function openedBy(
  keys: readonly Uint8Array[],
  entry: Entry,
  { open }: Pick<ConsoleNeeds, 'open'>,
): Promise<string | undefined> {
  for (const key of keys) {
    const text = await open(key, entry);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @throws Fault `store.conflict` when the record moves faster than the note can be written: then nothing is told */
export async function noteRead(read: Read, needs: Needs): Promise<void> {
  const now = needs.now();
  const newest = await needs.customerEntries(read.customerId, LOOKED_THROUGH);
  if (newest.some((entry) => saysRead(entry, read, now))) return;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const person = await needs.people.load(read.customerId);
    if (person === undefined) return;
    const written = await needs.noteCustomer(person, {
      type: 'texts.read',
      actor: { kind: 'staff', id: read.staff },
      at: now,
      facts: { of: read.of },
      effects: [],
    });
    if (written === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

/** Does this entry say, within the hour, that this reader read these texts? */
export const saysRead = (
  { type, actor, facts, at }: Entry,
  { of, staff }: Pick<Read, 'of' | 'staff'>,
  now: Instant,
): boolean =>
  type === 'texts.read' && actor.kind === 'staff' && actor.id === staff && facts['of'] === of && at > now - AGAIN_AFTER;

/** Texts of a number nobody is known by: who reads them stands on the number's own record, once an hour as well. */
export async function noteReadOfNumber(
  read: { readonly point: PointId; readonly of: string; readonly staff: string },
  needs: Pick<ConsoleNeeds, 'points' | 'notePoint' | 'entryOf' | 'now'>,
): Promise<void> {
  const { point: id, of, staff } = read;
  const now = needs.now();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const before = await needs.points.load(id);
    const newest = before === undefined ? undefined : await needs.entryOf('point', id, before.state.version);
    if (newest !== undefined && saysRead(newest, { of, staff }, now)) return;
    const entry: EntryDraft = {
      type: 'texts.read',
      actor: { kind: 'staff', id: staff },
      at: now,
      facts: { of },
      effects: [],
    };
    if ((await needs.notePoint({ id, before }, entry)) === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}
