import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CustomerInput } from '#domain/customer/registry.ts';
import { contactId, customerId } from '#domain/ids.ts';
import { sensitive } from '#domain/sensitive.ts';
import { DAY, type Instant } from '#domain/time.ts';
import { createAudit } from '#store/audit.ts';
import { createCaseStore } from '#store/case-store.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createCustomerCases } from '#store/customer-cases.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { createPersonStore } from '#store/people/customer-store.ts';
import { createEarlyChanges } from '#store/people/early-change.ts';
import { createRegistry, type RegistryDeps } from '#store/people/registry.ts';
import { createPointStore } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { identityPut } from '#store/received/identity-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { ledgerOn } from '../../support/ledgers.ts';
import { contactInput, customerInput, removalInput } from '../../support/records.ts';
import { vaultOn } from '../../support/vaults.ts';

let engine: Engine;
let vault: Vault;
beforeAll(async () => {
  engine = await startEngine();
  vault = vaultOn(engine);
});
afterAll(() => engine.stop());

const PHONE = '+8613900000001';
const LATER = NOON + DAY;
const reader = () => createReader(engine.client, engine.tableName);
const people = () => createPersonStore(reader(), vault);
const depsOf = (change: Partial<RegistryDeps> = {}): RegistryDeps => ({
  ledger: ledgerOn(engine),
  people: people(),
  points: createPointStore(reader()),
  entries: (id, limit) => createTimeline(reader()).newest('customer', id, limit),
  vault,
  cases: createCaseStore(reader()),
  complaints: createComplaintStore(reader()),
  customerCases: createCustomerCases(reader()),
  early: createEarlyChanges(reader()),
  now: () => NOON,
  ...change,
});
const registry = (change: Partial<RegistryDeps> = {}) => createRegistry(depsOf(change));
const input = (id: string, change: Partial<CustomerInput> = {}): CustomerInput => ({
  ...customerInput({ customerId: customerId(id) }),
  phones: [{ value: sensitive(PHONE), source: 'contract', verifiedAt: NOON }],
  ...change,
});
const contact = (id: string, change: object = {}) => contactInput({ customerId: customerId(id), ...change });
const identity = (id: string) =>
  identityPut({ source: 'urn:bank:core', id, hash: Uint8Array.of(1), keepDays: 90, wallNow: NOON });

async function holdersOf(phone: string): Promise<readonly { who: string; at: Instant | undefined }[]> {
  const stored = await createPointStore(reader()).load(await vault.pointOf(phone));
  return (stored?.state.holders ?? []).map((one) => ({
    who: one.contactId === undefined ? one.customerId : `${one.customerId},${one.contactId}`,
    at: one.verifiedAt,
  }));
}

test('a record, its entry and the identity of its event stand together, then its numbers know their holder', async () => {
  const phone = '+8613900000101';
  const phones = [{ value: sensitive(phone), source: 'contract', verifiedAt: NOON }];

  expect(await registry().upsertCustomer(input('r1', { phones }), [identity('e1')])).toEqual({ kind: 'written' });

  const entries = await createTimeline(reader()).newest('customer', 'r1', 5);
  expect(entries.map((one) => one.type)).toEqual(['customer.registered']);
  expect(await holdersOf(phone)).toEqual([{ who: 'r1', at: NOON }]);
  expect((await createAudit(reader()).verify('customer', 'r1'))?.ok).toBe(true);
  expect((await createAudit(reader()).verify('point', await vault.pointOf(phone)))?.ok).toBe(true);
});

test('an event that was taken before changes nothing, also when its record would', async () => {
  await registry().upsertCustomer(input('r2'), [identity('e2')]);

  const again = await registry().upsertCustomer(input('r2', { name: sensitive('x'), asOf: LATER }), [identity('e2')]);

  expect(again).toMatchObject({ kind: 'also-stale', failed: [{ at: 0 }] });
  expect((await people().load('r2'))?.customer.state.name.reveal()).toBe('王小明');
});

test('an older record is refused and its identity is not taken; the same record again is unchanged', async () => {
  await registry().upsertCustomer(input('r3', { asOf: LATER }));

  expect(await registry().upsertCustomer(input('r3'), [identity('e3')])).toEqual({ kind: 'older' });
  expect(await registry().upsertCustomer(input('r3', { asOf: LATER }), [identity('e3')])).toEqual({
    kind: 'unchanged',
  });
  expect(await registry().upsertCustomer(input('r3', { asOf: LATER }))).toEqual({ kind: 'unchanged' });
});

