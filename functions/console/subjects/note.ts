import { Fault } from '#domain/errors.ts';
import type { Op } from '#store/ledger.ts';
import type { PrivacyNeeds } from './ports.ts';

export type Note = {
  readonly customerId: string;
  readonly type: 'subject.exported' | 'subject.held' | 'subject.released';
  readonly staff: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Kept sealed under the customer's key. */
  readonly reason: string;
  readonly also?: readonly Op[];
};

const TRIES = 3;

/**
 * An entry of the customer's own that says what the privacy desk did; false: there is no such customer.
 * @throws Fault `store.conflict` when the record moves faster than the note can be written
 */
export async function noteOnCustomer(note: Note, needs: PrivacyNeeds): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const person = await needs.people.load(note.customerId);
    if (person === undefined) return false;
    const { customer, key } = person;
    const seq = customer.state.version + 1;
    const change = {
      before: { stored: customer, key },
      after: customer.state,
      entry: {
        type: note.type,
        actor: { kind: 'staff', id: note.staff } as const,
        at: needs.now(),
        facts: note.facts,
        effects: [],
      },
      sealed: await needs.sealForCustomer(key, { id: note.customerId, seq }, note.reason),
    };
    const advances = [await needs.customerChange(change)];
    if ((await needs.commit({ advances, also: note.also ?? [] })) === 'committed') return true;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}
