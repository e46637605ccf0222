import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { isTree, type Tree } from './fields.ts';
import type { DeploymentConfig } from './schema.ts';

type Draft<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[] ? T[K] : T[K] extends object ? Draft<T[K]> : T[K];
};
/** A configuration that may leave things open; what nobody fills in fails synth by name. */
export type ConfigDraft = Draft<DeploymentConfig>;

/** What holds in every stage unless a stage or the bank's own file says otherwise. */
const EVERYWHERE: ConfigDraft = {
  jurisdictions: ['CN', 'US', 'UK'],
  defaults: { jurisdiction: 'CN', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  // 20 parts a second is what an ordinary origination number takes.
  sms: {
    provider: 'sns',
    partsPerSecond: 20,
    partsPerDay: 50_000,
    partsPerHour: 30_000,
    // The countries whose law is shipped; a bank opens others by name.
    countries: { CN: 30_000, GB: 10_000, US: 10_000, PR: 1_000 },
    partsPerRange: 1_000,
    deliveryLogs: false,
  },
  pausedPurposes: [],
  retention: {
    logDays: RetentionDays.THREE_MONTHS,
    failureDays: 365,
    accessLogDays: 365,
    entryDays: 3650,
    recoveryDays: 35,
  },
  concurrency: { urgent: 20, normal: 10, bulk: 5, complaints: 5, events: 20, inbound: 10, receipts: 5, sweep: 12 },
  // More than half of what the provider takes is left to what cannot wait, and to texts that are tried again.
  admission: { urgent: 50, normal: 20, bulk: 8 },
  api: { requestsPerSecond: 200, burst: 400, webhooksPerSecond: 50 },
  staff: { readsPerHour: 1_000, actionsPerHour: 200 },
  signIn: { sessionHours: 8, administratorPasswords: false },
  alarms: {
    queueAgeSeconds: {
      urgent: 60,
      normal: 600,
      bulk: 7200,
      complaints: 300,
      events: 120,
      inbound: 60,
      receipts: 900,
      sweep: 180,
    },
    streamAgeSeconds: 300,
    functionErrors: 5,
    functionThrottles: 10,
    serverErrors: 5,
    tableThrottles: 10,
    quarantinedMessages: 1,
    sendsInDoubt: 5,
    monthlySmsSpendUsd: 1000,
    textsWithoutBudget: 1,
    textsSideBySide: 1,
    staffSlowed: 1,
  },
};

const EXAMPLE_BANK: ConfigDraft = {
  bank: { nameZh: '示例银行', nameEn: 'Example Bank', phone: '95500' },
};

/**
 * Shipped stages. `local` and `dev` run as they are, as a made-up bank whose data may be thrown away; `prod` keeps
 * everything and wants to be told the bank's name and who may send events, because no default could be right.
 */
const STAGES: Readonly<Record<string, ConfigDraft>> = {
  local: {
    ...EXAMPLE_BANK,
    producers: [
      { client: '*', sources: ['urn:bank:*'] },
      { principal: '*', sources: ['urn:bank:*'] },
    ],
    retention: { logDays: RetentionDays.ONE_WEEK, failureDays: 7, accessLogDays: 7, entryDays: 7 },
    protection: { retainData: false, refuseDeletion: false, lockEntries: false },
    signIn: { administratorPasswords: true },
    // Scripts ask here, as a handful of made-up people.
    staff: { readsPerHour: 1_000_000, actionsPerHour: 1_000_000 },
    // Every door to people stands open here, and made-up numbers lie side by side: the emulator makes the sender's identity and keeps what was handed over.
    sms: { deliveryLogs: true, partsPerRange: 30_000 },
    mail: { name: 'Example Bank', address: 'notice@example.com', makeIdentity: true },
    push: { applications: ['GCM/ExampleBank'] },
  },
  dev: {
    ...EXAMPLE_BANK,
    producers: [{ client: 'core', sources: ['urn:bank:*'] }],
    retention: { logDays: RetentionDays.TWO_WEEKS, failureDays: 30, accessLogDays: 30, entryDays: 30 },
    protection: { retainData: true, refuseDeletion: false, lockEntries: false },
  },
  prod: {
    protection: { retainData: true, refuseDeletion: true, lockEntries: true },
  },
};

/** The stage that is deployed when nobody names one. */
export const DEFAULT_STAGE = 'dev';

/** What is shipped for a stage; a stage of the bank's own invention starts from `prod`. */
export function defaultsFor(stage: string): ConfigDraft {
  return merge(merge(EVERYWHERE, STAGES[stage] ?? STAGES['prod'] ?? {}), { stage });
}

/** `over` wins, key by key; lists are replaced, not joined. */
export function merge(base: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    merged[key] = isTree(before) && isTree(value) ? merge(before, value) : value;
  }
  return merged;
}