test('a record told again later writes no entry, but older ones are refused from then on', async () => {
  await registry().upsertCustomer(input('r4'));

  expect(await registry().upsertCustomer(input('r4', { asOf: LATER }))).toEqual({ kind: 'unchanged' });

  expect((await people().load('r4'))?.customer.state).toMatchObject({ asOf: LATER, version: 1, gateVersion: 1 });
  expect(await registry().upsertCustomer(input('r4', { asOf: NOON + 1 }))).toEqual({ kind: 'older' });
});

test('a number that leaves the record loses its holder; who verified it last comes first', async () => {
  const phone = '+8613900000105';
  const held = (verifiedAt: Instant) => [{ value: sensitive(phone), source: 'contract', verifiedAt }];
  await registry().upsertCustomer(input('r5', { phones: held(NOON) }));
  await registry().upsertCustomer(input('r6', { phones: held(LATER) }));
  expect(await holdersOf(phone)).toEqual([
    { who: 'r6', at: LATER },
    { who: 'r5', at: NOON },
  ]);

  await registry().upsertCustomer(input('r6', { phones: [], asOf: LATER }));

  expect(await holdersOf(phone)).toEqual([{ who: 'r5', at: NOON }]);
});

test('after a crash between record and holders a later sync brings both old and new numbers up to date', async () => {
  const [old, fresh] = ['+8613900000107', '+8613900000108'];
  const phones = (value: string) => [{ value: sensitive(value), source: 'contract', verifiedAt: NOON }];
  await registry().upsertCustomer(input('r7', { phones: phones(old) }));
  const crashing = registry({ points: { loadAll: () => Promise.reject(new Error('crash')) } });
  await expect(crashing.upsertCustomer(input('r7', { phones: phones(fresh), asOf: LATER }))).rejects.toThrow('crash');
  expect(await holdersOf(old)).toHaveLength(1);

  await registry().syncHolders('r7');
  await registry().syncHolders('r7');

  expect(await holdersOf(old)).toEqual([]);
  expect(await holdersOf(fresh)).toEqual([{ who: 'r7', at: NOON }]);
  expect(await createTimeline(reader()).newest('point', await vault.pointOf(fresh), 9)).toHaveLength(1);
  await registry().syncHolders('nobody');
});

test('a slow sync never undoes what a newer record brought', async () => {
  const phone = '+8613900000109';
  const phones = [{ value: sensitive(phone), source: 'contract', verifiedAt: NOON }];
  await registry().upsertCustomer(input('r9', { phones }));
  let first = true;
  const slow = registry({
    people: {
      ...people(),
      load: async (id) => {
        const seen = await people().load(id);
        if (first) {
          first = false;
          await registry().upsertCustomer(input('r9', { phones: [], asOf: LATER }));
        }
        return seen;
      },
    },
  });

  await slow.syncHolders('r9');

  expect(await holdersOf(phone)).toEqual([]);
});

test('a record that loses to another writer is judged again on what now stands', async () => {
  await registry().upsertCustomer(input('r10'));
  let first = true;
  const racing = registry({
    people: {
      ...people(),
      load: async (id) => {
        const seen = await people().load(id);
        if (first) {
          first = false;
          await registry().upsertCustomer(input('r10', { flags: { deceased: true }, asOf: LATER + 1 }));
        }
        return seen;
      },
    },
  });

  expect(await racing.upsertCustomer(input('r10', { flags: {}, asOf: LATER }))).toEqual({ kind: 'older' });
  expect((await people().load('r10'))?.customer.state.flags).toEqual(['deceased']);
});

