import type { Instant } from '#domain/time.ts';
import { DAY, SECOND } from '#domain/time.ts';
import { binary, type Item, json, number, readBinary, readJson, readNumber, readText, text } from '../attributes.ts';
import { systemKey } from '../keys.ts';
import type { Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import { TABLE } from '../table.contract.ts';
import type { Vault } from '../vault/subject-keys.ts';

export type SubjectName = { readonly customerId: string; readonly contactId?: string };

/** Persons to be erased by one order; more than one person may order alone waits for another's word. */
export type ErasureOrder = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly subjects: readonly SubjectName[];
  readonly approvedBy?: string;
};

export type ErasureOrders = {
  readonly put: (order: ErasureOrder, wallNow: number) => Promise<Op>;
  readonly approve: (order: ErasureOrder, by: string) => Op;
  readonly get: (id: string) => Promise<ErasureOrder | undefined>;
};

const KIND = 'erasure-order';
const REASON = 'r';
/** Long enough to be asked about after the audit of a quarter. */
const KEPT_DAYS = 90;

/** Orders stand in the record's table; the words of the reason are sealed under the order's own key, which goes with it. */
export function createErasureOrders(of: {
  readonly reader: Reader;
  readonly vault: Pick<Vault, 'newSubjectKey' | 'subjectKey'>;
}): ErasureOrders {
  return {
    put: async ({ id, at, by, reason, subjects }, wallNow) => {
      const key = systemKey(KIND, id);
      const own = await of.vault.newSubjectKey();
      return {
        op: 'put',
        key,
        condition: { exists: false },
        item: {
          at: number(at),
          by: text(by),
          su: json(subjects),
          [REASON]: binary(own.seal({ ...key, attribute: REASON }, reason)),
          k: binary(own.wrapped),
          [TABLE.expiry]: number(Math.floor(wallNow / SECOND) + (KEPT_DAYS * DAY) / SECOND),
        },
      };
    },
    approve: ({ id }, by) => ({
      op: 'set',
      key: systemKey(KIND, id),
      set: { ap: text(by) },
      condition: { exists: true, equals: { ap: undefined } },
    }),
    /** AP-99: one order of erasures. */
    get: async (id) => {
      const found = await of.reader.get(systemKey(KIND, id));
      return found === undefined ? undefined : opened(found, of.vault);
    },
  };
}

async function opened(found: Item, vault: Pick<Vault, 'subjectKey'>): Promise<ErasureOrder> {
  const place = { pk: readText(found, 'pk'), sk: readText(found, 'sk'), attribute: REASON };
  const approvedBy = found['ap']?.S;
  return {
    id: place.sk,
    at: readNumber(found, 'at'),
    by: readText(found, 'by'),
    subjects: readJson<SubjectName[]>(found, 'su'),
    reason: (await vault.subjectKey(readBinary(found, 'k'))).openText(place, readBinary(found, REASON)),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}
