import { type FromNumber, sealedNumber } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { ComplaintWrites } from '#store/complaints/complaint-change.ts';
import type { Advance, Change, Op } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { CaseDraft, Draft } from './decide/draft.ts';
import type { Heard } from './hear/gather.ts';
import type { Message, ReplyNeeds } from './ports.ts';

/** Identities of inbound messages are kept this long. Source: docs/behaviour.md, How long things are kept. */
const KEEP_DAYS = 21;

/** One transaction of everything a reply leads to; `identitiesAt`: positions of what makes it once only. */
export type Written = { readonly change: Change; readonly identitiesAt: readonly number[] };

export async function write(draft: Draft, heard: Heard, needs: ReplyNeeds): Promise<Written> {
  const { message } = heard;
  const cases = await Promise.all(draft.cases.map((one) => writeCase(one, message, needs)));
  const complaint = await writeComplaint(draft, message, needs);
  const advances = [
    ...cases.map((one) => one.advance),
    ...complaint.advances,
    ...(await writePoint(draft, heard, needs)),
  ];
  const also: Op[] = [
    ...identitiesPut(message, needs),
    ...cases.flatMap((one) => one.also),
    ...complaint.also,
    ...touches(draft, heard, needs),
    ...(await refusal(draft, needs)),
    ...(draft.inbox === undefined ? [] : [await inboxItem(draft.inbox, message, needs)]),
  ];
  return { change: { advances, also }, identitiesAt: message.identities.map((_, index) => advances.length + index) };
}

const identitiesPut = ({ identities, hash }: Message, { store, wallNow }: ReplyNeeds): Op[] =>
  identities.map(({ source, id }) => store.identityPut({ source, id, hash, keepDays: KEEP_DAYS, wallNow: wallNow() }));

/** The words of a reply are sealed under the key of who said them: the customer's, or the emergency contact's own. */
export async function writeCase(
  { stored, transition, person }: CaseDraft,
  { text }: Pick<Message, 'text'>,
  { store }: ReplyNeeds,
): Promise<{ advance: Advance; also: Op[] }> {
  const at = { kind: 'case', id: transition.next.id, seq: transition.next.version } as const;
  const key = speakersKey(transition.entry, person);
  const sealed = key === undefined ? undefined : await store.seal(key, at, text.reveal());
  return store.caseChange(stored, transition, sealed);
}

function speakersKey({ facts }: EntryDraft, person: PersonRecord | undefined): Uint8Array | undefined {
  const { audience, contactId } = facts;
  const own = audience === 'contact' && typeof contactId === 'string' ? person?.contactKeys?.get(contactId) : undefined;
  return own ?? person?.key;
}

async function writeComplaint({ complaint }: Draft, message: Message, needs: ReplyNeeds): Promise<ComplaintWrites> {
  if (complaint === undefined) return { advances: [], also: [] };
  const { next } = complaint.transition;
  const at = { kind: 'complaint', id: next.id, seq: next.version } as const;
  const { key, ...move } = complaint;
  const sealed = await needs.store.seal(key, at, message.text.reveal());
  return (await needs.complaints()).change({ ...move, sealed });
}

/** The number's own entry keeps it in clear under the number's key, with the words that opted it out or in. */
async function writePoint(draft: Draft, { point, message }: Heard, { store }: ReplyNeeds): Promise<Advance[]> {
  const { after, entry } = draft.point ?? {};
  if (after === undefined || entry === undefined) return [];
  const key = after.key ?? (await store.newKey());
  const number = message.address.reveal();
  const kept: FromNumber = entry.type === 'answer.planned' ? { number } : { number, text: message.text.reveal() };
  const at = { kind: 'point', id: after.id, seq: point.state.version + 1 } as const;
  const sealed = await store.seal(key, at, sealedNumber(kept));
  return [{ ...store.pointAdvance(point, { ...after, key }, entry), sealed }];
}

function touches({ point }: Draft, heard: Heard, { store }: ReplyNeeds): Op[] {
  return point === undefined || point.entry !== undefined ? [] : [store.pointTouch(heard.point, point.after)];
}

async function refusal({ refusing }: Draft, { store, now }: ReplyNeeds): Promise<Op[]> {
  if (refusing === undefined) return [];
  const record = await store.people.contact(refusing.customerId, refusing.contactId);
  if (record === undefined || record.contact.refusedAt !== undefined) return [];
  return [await store.contactPut(record, { ...record.contact, refusedAt: now() })];
}

function inboxItem(of: NonNullable<Draft['inbox']>, message: Message, needs: ReplyNeeds): Promise<Op> {
  const arrivedAt = needs.now();
  return needs.store.inbox.put(
    {
      id: needs.ids.sortable(arrivedAt),
      at: message.at,
      arrivedAt,
      from: message.address.reveal(),
      text: message.text.reveal(),
      point: message.point,
      ...of,
    },
    needs.wallNow(),
  );
}
