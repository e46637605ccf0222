import * as v from 'valibot';
import { isPending, OFFER_STATES, type Offer, type OfferState } from '#domain/complaint/offer.ts';
import { ROLES } from '#domain/words.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import { read } from '../facts.ts';

const Sum = v.object({ minor: v.number(), currency: v.string() });
const Terms = v.variant('kind', [
  v.object({
    kind: v.literal('instalments'),
    count: v.number(),
    amount: Sum,
    firstOn: v.exactOptional(v.string()),
    waive: v.exactOptional(Sum),
  }),
  v.object({ kind: v.literal('deferral'), until: v.string() }),
  v.object({ kind: v.literal('rate'), rate: v.string() }),
  v.object({ kind: v.literal('term'), months: v.number() }),
  v.object({ kind: v.literal('waiver'), fees: v.array(v.object({ name: v.string(), amount: Sum })) }),
  v.object({ kind: v.literal('goodwill'), amount: Sum }),
]);
const Made = v.object({
  offer: v.object({
    id: v.string(),
    state: v.picklist(OFFER_STATES),
    terms: Terms,
    madeBy: v.string(),
    madeByRole: v.picklist(ROLES),
    madeAt: v.number(),
    expiresAt: v.number(),
    approvedBy: v.exactOptional(v.string()),
    caseId: v.exactOptional(v.string()),
    accountId: v.exactOptional(v.string()),
  }),
});
const Answered = v.object({
  offerId: v.string(),
  counter: v.exactOptional(v.object({ amount: v.exactOptional(Sum), count: v.exactOptional(v.number()) })),
});
const Over = v.object({ offers: v.array(v.string()) });

const ANSWERS: Readonly<Record<string, OfferState>> = {
  'offer.accepted': 'ACCEPTED',
  'offer.declined': 'DECLINED',
  'offer.countered': 'COUNTERED',
};
const ENDS: Readonly<Record<string, OfferState>> = { 'offer.expired': 'EXPIRED', 'offer.withdrawn': 'WITHDRAWN' };
/** The complaint's own end takes back what was pending. */
const CLOSES: readonly string[] = ['complaint.resolved', 'complaint.withdrawn'];

/** Every offer there was, oldest first: the snapshot keeps the newest, the timeline tells what became of the others. */
export function offersOf({ stored, entries }: WholeComplaint): readonly Offer[] {
  const { offers, offerCount } = stored.state;
  if (offers.length === offerCount) return offers;
  const told = new Map<string, Offer>();
  for (const entry of entries) take(told, entry);
  for (const offer of offers) told.set(offer.id, offer);
  return [...told.values()].toSorted((one, other) => one.madeAt - other.madeAt);
}

function take(told: Map<string, Offer>, entry: Entry): void {
  const { type } = entry;
  const made = type === 'offer.made' || type === 'offer.approved' ? read(Made, entry)?.offer : undefined;
  if (type === 'offer.made' || CLOSES.includes(type)) {
    const state = type === 'offer.made' ? 'REPLACED' : 'WITHDRAWN';
    for (const one of told.values()) if (isPending(one)) change(told, one.id, { state });
  }
  if (made !== undefined) told.set(made.id, made);
  const answer = ANSWERS[type];
  const answered = answer === undefined ? undefined : read(Answered, entry);
  if (answer !== undefined && answered !== undefined) {
    const counter = answered.counter === undefined ? {} : { counter: { ...answered.counter, seq: entry.seq } };
    change(told, answered.offerId, { state: answer, ...counter });
  }
  const over = ENDS[type];
  if (over !== undefined) for (const id of read(Over, entry)?.offers ?? []) change(told, id, { state: over });
}

function change(told: Map<string, Offer>, id: string, to: Partial<Offer>): void {
  const offer = told.get(id);
  if (offer !== undefined) told.set(id, { ...offer, ...to });
}
