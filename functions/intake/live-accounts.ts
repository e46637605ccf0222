import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale } from '#domain/words.ts';
import type { Clock } from '#runtime/clock.ts';
import type { ProducerGrant } from '#runtime/env.contract.ts';
import { type Ids, sha256 } from '#runtime/ids.ts';
import type { Log } from '#runtime/log.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import { createAccountStore } from '#store/account-store.ts';
import type { LedgerDeps } from '#store/ledger.ts';
import { createReader } from '#store/reader.ts';
import type { Vault } from '#store/vault/subject-keys.ts';
import type { AccountNeeds } from './ports.ts';

export type IntakeSettings = { readonly grants: readonly ProducerGrant[]; readonly locale: Locale };

/** What the process or a test brings: where the table is, who guards the keys, what time it is, who may send. */
export type Parts = Pick<LedgerDeps, 'db' | 'tableName'> &
  IntakeSettings & {
    readonly vault: Vault;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly metrics: Meter;
    readonly log: Pick<Log, 'error'>;
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
