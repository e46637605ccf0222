import type { Instant } from '#domain/time.ts';
import { binary, type Item, item, number, optionalBinary, readNumber, readText, text } from '../attributes.ts';
import { erasureKey } from '../keys.ts';
import type { Op } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import type { Vault } from '../vault/subject-keys.ts';

/** Somebody who was erased: who, when, by whom, and why, in the words of whoever ordered it. */
export type Erasure = {
  readonly customerId: string;
  readonly contactId?: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
};
export type ErasurePage = { readonly erasures: readonly Erasure[]; readonly next?: string };

export type ErasureList = {
  /** The line of the list, to stand in the transaction that erases. Written again by a replay it is the same line. */
  readonly put: (erasure: Erasure) => Promise<Op>;
  readonly get: (customerId: string, contactId?: string) => Promise<Erasure | undefined>;
  /** In the order of ids; `next` is where the following page begins. */
  readonly page: (page: { readonly limit: number; readonly after?: string }) => Promise<ErasurePage>;
};

const REASON = 'r';

/**
 * The list of who was erased, in a table of its own that no restore of the record touches: a restored record has their
 * keys again, and is erased again by this list. The words of the reason are sealed under the line's own key.
 */
export function createErasureList(of: {
  readonly reader: Reader;
  readonly table: string;
  readonly vault: Pick<Vault, 'newSubjectKey' | 'subjectKey'>;
}): ErasureList {
  return {
    put: (erasure) => lineOf(erasure, of),
    /** AP-97: one line of the list. */
    get: async (customerId, contactId) => {
      const found = await of.reader.get(erasureKey(customerId, contactId));
      return found === undefined ? undefined : opened(found, of.vault);
    },
    /** AP-98: the list, in the order of ids. */
    page: async ({ limit, after }) => {
      const { pk } = erasureKey('any');
      const found = await of.reader.page({ pk, limit, ...(after === undefined ? {} : { after }) });
      const last = found.next === undefined ? undefined : found.items.at(-1);
      return {
        erasures: await Promise.all(found.items.map((one) => opened(one, of.vault))),
        ...(last === undefined ? {} : { next: readText(last, 'sk') }),
      };
    },
  };
}

async function lineOf(
  { customerId, contactId, at, by, reason }: Erasure,
  { table, vault }: Pick<Parameters<typeof createErasureList>[0], 'table' | 'vault'>,
): Promise<Op> {
  const key = erasureKey(customerId, contactId);
  const own = await vault.newSubjectKey();
  return {
    op: 'put',
    key,
    table,
    item: item({
      c: text(customerId),
      e: contactId === undefined ? undefined : text(contactId),
      at: number(at),
      by: text(by),
      [REASON]: binary(own.seal({ ...key, attribute: REASON }, reason)),
      k: binary(own.wrapped),
    }),
  };
}

async function opened(found: Item, vault: Pick<Vault, 'subjectKey'>): Promise<Erasure> {
  const place = { pk: readText(found, 'pk'), sk: readText(found, 'sk'), attribute: REASON };
  const sealed = optionalBinary(found, REASON);
  const key = optionalBinary(found, 'k');
  const reason = sealed === undefined || key === undefined ? '' : (await vault.subjectKey(key)).openText(place, sealed);
  const contactId = found['e']?.S;
  return {
    customerId: readText(found, 'c'),
    ...(contactId === undefined ? {} : { contactId }),
    at: readNumber(found, 'at'),
    by: readText(found, 'by'),
    reason,
  };
}
