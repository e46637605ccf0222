import { DAY, type Instant, SECOND } from '#domain/time.ts';
import { type Item, number, optionalNumber } from '../attributes.ts';
import { earlyKey } from '../keys.ts';
import type { Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import { TABLE } from '../table.contract.ts';
import { customerStands } from './customer-store.ts';

/** When a customer's profile last changed before anybody had told of them: by what it makes new, numbers or mail addresses. */
export type EarlyChange = { readonly phones?: Instant; readonly mails?: Instant };

export type EarlyChanges = {
  readonly of: (customerId: string) => Promise<EarlyChange>;
};

export function createEarlyChanges(reader: Reader): EarlyChanges {
  return {
    /** AP-103: what of a customer's profile changed before their first record? */
    of: async (customerId) => {
      const found = await reader.get(earlyKey(customerId));
      const [phones, mails] = [optionalNumber(found ?? {}, 'ph'), optionalNumber(found ?? {}, 'ma')];
      return { ...(phones === undefined ? {} : { phones }), ...(mails === undefined ? {} : { mails }) };
    },
  };
}

const attributes = ({ phones, mails }: EarlyChange): Record<'ph' | 'ma', Item[string] | undefined> => ({
  ph: phones === undefined ? undefined : number(phones),
  ma: mails === undefined ? undefined : number(mails),
});

/** As long as the identity of its event. Source: docs/behaviour.md, How long things are kept. */
const KEPT_DAYS = 90;

/** Kept for the first record, which is still to come; an older change than the one that stands moves nothing. */
export function earlyOps(
  customerId: string,
  by: { readonly stood: EarlyChange; readonly now: EarlyChange; readonly wallNow: number },
): readonly Op[] {
  const newest = (one = 0, other = one): Instant => Math.max(one, other);
  const { phones, mails } = { ...by.stood, ...by.now };
  const set = {
    ...(phones === undefined ? {} : { ph: number(newest(phones, by.stood.phones)) }),
    ...(mails === undefined ? {} : { ma: number(newest(mails, by.stood.mails)) }),
    [TABLE.expiry]: number(Math.floor(by.wallNow / SECOND) + (KEPT_DAYS * DAY) / SECOND),
  };
  return [
    customerStands(customerId, undefined),
    { op: 'set', key: earlyKey(customerId), set, condition: { equals: attributes(by.stood) } },
  ];
}

/** The first record heard of all that changed before it. */
export const earlyHeard = (customerId: string, stood: EarlyChange): Op => ({
  op: 'check',
  key: earlyKey(customerId),
  condition: { equals: attributes(stood) },
});
