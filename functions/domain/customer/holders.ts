import type { Holder } from '../contact/point.ts';
import type { PointId } from '../ids.ts';
import type { Address, Customer, EmergencyContact } from './customer.ts';
import { contactPoints } from './emergency-contact.ts';

/** A number that more people hold is nobody's: the ones verified longest ago are left out. */
export const MAX_HOLDERS = 8;

/** The customer and the emergency contacts who hold a point, as their records now say. */
export function holdersOn(
  point: PointId,
  customer: Customer,
  contacts: readonly EmergencyContact[],
): readonly Holder[] {
  const own = [...customer.phones, ...customer.mails].find((one) => one.point === point);
  const others = contacts.filter((contact) => contactPoints(contact).includes(point));
  return [
    ...(own === undefined ? [] : [holder({ kind: 'customer', customerId: customer.id }, own.verifiedAt)]),
    ...others.map((contact) =>
      holder(
        { kind: 'contact', customerId: customer.id, contactId: contact.contactId },
        addressOn(point, contact)?.verifiedAt ?? contact.verifiedAt,
      ),
    ),
  ];
}

const addressOn = (point: PointId, { phone, mail }: EmergencyContact): Address | undefined =>
  [phone, mail].find((one) => one?.point === point);

const holder = (who: Omit<Holder, 'verifiedAt'>, verifiedAt: number | undefined): Holder =>
  verifiedAt === undefined ? who : { ...who, verifiedAt };

/** The point's holders once this customer's are as given; the newest verified first: it outranks the others. */
export function holdersAfter(before: readonly Holder[], customerId: string, now: readonly Holder[]): readonly Holder[] {
  return [...before.filter((one) => one.customerId !== customerId), ...now].toSorted(byRank).slice(0, MAX_HOLDERS);
}

function byRank(one: Holder, other: Holder): number {
  const newer = (other.verifiedAt ?? 0) - (one.verifiedAt ?? 0);
  if (newer !== 0) return newer;
  return nameOf(one) < nameOf(other) ? -1 : 1;
}

const nameOf = ({ kind, customerId, contactId }: Holder): string => JSON.stringify([kind, customerId, contactId ?? '']);

export const sameHolders = (one: readonly Holder[], other: readonly Holder[]): boolean =>
  one.length === other.length &&
  one.every((held, index) => {
    const against = other[index];
    return against !== undefined && nameOf(held) === nameOf(against) && held.verifiedAt === against.verifiedAt;
  });

/** Every point the customer's record and contacts name. */
export const recordPoints = (customer: Customer, contacts: readonly EmergencyContact[]): readonly PointId[] => [
  ...new Set([...[...customer.phones, ...customer.mails].map((one) => one.point), ...contacts.flatMap(contactPoints)]),
];
