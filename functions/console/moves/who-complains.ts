import { hasEnded } from '#domain/complaint/complaint.ts';
import type { ContactPoint, Holder } from '#domain/contact/point.ts';
import { DAY, type Instant } from '#domain/time.ts';
import type { Stored } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';
import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { ReceiveBody } from '../shapes/complaint-moves.ts';

/** What a member of staff took down, and when it was said. */
export type TakenDown = {
  readonly body: ReceiveBody;
  readonly receivedAt: Instant;
  readonly staff: string;
  /** What tells this request from others. */
  readonly key?: string | undefined;
};

/** Whose complaint it is, as far as anybody knows. */
export type Who = {
  readonly holder?: Holder;
  readonly customerId?: string;
  readonly person?: PersonRecord;
  readonly point?: Stored<ContactPoint>;
};

/**
 * Who complains: the customer who is named, else whoever holds the number, the newest verified one first. Whoever was
 * erased gets no file again: their complaint is taken down as that of somebody nobody knows.
 */
export async function whoSays({ customerId, phone }: ReceiveBody, needs: ComplaintNeeds): Promise<Who> {
  const point = phone === undefined ? undefined : await needs.pointByNumber(phone);
  const holder = customerId === undefined ? point?.state.holders.toSorted(newestVerified)[0] : undefined;
  const whose = customerId ?? holder?.customerId;
  const person = whose === undefined ? undefined : await needs.people.load(whose);
  if (person === undefined && whose !== undefined && (await needs.isErased(whose))) {
    return point === undefined ? {} : { point };
  }
  return {
    ...(point === undefined ? {} : { point }),
    ...(holder === undefined ? {} : { holder }),
    ...(whose === undefined ? {} : { customerId: whose }),
    ...(person === undefined ? {} : { person }),
  };
}

const newestVerified = (one: Holder, other: Holder): number => (other.verifiedAt ?? 0) - (one.verifiedAt ?? 0);

/** One text folded as people repeat it: width, case and spaces make no other complaint. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** What tells a request without a key from all others. */
type Drawn = { readonly drawn: string };

/**
 * The same text of the same person under the same reference has the same id. Of people of whom nothing is known many may
 * say the same: without a reference theirs are told apart by the request that takes them down, one without a key by itself.
 */
export async function complaintIdOf(
  { body, staff, key, drawn }: Pick<TakenDown, 'body' | 'staff' | 'key'> & Drawn,
  { customerId, holder, point }: Who,
  needs: Pick<ComplaintNeeds, 'hashedId' | 'pointOf'>,
): Promise<string> {
  const whose = [customerId ?? '', holder?.contactId ?? '', customerId === undefined ? (point?.state.id ?? '') : ''];
  const isNobody = whose.every((part) => part === '') && body.externalRef === undefined;
  const request = isNobody ? [staff, key ?? drawn] : [];
  const said = [...whose, body.externalRef ?? '', folded(body.text), ...request];
  return needs.hashedId(['complaint', await needs.pointOf(JSON.stringify(said))]);
}

export type Place = { readonly id: string; readonly stands: boolean; readonly repeats?: string };

/**
 * Where these words stand, or are to stand. Said again more than a day after a complaint of theirs that has ended since,
 * they are a new one beside it; under a reference they are always the one that it stands for.
 */
export async function placeOf(
  { body, receivedAt }: TakenDown,
  first: string,
  needs: Pick<ComplaintNeeds, 'complaints' | 'hashedId'>,
): Promise<Place> {
  let place: Place = { id: first, stands: false };
  for (let n = 1; ; n += 1) {
    const found = (await needs.complaints.load(place.id))?.state;
    if (found === undefined) return place;
    const isNew = hasEnded(found) && receivedAt - found.receivedAt > DAY && body.externalRef === undefined;
    if (!isNew) return { id: found.id, stands: true };
    place = { id: needs.hashedId(['complaint', first, String(n)]), stands: false, repeats: found.id };
  }
}
