import type { AccountEvent } from '#domain/account/event.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { Instant } from '#domain/time.ts';
import type { IntakeNeeds, Op } from '../ports.ts';

/** `refused`: its account remembers only newer ones; `no-contact`: too old for the contact that it asks for. */
type Late = 'refused' | 'no-contact';
type Needs = Pick<IntakeNeeds, 'now' | 'lateEntry'>;

/** Noted beside what the event does, or by itself where it does nothing: only what is late costs a write. */
export function lateAccountEvent(event: AccountEvent, what: Late, needs: Needs): Op {
  const { accountId, customerId, source, eventId, sequence, at } = event;
  const facts = { what, event: eventId, accountId, customerId, sequence, told: at };
  return needs.lateEntry(['account', accountId, String(sequence)], draftOf(source, facts, needs));
}

/** An event of no account, known by source and id. */
export function lateCaseEvent(
  {
    source,
    id,
    data,
  }: { readonly source: string; readonly id: string; readonly data: { readonly customerId: string } },
  told: Instant,
  needs: Needs,
): Op {
  const facts = { what: 'no-contact' satisfies Late, event: id, customerId: data.customerId, told };
  return needs.lateEntry(['event', source, id], draftOf(source, facts, needs));
}

const draftOf = (source: string, facts: EntryDraft['facts'], { now }: Needs): EntryDraft => ({
  type: 'event.late',
  actor: { kind: 'producer', source },
  at: now(),
  facts,
  effects: [],
});
