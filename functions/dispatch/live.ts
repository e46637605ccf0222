import { setTimeout as sleep } from 'node:timers/promises';
import type { MailSender } from '#channels/mail.ts';
import type { PushSender } from '#channels/push.ts';
import type { SmsSender } from '#channels/sms.ts';
import type { SpendPolicy } from '#domain/spend/budget.ts';
import { destinationOf } from '#domain/spend/destination.ts';
import type { Channel } from '#domain/words.ts';
import { bundledPolicies } from '#policies/book.ts';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';
import { MAIL } from '#policies/templates/mail.ts';
import { PHRASES } from '#policies/templates/phrases.ts';
import type { BadMessage } from '#runtime/from-queue.ts';
import { sha256Hex } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { rangeKey, spendKey } from '#store/keys.ts';
import { createLeaseStore } from '#store/operations/lease-store.ts';
import { syncHolders } from '#store/people/holders.ts';
import { createReader } from '#store/reader.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import { joinStore, type StoreParts } from './live-store.ts';
import type { DispatchNeeds } from './ports.ts';
import type { ReceiptNeeds } from './receipts/record-receipt.ts';
import { createPurse, type Purse } from './spend/purse.ts';

/** What the process or a test brings. */
export type Parts = StoreParts & {
  readonly settings: Settings;
  readonly sms: SmsSender;
  readonly mail?: MailSender;
  readonly push?: PushSender;
  readonly originationNumber?: string;
};

/** Joins dispatch to its stores, policies, texts and the provider. */
export function joinDispatch(parts: Parts): DispatchNeeds {
  const { clock, settings, originationNumber } = parts;
  const { bank, defaults } = settings;
  const laws = defaults.jurisdictions ?? [];
  const [law] = laws;
  const book = bundledPolicies(sha256Hex);
  const { store, holders } = joinStore(parts, book);
  return {
    store,
    book,
    sms: parts.sms,
    ...(parts.mail === undefined ? {} : { mail: parts.mail }),
    ...(parts.push === undefined ? {} : { push: parts.push }),
    ...(originationNumber === undefined ? {} : { originationNumber }),
    count: parts.count,
    now: clock.businessNow,
    pause: (ms) => sleep(ms),
    settings: {
      jurisdiction: defaults.jurisdiction,
      ...(laws.length === 1 && law !== undefined ? { accountLaw: law } : {}),
      pausedPurposes: defaults.pausedPurposes,
      channelsOn: channelsOf(parts),
      lawOfNumber: (number) => lawOfNumber(number.reveal()),
      destinationOf: (number) => destinationOf(number.reveal(), defaults.countries),
    },
    purse: joinPurse(parts, { budget: defaults, rules: book.limits.spend }),
    words: {
      catalogue: CATALOGUE,
      phrases: PHRASES,
      bank: { ...bank, locale: defaults.locale, timezone: defaults.timezone },
      hash: sha256Hex,
    },
    mailWords: MAIL,
    syncHolders: (customerId) => syncHolders(customerId, holders),
  };
}

/** One purse a process, for all that it sends. */
const joinPurse = ({ db, tableName, clock, ids, count }: StoreParts, policy: SpendPolicy): Purse =>
  createPurse({
    ...policy,
    leases: createLeaseStore(createReader(db, tableName), db, tableName),
    keyOfDay: spendKey,
    keyOfRange: rangeKey,
    wallNow: clock.wallNow,
    random: ids.random,
    count,
  });

/** Texts and calls always; mails and pushes where the deployment says from whom and to which apps. */
const channelsOf = ({ mail, push }: Pick<Parts, 'mail' | 'push'>): readonly Channel[] => [
  'sms',
  'call',
  ...(mail === undefined ? [] : (['mail'] as const)),
  ...(push === undefined ? [] : (['push'] as const)),
];

/** Joins the reading of receipts to its stores. */
export function joinReceipts(parts: StoreParts): ReceiptNeeds {
  const book = bundledPolicies(sha256Hex);
  const { store } = joinStore(parts, book);
  const { clock, count, vault } = parts;
  return { store, book, count, pointOf: vault.pointOf, fromWire: clock.fromWire, now: clock.businessNow };
}

/** What can never be read is kept, sealed, where operations see it. */
export function joinQuarantine({ db, tableName, vault, clock }: StoreParts): (bad: BadMessage) => Promise<void> {
  const store = createQuarantineStore({ reader: createReader(db, tableName), db, table: tableName, vault });
  return (bad) => store.setAside(bad, 'queue', clock.wallNow());
}
