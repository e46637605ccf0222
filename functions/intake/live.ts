import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { LOCALES, type Locale } from '#domain/words.ts';
import { bundledPolicies } from '#policies/book.ts';
import type { Clock } from '#runtime/clock.ts';
import { ENV, type ProducerGrant } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { caseIdOf, type Ids, sha256, sha256Hex } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import { problem } from '#runtime/problem.ts';
import { findOddText, parseWith } from '#runtime/wire.ts';
import { accountPut, createAccountStore } from '#store/account-store.ts';
import { caseChange, createCaseStore } from '#store/case-store.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { createLedger, type LedgerDeps } from '#store/ledger.ts';
import { createTimeline } from '#store/lists/timeline.ts';
import { type CustomerChange, createPersonStore, customerChange, pointerTouch } from '#store/people/customer-store.ts';
import { createRegistry } from '#store/people/registry.ts';
import { createPointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createReader } from '#store/reader.ts';
import { createFeedStore } from '#store/received/feed-store.ts';
import { createIdentityStore, identityPut } from '#store/received/identity-store.ts';
import { createInboxStore } from '#store/received/inbox-store.ts';
import { createQuarantineStore } from '#store/received/quarantine-store.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { AcceptNeeds } from './accept-events.ts';
import type { ReceiveNeeds } from './receive-events.ts';

const Producers = v.array(
  v.object({
    client: v.exactOptional(v.string()),
    principal: v.exactOptional(v.string()),
    sources: v.array(v.string()),
  }),
);
const Defaults = v.object({ locale: v.picklist(LOCALES) });

export type IntakeSettings = { readonly grants: readonly ProducerGrant[]; readonly locale: Locale };

/** Address of the queue that the event bus fills, as the deployment gave it. */
export const readBusQueue = (): string => readEnv([ENV.busQueueArn])[ENV.busQueueArn];

/** Settings of intake as the deployment gave them; throws when they are of another form. */
export function readIntakeSettings(source: Readonly<Record<string, string | undefined>> = process.env): IntakeSettings {
  const env = readEnv([ENV.producers, ENV.defaults], source);
  return {
    grants: v.parse(Producers, JSON.parse(env[ENV.producers])),
    locale: v.parse(Defaults, JSON.parse(env[ENV.defaults])).locale,
  };
}

/** What the process or a test brings: where the table is, who guards the keys, what time it is, who may send. */
export type Parts = Pick<LedgerDeps, 'db' | 'tableName'> &
  IntakeSettings & {
    readonly vault: Vault;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly metrics: Meter;
    /** Queue that the event bus fills; the door of HTTP has none. */
    readonly busQueueArn?: string;
  };

/** Attribute of an entry's sealed text. */
const SEALED = 's';

/** How parts of a change are written; none of them writes by itself. */
const joinWrites = ({ vault }: Pick<Parts, 'vault'>) => ({
  accountPut,
  caseChange,
  customerChange: (change: CustomerChange) => customerChange(change, vault),
  pointerTouch,
  pointAdvance,
  unknownPoint,
  identityPut,
  seal: (wrapped: Uint8Array, { caseId, seq }: { caseId: string; seq: number }, text: string) =>
    vault.seal(wrapped, { ...entryKey(aggregateName('case', caseId), seq), attribute: SEALED }, text),
});

/** Joins both doors of intake to their stores. */
export function joinIntake(parts: Parts): AcceptNeeds & ReceiveNeeds {
  const { db, tableName, vault, clock, ids, metrics, grants, locale, busQueueArn } = parts;
  const reader = createReader(db, tableName);
  const ledger = createLedger({ db, tableName, fence: ids.fence, sleep: (ms) => sleep(ms), jitter: ids.random });
  const people = createPersonStore(reader, vault);
  const points = createPointStore(reader);
  const cases = createCaseStore(reader);
  const now = clock.businessNow;
  const entries = (id: string, limit: number) => createTimeline(reader).newest('customer', id, limit);
  return {
    ...joinWrites(parts),
    accounts: createAccountStore(reader, db, tableName),
    cases,
    people,
    points,
    identities: createIdentityStore(reader),
    ledger,
    registry: createRegistry({ ledger, people, points, vault, entries, now, cases }),
    feeds: createFeedStore(reader, db, tableName),
    inbox: createInboxStore(reader, vault),
    sortable: ids.sortable,
    quarantine: createQuarantineStore({ reader, db, table: tableName, vault }),
    book: bundledPolicies(sha256Hex),
    caseIdOf,
    sha256,
    pointOf: vault.pointOf,
    phones: async () => (await import('#runtime/numbering/phone.ts')).readPhone,
    pause: (upToMs) => sleep(upToMs * ids.random()),
    now,
    wallNow: clock.wallNow,
    metrics,
    locale,
    grants,
    busQueueArn,
    parse: parseWith,
    findOdd: findOddText,
    problem,
  };
}
