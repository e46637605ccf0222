import { snsSmsSender } from '#channels/sms.ts';
import type { Account } from '#domain/account/account.ts';
import type { Case } from '#domain/case/case.ts';
import { type OpenInput, openCase } from '#domain/case/open.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import { contactId, customerId, type PointId } from '#domain/ids.ts';
import { dueOf } from '#domain/task/timers.ts';
import { accountPut } from '#store/account-store.ts';
import { caseChange, createCaseStore, type WholeCase } from '#store/case-store.ts';
import { contactPut, createPersonStore, customerChange } from '#store/people/customer-store.ts';
import { createPointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { advance } from '../../functions/dispatch/advance-case.ts';
import type { Advanced } from '../../functions/dispatch/carry-out.ts';
import { joinDispatch } from '../../functions/dispatch/live.ts';
import type { DispatchNeeds } from '../../functions/dispatch/ports.ts';
import { NOON } from './cases.ts';
import type { Engine } from './engine.ts';
import { ledgerOn, nextFence } from './ledgers.ts';
import { type Provider, provider } from './provider.ts';
import { addressOf, contactOf, customerOf, registered } from './records.ts';
import { AMPLE } from './spend.ts';
import { BANK } from './texts.ts';
import { vaultOn } from './vaults.ts';

/** Dispatch as it is deployed, on the engine's table and a provider in this process, at a time that is moved by hand. */
export type World = {
  readonly needs: DispatchNeeds;
  readonly provider: Provider;
  readonly figures: Map<string, number>;
  readonly now: () => number;
  readonly moveTo: (instant: number) => void;
  readonly later: (ms: number) => void;
  /** Works a message off, as the queue brings it. */
  readonly work: (aggregate: string, needs?: DispatchNeeds) => Promise<Advanced>;
  /** Does what falls due, one due time after another, until nothing falls due within `ms`. */
  readonly run: (caseId: string, ms: number) => Promise<void>;
  readonly customer: (customer: Customer, contacts?: readonly EmergencyContact[]) => Promise<void>;
  readonly change: (customerId: string, change: Partial<Customer>) => Promise<void>;
  readonly account: (before: Account | undefined, after: Account) => Promise<void>;
  readonly point: (id: PointId, change: Partial<ContactPoint>) => Promise<void>;
  readonly open: (input: Partial<OpenInput> & { readonly id: string }) => Promise<void>;
  readonly caseOf: (id: string) => Promise<Case>;
  readonly whole: (id: string) => Promise<WholeCase>;
  readonly pointOf: (id: PointId) => Promise<ContactPoint>;
};

const REASON = { code: 'unusual-amount', source: 'urn:bank:core', eventId: 'e1', at: NOON, tail: '1234' };

export function dispatchWorld(engine: Engine): World {
  let now = NOON;
  const figures = new Map<string, number>();
  const texts = provider();
  const vault = vaultOn(engine);
  const reader = createReader(engine.client, engine.tableName);
  const ledger = ledgerOn(engine);
  const people = createPersonStore(reader, vault);
  const cases = createCaseStore(reader);
  const points = createPointStore(reader);
  const joined = joinDispatch({
    db: engine.client,
    tableName: engine.tableName,
    vault,
    clock: { businessNow: () => now, wallNow: () => now, fromWire: Number },
    ids: { fence: nextFence, random: () => 0 },
    count: (name, value = 1) => figures.set(name, (figures.get(name) ?? 0) + value),
    settings: {
      bank: { nameZh: BANK.nameZh, nameEn: BANK.nameEn, phone: BANK.phone },
      defaults: { jurisdiction: 'CN', timezone: 'Asia/Shanghai', locale: 'zh-CN', pausedPurposes: [], ...AMPLE },
    },
    sms: snsSmsSender(() => texts.client),
  });
  // Looking again takes no time here.
  const needs = { ...joined, pause: () => Promise.resolve() };
  const caseOf = async (id: string): Promise<Case> => must((await cases.load(id))?.state);
  const work: World['work'] = (a, with_ = needs) => advance({ a, hops: 0 }, with_);
  return {
    needs,
    provider: texts,
    figures,
    now: () => now,
    moveTo: (instant) => {
      now = instant;
    },
    later: (ms) => {
      now += ms;
    },
    work,
    run: async (id, ms) => {
      for (const end = now + ms; ; ) {
        const dueAt = dueOf(await caseOf(id));
        if (dueAt === undefined || dueAt > end) {
          now = end;
          return;
        }
        now = Math.max(now, dueAt);
        if ((await work(`CASE#${id}`)) === 'nothing') return;
      }
    },
    customer: async (after, contacts = []) => {
      const change = { before: undefined, after: { ...after, version: 1 }, entry: registered() };
      const advances = [await customerChange(change, vault)];
      await ledger.commit({
        advances,
        also: await Promise.all(contacts.map((one) => contactPut(undefined, one, vault))),
      });
    },
    change: async (id, change) => {
      const person = must(await people.load(id));
      const stored = person.customer;
      const { version, gateVersion } = stored.state;
      const after = { ...stored.state, ...change, version: version + 1, gateVersion: gateVersion + 1 };
      const before = { stored, key: person.key };
      await ledger.commit({ advances: [await customerChange({ before, after, entry: registered() }, vault)] });
    },
    account: async (before, after) => {
      await ledger.commit({ advances: [], also: [accountPut(before, after)] });
    },
    point: async (id, change) => {
      const before = (await points.load(id)) ?? unknownPoint(id);
      const after = { ...before.state, ...change };
      await ledger.commit({ advances: [pointAdvance(before, after, registered({ type: 'contact-point.changed' }))] });
    },
    open: async (input) => {
      const transition = openCase(
        {
          customerId: 'u1',
          kind: 'unusual-amount',
          purpose: 'fraud_security',
          severity: 'medium',
          plan: { id: 'fraud-card', version: 1 },
          reason: { ...REASON, at: now },
          ...input,
        },
        now,
      );
      const { advance: opened, also } = caseChange(undefined, transition);
      await ledger.commit({ advances: [opened], also });
    },
    caseOf,
    whole: async (id) => must(await cases.whole(id)),
    pointOf: async (id) => must((await points.load(id))?.state),
  };
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('got nothing, expected what the test has written');
  return value;
}

let numbers = 0;
const nextPhone = (): string => `+86135${String((numbers += 1)).padStart(8, '0')}`;

/** A customer with one phone, and so many emergency contacts in order. */
export async function personOf(world: World, id: string, contacts = 0): Promise<{ phone: string; others: string[] }> {
  const phone = nextPhone();
  const others = Array.from({ length: contacts }, nextPhone);
  const own = customerOf({ id: customerId(`u-${id}`), phones: [addressOf(phone, { verifiedAt: NOON })], mails: [] });
  await world.customer(
    own,
    others.map((other, index) =>
      contactOf({
        customerId: customerId(`u-${id}`),
        contactId: contactId(`k${index + 1}`),
        order: index + 1,
        phone: addressOf(other, { verifiedAt: NOON }),
      }),
    ),
  );
  return { phone, others };
}

/** The same needs, where others overtake every commit but the first; `commits` counts them. */
export function overtakenAfterFirst(needs: DispatchNeeds): { readonly needs: DispatchNeeds; commits: number } {
  const { store } = needs;
  const overtaken = { commits: 0, needs };
  const commit: typeof store.ledger.commit = async (change) => {
    overtaken.commits += 1;
    return overtaken.commits === 1 ? store.ledger.commit(change) : { kind: 'stale', failed: [] };
  };
  return Object.assign(overtaken, { needs: { ...needs, store: { ...store, ledger: { commit } } } });
}
