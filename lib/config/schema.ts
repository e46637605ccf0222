import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as v from 'valibot';
import { JURISDICTIONS, LOCALES, PURPOSES } from '../../functions/runtime/env.contract.ts';
import { EdgeConfig } from './edge.ts';
import { group, named, oneOf, pattern, text, whole, yesOrNo } from './fields.ts';

const isTimezone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const ZONE = 'write a name of the time zone database';

/** One character outside it makes three parts of a text of 160. Source: 3GPP TS 23.038 §6.2.1, without the extension table. */
const GSM_ALONE = /^[@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]+$/u;
const GSM_CURE =
  'write it in letters of the 7-bit alphabet of texts, or every English text travels in several parts: no Chinese, no curly quotes, none of ^ { } \\ [ ] ~ | €';
/** What would make a link of a text, or end its line, is never sent. */
const UNSAFE = /:\/\/|www\.|[\p{Cc}\p{Cs}{}【】]/iu;
const PLAIN = 'write the plain name, without links, brackets or line breaks';

const client = pattern(
  /^(?:\*|[a-z][a-z0-9-]{1,62})$/u,
  'write a name of small letters, digits and hyphens (a machine client of that name is made)',
);
const principal = pattern(
  /^(?:\*|A[A-Z0-9]{15,31})$/u,
  'write the unique id of the IAM role or user that sends (`aws iam get-role`)',
);
const sources = v.pipe(
  v.array(pattern(/^[a-z][\w.+-]*:[^\s*]*\*?$/iu, 'write a URI; a last * stands for any ending')),
  v.minLength(1, 'name at least one source that this producer may speak for'),
);
const producer = v.union(
  [group({ client, sources }), group({ principal, sources })],
  'write { "client": …, "sources": […] } (HTTP) or { "principal": …, "sources": […] } (queue and bus)',
);

const concurrency = whole(2, 1000);
const seconds = whole(1, 86_400);

