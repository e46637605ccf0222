import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { LOCALES, type Locale } from '#domain/words.ts';
import type { Clock } from '#runtime/clock.ts';
import { ENV, type ProducerGrant } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { type Ids, sha256 } from '#runtime/ids.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import { problem } from '#runtime/problem.ts';
import { findOddText, parseWith } from '#runtime/wire.ts';
import { createAccountStore } from '#store/account-store.ts';
import type { LedgerDeps } from '#store/ledger.ts';
import { createReader } from '#store/reader.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { AcceptNeeds } from './accept-events.ts';
import type { AccountNeeds, IntakeNeeds } from './ports.ts';
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

/** What a normal event of an account needs. */
export function joinAccounts({ db, tableName, clock, ids, metrics }: Parts): AccountNeeds {
  return {
    accounts: createAccountStore(createReader(db, tableName), db, tableName),
    sha256,
    pause: (upToMs) => sleep(upToMs * ids.random()),
    now: clock.businessNow,
    metrics,
  };
}

/** Joins both doors of intake to the accounts, and to all the rest with the first event that needs it. */
export function joinIntake(parts: Parts): AcceptNeeds & ReceiveNeeds {
  const { db, tableName: table, vault, clock, grants, busQueueArn } = parts;
  let whole: Promise<IntakeNeeds> | undefined;
  return {
    ...joinAccounts(parts),
    whole: () => (whole ??= import('./live-whole.ts').then(({ joinWhole }) => joinWhole(parts))),
    quarantine: async () => {
      const { createQuarantineStore } = await import('#store/received/quarantine-store.ts');
      return createQuarantineStore({ reader: createReader(db, table), db, table, vault });
    },
    wallNow: clock.wallNow,
    grants,
    busQueueArn,
    parse: parseWith,
    findOdd: findOddText,
    problem,
  };
}
