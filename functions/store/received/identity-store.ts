import { DAY, SECOND } from '#domain/time.ts';
import { binary, number, readBinary } from '../attributes.ts';
import { identityKey, type Key } from '../keys.ts';
import type { Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import { TABLE } from '../table.contract.ts';
import { hashedPart } from './open-text.ts';

/** An event or inbound message that was taken: whose, which, and a hash of what it said. */
export type Identity = {
  readonly source: string;
  readonly id: string;
  readonly hash: Uint8Array;
  readonly keepDays: number;
  readonly wallNow: number;
};

export type IdentityStore = {
  /** What stands under this identity; undefined: never taken, or longer ago than it is kept. */
  readonly find: (source: string, id: string) => Promise<{ readonly hash: Uint8Array } | undefined>;
};

const keyOf = (source: string, id: string): Key => identityKey(hashedPart(source), hashedPart(id));

export function createIdentityStore(reader: Reader): IdentityStore {
  return {
    /** AP-14: was this event or message taken before, and did it say the same? */
    find: async (source, id) => {
      const found = await reader.get(keyOf(source, id));
      return found === undefined ? undefined : { hash: readBinary(found, 'h') };
    },
  };
}

/** Taken once: the transaction of its effects fails when the identity stands already. */
export const identityPut = (of: Identity): Op => ({
  op: 'put',
  key: keyOf(of.source, of.id),
  item: {
    h: binary(of.hash),
    [TABLE.expiry]: number(Math.floor(of.wallNow / SECOND) + (of.keepDays * DAY) / SECOND),
  },
  condition: { exists: false },
});
