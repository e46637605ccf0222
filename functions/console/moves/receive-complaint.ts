import { homeOf } from '#domain/complaint/home.ts';
import { receiveComplaint } from '#domain/complaint/life/receive.ts';
import type { ComplaintInput } from '#domain/complaint/life/received.ts';
import { type ComplaintRefusal, type ComplaintTransition, isComplaintRefusal } from '#domain/complaint/transition.ts';
import type { TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import { Fault } from '#domain/errors.ts';
import { movePoint, type PointMove } from '#domain/reply/point-moves.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';
import { complaintIdOf, type Place, placeOf, type TakenDown, type Who, whoSays } from './who-complains.ts';

export type Received =
  | { readonly kind: 'created' | 'exists'; readonly id: string }
  | { readonly kind: 'reference-used' }
  | ComplaintRefusal;

/** Somebody was faster: what stands now is looked at again. */
const TRIES = 3;

/**
 * A complaint of any channel, taken down once: the same text of the same person under the same reference finds the one
 * that stands. A reference that stands for another text is refused, and nothing is written.
 */
export async function takeDown(taken: TakenDown, needs: ComplaintNeeds): Promise<Received> {
  const who = await whoSays(taken.body, needs);
  // An emergency contact's words are theirs: they go with them, not with the customer.
  const isOwn = who.person === undefined || who.holder?.kind === 'contact';
  const key = isOwn ? await needs.newKey() : undefined;
  const drawn = Buffer.from(key ?? []).toString('base64');
  const first = await complaintIdOf({ ...taken, drawn }, who, needs);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const place = await placeOf(taken, first, needs);
    const { id } = place;
    if (place.stands) return { kind: 'exists', id };
    if (await isUsed(taken.body.externalRef, needs)) return { kind: 'reference-used' };
    const written = await write(taken, { ...place, who, key }, needs);
    if (written === 'committed') return { kind: 'created', id };
    if (written !== 'stale') return written;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

const isUsed = async (ref: string | undefined, needs: ComplaintNeeds): Promise<boolean> =>
  ref !== undefined && (await needs.referenceStands(ref));

async function write(
  { body, receivedAt, staff }: TakenDown,
  { id, repeats, who, key }: Place & { readonly who: Who; readonly key: Uint8Array | undefined },
  needs: ComplaintNeeds,
): Promise<'committed' | 'stale' | ComplaintRefusal> {
  const { category, text, externalRef } = body;
  const triage = await needs.triage(text, category === undefined ? {} : { category });
  const input: ComplaintInput = {
    id,
    channel: body.channel,
    receivedAt,
    audience: who.holder?.kind ?? 'customer',
    ...(who.customerId === undefined ? {} : { customerId: who.customerId }),
    ...(who.holder?.contactId === undefined ? {} : { contactId: who.holder.contactId }),
    ...(who.point === undefined ? {} : { point: who.point.state.id }),
    ...(key === undefined ? {} : { key }),
    ...(externalRef === undefined ? {} : { externalRef }),
    ...(repeats === undefined ? {} : { repeats }),
    locale: triage.lang === 'zh' ? 'zh-CN' : 'en',
    ...homeOf(who.person?.customer.state, needs.defaults, needs.policies),
    triage,
  };
  const now = needs.now();
  const at = { now, book: await needs.complaintBook(), by: { staff }, strict: true };
  const transition = receiveComplaint(input, at);
  if (isComplaintRefusal(transition)) return transition;
  const sealed = await seal({ transition, key: key ?? who.person?.key, text }, needs);
  const number = numberAfter(who.point, { id, triage, receivedAt, now });
  return needs.receive({
    transition,
    sealed,
    ...(externalRef === undefined ? {} : { reference: externalRef }),
    ...(number === undefined || body.phone === undefined
      ? {}
      : { number: { ...number, said: { number: body.phone, text } } }),
  });
}

function seal(
  { transition, key, text }: { transition: ComplaintTransition; key: Uint8Array | undefined; text: string },
  needs: ComplaintNeeds,
): Promise<Uint8Array> {
  if (key === undefined) throw new Error('complaint: got no key for its words, expected the person’s or its own');
  return needs.seal(key, { aggregate: 'complaint', id: transition.next.id, seq: 1 }, text);
}

type Saying = {
  readonly id: string;
  readonly triage: TriageVerdict;
  readonly receivedAt: Instant;
  readonly now: Instant;
};

/** Who says that the number is not theirs, or asks not to be contacted on it, is heard with the complaint itself. */
function numberAfter(
  before: Stored<ContactPoint> | undefined,
  { id, triage, receivedAt, now }: Saying,
): { readonly before: Stored<ContactPoint>; readonly move: PointMove } | undefined {
  const [quarantine, optOut] = [triage.flags.includes('wrong_contact'), triage.flags.includes('stop_contact')];
  if (before === undefined || !(quarantine || optOut)) return undefined;
  const move = movePoint(before.state, { quarantine, optOut }, { heard: { inboundId: id, at: receivedAt }, now });
  return move.entry === undefined ? undefined : { before, move };
}
