import type { Complaint } from '#domain/complaint/complaint.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { customerId as customerIdOf } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { complaintAdvance } from '#store/complaint-store.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { NOON, openedCase } from '../cases.ts';
import { recordsOn } from '../console.ts';
import type { Engine } from '../engine.ts';
import { addressOf, contactOf } from '../records.ts';
import type { vaultOn } from '../vaults.ts';

type Vault = ReturnType<typeof vaultOn>;

const entryOf = (type: string): EntryDraft => ({
  type,
  actor: { kind: 'staff', id: 'li.na' },
  at: NOON,
  facts: {},
  effects: [],
});

/** What one such customer is called, and the words that stand nowhere but under their seal. */
export const secretsOf = (id: string) => ({
  customerId: `u${id}`,
  name: `甄金雀${id}。`,
  kin: `甄黄莺${id}。`,
  phone: `+86139${id.padStart(8, '0')}`,
  kinPhone: `+86138${id.padStart(8, '0')}`,
  text: `给甄金雀${id}的短信。`,
});

/**
 * Customer `u<id>` with a number that is opted out, an emergency contact `k1`, an open case `c<id>` whose second entry
 * holds a text under the customer's key, and the complaint `m<id>` where one is given.
 */
export async function subjectOn(engine: Engine, vault: Vault, of: { id: string; complaint?: Complaint }) {
  const { id, complaint } = of;
  const secrets = secretsOf(id);
  const { customerId } = secrets;
  const records = recordsOn(engine, vault);
  const points = { own: await vault.pointOf(secrets.phone), kin: await vault.pointOf(secrets.kinPhone) };
  const named = customerIdOf(customerId);
  await records.customer(
    {
      id: named,
      name: sensitive(secrets.name),
      phones: [addressOf(secrets.phone, { point: points.own })],
      mails: [],
    },
    [
      contactOf({
        customerId: named,
        name: sensitive(secrets.kin),
        phone: addressOf(secrets.kinPhone, { point: points.kin }),
        version: 0,
      }),
    ],
  );
  await records.opened(openedCase({ id: `c${id}`, customerId }));
  const people = createPersonStore(createReader(engine.client, engine.tableName), vault);
  const key = (await people.load(customerId))?.key ?? new Uint8Array();
  const place = { ...entryKey(aggregateName('case', `c${id}`), 2), attribute: 's' };
  const noted = { ...entryOf('reply.noted') };
  await records.moved(
    `c${id}`,
    (case_) => ({ next: { ...case_, version: case_.version + 1 }, entry: noted, tasks: [] }),
    await vault.seal(key, place, secrets.text),
  );
  for (const [point, kind] of [[points.own, 'customer'] as const, [points.kin, 'contact'] as const]) {
    const before = unknownPoint(point);
    const after = {
      ...before.state,
      holders: [kind === 'customer' ? { kind, customerId } : { kind, customerId, contactId: 'k1' }],
      key: (await vault.newSubjectKey()).wrapped,
      ...(kind === 'customer' ? { optOut: { at: NOON, purposes: 'all' as const, seq: 1 } } : {}),
    };
    await records.commit({ advances: [pointAdvance(before, after, entryOf('point.opted-out'))] });
  }
  if (complaint !== undefined) {
    const next = { ...complaint, id: `m${id}`, customerId, version: 1 };
    await records.commit({ advances: [complaintAdvance(undefined, { next, entry: entryOf('complaint.received') })] });
  }
  return { ...secrets, points };
}
