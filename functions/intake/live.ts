import * as v from 'valibot';
import { LOCALES } from '#domain/words.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import { problem } from '#runtime/problem.ts';
import { findOddText, parseWith } from '#runtime/wire.ts';
import { createReader } from '#store/reader.ts';
import type { AcceptNeeds } from './accept-events.ts';
import { type IntakeSettings, joinAccounts, type Parts } from './live-accounts.ts';
import type { IntakeNeeds } from './ports.ts';
import type { ReceiveNeeds } from './receive-events.ts';

const Producers = v.array(
  v.object({
    client: v.exactOptional(v.string()),
    principal: v.exactOptional(v.string()),
    sources: v.array(v.string()),
  }),
);
const Defaults = v.object({ locale: v.picklist(LOCALES) });

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

/** Joins both doors of intake to the accounts, and to all the rest with the first event that needs it. */
export function joinIntake(parts: Parts): AcceptNeeds & ReceiveNeeds {
  const { db, tableName: table, vault, clock, log, grants, busQueueArn } = parts;
  let whole: Promise<IntakeNeeds> | undefined;
  return {
    ...joinAccounts(parts),
    whole: () => (whole ??= import('./apply/live-whole.ts').then(({ joinWhole }) => joinWhole(parts))),
    quarantine: async () => {
      const { createQuarantineStore } = await import('#store/received/quarantine-store.ts');
      return createQuarantineStore({ reader: createReader(db, table), db, table, vault });
    },
    wallNow: clock.wallNow,
    grants,
    log,
    busQueueArn,
    parse: parseWith,
    findOdd: findOddText,
    problem,
  };
}