/** What a deployment may decide. */
export const DeploymentConfig = v.strictObject({
  stage: pattern(/^[a-z][a-z0-9]{1,14}$/u, 'write 2 to 15 small letters and digits'),
  bank: group({
    /** So long that every shipped text stays within its parts; a name that no text may carry would silence the bank. */
    nameZh: v.pipe(
      text(20),
      v.check((name) => !UNSAFE.test(name), PLAIN),
    ),
    nameEn: v.pipe(
      text(30),
      v.regex(GSM_ALONE, GSM_CURE),
      v.check((name) => !UNSAFE.test(name), PLAIN),
    ),
    /** The line a text asks people to call. */
    phone: pattern(/^[+\d][\d -]{2,19}$/u, 'write the number as people dial it'),
  }),
  jurisdictions: v.pipe(v.array(oneOf(JURISDICTIONS)), v.minLength(1, 'name at least one jurisdiction')),
  /** What holds for a customer whose record does not say. */
  defaults: group({
    jurisdiction: oneOf(JURISDICTIONS),
    timezone: v.pipe(v.string(ZONE), v.check(isTimezone, ZONE)),
    locale: oneOf(LOCALES),
  }),
  producers: v.pipe(v.array(producer), v.minLength(1, 'name at least one producer of events')),
  sms: group({
    provider: oneOf(['sns']),
    originationNumber: v.optional(pattern(/^\+?[0-9]{3,15}$/u, 'write the number or short code that the account owns')),
    /** Message parts, not texts: carriers limit and charge by them. No lane of long runs is admitted faster than this. */
    partsPerSecond: whole(1, 1000),
    partsPerDay: whole(1, 10_000_000),
    partsPerHour: whole(1, 10_000_000),
    /** Parts an hour by country of the number; texts go to no other, and to none with 0. */
    countries: named(
      pattern(/^[A-Z]{2}$/u, 'write the country as ISO 3166-1 has it, such as "CN"'),
      whole(0, 10_000_000),
    ),
    /** Parts an hour to numbers that are alike but for their last four digits. */
    partsPerRange: whole(1, 10_000_000),
    /** Delivery-status logging of SNS is on in this account, and its log groups exist: receipts are read from them. */
    deliveryLogs: yesOrNo,
  }),
  /** Whom mails come from; absent: mail steps are passed over. */
  mail: v.optional(
    group({
      name: text(60),
      address: pattern(/^[^\s@<>"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u, 'write a mail address'),
      /** The stack makes the identity of the address's domain; otherwise it has to exist and be verified. */
      makeIdentity: yesOrNo,
    }),
  ),
  /** Push applications of the bank's app, as SNS names them; absent: push steps are passed over. */
  push: v.optional(
    group({
      applications: v.pipe(
        v.array(pattern(/^[A-Z_]{2,16}\/[\w.-]{1,256}$/u, 'write platform and name')),
        v.minLength(1, 'name at least one application'),
      ),
    }),
  ),
  /** Absent: no front door of ours; the API is reached at its own address. */
  edge: v.optional(EdgeConfig),
  pausedPurposes: v.array(oneOf(PURPOSES)),
  retention: group({
    logDays: v.enum(RetentionDays, 'write a number of days that CloudWatch Logs knows (7, 14, 30, 90, 365 and others)'),
    failureDays: whole(1, 3650),
    accessLogDays: whole(1, 3650),
    /** Timeline entries that were taken out to the lake. */
    entryDays: whole(1, 36_500),
    /** How far back the table can be restored. */
    recoveryDays: whole(1, 35),
  }),
  protection: group({
    /** Table, keys, user pool, buckets and logs stay when the stack is deleted. */
    retainData: yesOrNo,
    /** Table and user pool refuse to be deleted. */
    refuseDeletion: yesOrNo,
    /** Nobody, the account’s owner included, removes an entry from the lake before its days are over. */
    lockEntries: yesOrNo,
  }),
  /** Batches of a queue that may be worked on at once; dispatch must stay below what the SMS provider takes. */
  concurrency: group({
    urgent: concurrency,
    normal: concurrency,
    bulk: concurrency,
    complaints: concurrency,
    events: concurrency,
    inbound: concurrency,
    receipts: concurrency,
    sweep: concurrency,
  }),
  /** Messages a second that the consumers of each lane take; the sweep admits no more. */
  admission: group({ urgent: whole(1, 1000), normal: whole(1, 1000), bulk: whole(1, 1000) }),
  api: group({
    requestsPerSecond: whole(1, 10_000),
    burst: whole(1, 5_000),
    /** Signed webhooks, of all channels together. */
    webhooksPerSecond: whole(1, 2_500),
  }),
  /** What one member of staff may read of people, and do, in an hour; over it they are told to wait. */
  staff: group({ readsPerHour: whole(1, 1_000_000), actionsPerHour: whole(1, 1_000_000) }),
  signIn: group({
    sessionHours: whole(1, 8),
    /** Whoever administers the account may sign staff in with a password alone; the local stage's tokens are made so. */
    administratorPasswords: yesOrNo,
  }),
  alarms: group({
    /** Age of the oldest message of each queue. */
    queueAgeSeconds: group({
      urgent: seconds,
      normal: seconds,
      bulk: seconds,
      complaints: seconds,
      events: seconds,
      inbound: seconds,
      receipts: seconds,
      sweep: seconds,
    }),
    streamAgeSeconds: seconds,
    functionErrors: whole(1, 10_000),
    /** Invocations a minute, of all functions of the account, that found no free place. */
    functionThrottles: whole(1, 100_000),
    serverErrors: whole(1, 10_000),
    tableThrottles: whole(1, 100_000),
    quarantinedMessages: whole(1, 100_000),
    sendsInDoubt: whole(1, 100_000),
    monthlySmsSpendUsd: whole(1, 1_000_000),
    /** Texts a minute that found no parts left in the budget. */
    textsWithoutBudget: whole(1, 1_000_000),
    /** Texts a minute to more neighbouring numbers than an hour allows. */
    textsSideBySide: whole(1, 1_000_000),
    /** Requests a minute of staff who are over their hour's limit. */
    staffSlowed: whole(1, 1_000_000),
  }),
});
export type DeploymentConfig = v.InferOutput<typeof DeploymentConfig>;