test('emergency contacts: registered, changed and removed are told by the customer, and their numbers know it', async () => {
  await registry().upsertCustomer(input('r11', { phones: [] }));
  const phone = '+8613900000111';
  const said = { value: sensitive(phone), source: 'contract' };

  expect(await registry().upsertContact(contact('r11', { phone: said }), [identity('k1')])).toEqual({
    kind: 'written',
  });
  expect(await holdersOf(phone)).toEqual([{ who: 'r11,k1', at: NOON }]);
  expect(await registry().upsertContact(contact('r11', { phone: said, order: 3, asOf: LATER }))).toEqual({
    kind: 'written',
  });
  const removal = removalInput({ customerId: customerId('r11'), asOf: LATER });
  expect(await registry().removeContact(removal)).toEqual({ kind: 'written' });

  expect(await holdersOf(phone)).toEqual([]);
  expect(await registry().upsertContact(contact('r11', { phone: said }))).toEqual({ kind: 'older' });
  expect(await registry().removeContact(removal)).toEqual({ kind: 'unchanged' });
  expect(await registry().removeContact({ ...removal, asOf: LATER + 1 })).toEqual({ kind: 'unchanged' });
  const entries = await createTimeline(reader()).newest('customer', 'r11', 9);
  expect(entries.map((one) => one.type)).toEqual([
    'contact.removed',
    'contact.changed',
    'contact.registered',
    'customer.registered',
  ]);
  expect((await people().load('r11'))?.contacts).toMatchObject([{ removed: true, asOf: LATER + 1 }]);
});

test('the record tells whether there is anybody to look for: nobody, from the first contact on somebody, and after a removal still', async () => {
  const told = async (id: string) => {
    const person = await people().load(id);
    return [person?.customer.state.hasContacts, person?.contacts.length];
  };
  await registry().upsertCustomer(input('r20'));
  await registry().upsertCustomer(input('r21'));
  expect(await told('r20')).toEqual([false, 0]);

  await registry().upsertContact(contact('r20'));
  // The place of one whose record may come late counts as well.
  await registry().removeContact(removalInput({ customerId: customerId('r21') }));
  expect([await told('r20'), await told('r21')]).toEqual([
    [true, 1],
    [true, 1],
  ]);

  await registry().upsertCustomer(input('r20', { name: sensitive('王小红'), asOf: LATER }));
  expect(await told('r20')).toEqual([true, 1]);
  await registry().removeContact(removalInput({ customerId: customerId('r20'), asOf: LATER }));
  expect(await told('r20')).toEqual([true, 1]);
});

test('refuses a contact of a customer nobody knows, and the eleventh of one that is known', async () => {
  expect(await registry().upsertContact(contact('nobody'))).toEqual({ kind: 'customer-unknown' });
  expect(await registry().removeContact(removalInput({ customerId: customerId('nobody') }))).toEqual({
    kind: 'customer-unknown',
  });
  await registry().upsertCustomer(input('r12', { phones: [] }));
  const { phone: _phone, ...bare } = contact('r12');
  const numbered = (n: number) => ({ ...bare, contactId: contactId(`k${n}`) });
  for (let n = 1; n <= 10; n += 1) expect(await registry().upsertContact(numbered(n))).toEqual({ kind: 'written' });

  expect(await registry().upsertContact(numbered(11))).toEqual({ kind: 'contacts-full', limit: 10 });
  expect(await registry().upsertContact({ ...numbered(10), order: 9, asOf: LATER })).toEqual({ kind: 'written' });
});

test('a mail address is a contact point too, of the customer and of a contact', async () => {
  const mails = [{ value: sensitive('r13@example.com'), source: 'contract', verifiedAt: NOON }];
  const { phone: _phone, ...bare } = contact('r13');

  await registry().upsertCustomer(input('r13', { phones: [], mails }));
  await registry().upsertContact({ ...bare, mail: { value: sensitive(' R13@Example.com'), source: 'contract' } });

  expect(await holdersOf('r13@example.com')).toEqual([
    { who: 'r13,k1', at: NOON },
    { who: 'r13', at: NOON },
  ]);
});

test('who loses to others five times in a row is told so, and nothing is half done', async () => {
  await registry().upsertCustomer(input('r14'));
  const losing = registry({
    ledger: { commit: () => Promise.resolve({ kind: 'stale', failed: [{ at: 0 }] }) },
  });

  await expect(losing.upsertCustomer(input('r14', { phones: [], asOf: LATER }))).rejects.toMatchObject({
    code: 'store.conflict',
  });
  const lost = registry({
    ledger: { commit: () => Promise.resolve({ kind: 'stale', failed: [{ at: 0 }] }) },
    points: { loadAll: (points) => Promise.resolve(points.map(() => undefined)) },
  });
  await expect(lost.syncHolders('r14')).rejects.toMatchObject({ code: 'store.conflict' });
});
