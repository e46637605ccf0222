/** The closed lists that deploy time needs: configuration is checked against them, groups are made of them. */
export { DEPARTMENTS, JURISDICTIONS, LOCALES, PURPOSES, ROLES } from '#domain/words.ts';

/** Groups of the user pool: a role's own name, and this before the name of a department. */
export const DEPARTMENT_GROUP_PREFIX = 'dept-';
/** Scope of a machine client that may push events and keep the registry; such a token stands for the role producer. */
export const PRODUCER_SCOPE = { server: 'liaison', name: 'producer' } as const;

/**
 * Names of the environment variables that the stacks give to functions. `lib` writes them (each capability of a function
 * adds its permission and its name together), `functions` read them; a function has only those its capabilities give.
 */
export const ENV = {
  /** Stage of the deployment: `local`, `dev`, `prod`. Powertools' own name, so that logs and metrics carry it too. */
  stage: 'POWERTOOLS_SERVICE_NAME',
  logLevel: 'POWERTOOLS_LOG_LEVEL',
  /** Version of the product, from package.json. */
  version: 'LIAISON_VERSION',

  tableName: 'TABLE_NAME',
  /** Name of the table that lists who was erased, beside the record. */
  erasuresTable: 'ERASURES_TABLE_NAME',
  /** ARN of the KMS key that wraps the data key and the lookup secret (vault.contract.ts). */
  dataKeyId: 'DATA_KEY_ID',

  eventsUrl: 'EVENTS_QUEUE_URL',
  /** ARN of the queue that the event bus fills. */
  busQueueArn: 'BUS_QUEUE_ARN',
  workUrgentUrl: 'WORK_URGENT_QUEUE_URL',
  workNormalUrl: 'WORK_NORMAL_QUEUE_URL',
  workBulkUrl: 'WORK_BULK_QUEUE_URL',
  /** Work on complaints, of every lane. */
  workComplaintsUrl: 'WORK_COMPLAINTS_QUEUE_URL',
  sweepUrl: 'SWEEP_QUEUE_URL',
  /** JSON of {@link QueueOfDeployment}[]: what operations look at. */
  queues: 'QUEUES',
  outcomesTopicArn: 'OUTCOMES_TOPIC_ARN',
  /** Name of the delivery stream that takes entries out to the lake. */
  exportStream: 'EXPORT_STREAM',
  /** Bucket of exported entries, where they are remembered too. */
  entriesBucket: 'ENTRIES_BUCKET',

  /** JSON of channel → name of the secret that its webhooks are signed with. */
  webhookSecrets: 'WEBHOOK_SECRET_NAMES',
  /** JSON of {@link ProducerGrant}[]: who may speak for which sources. */
  producers: 'PRODUCERS',
  /** JSON of {@link BankIdentity}. */
  bank: 'BANK',
  /** JSON of {@link DeploymentDefaults}. */
  defaults: 'DEFAULTS',
  /** JSON of {@link StaffLimits}. */
  staff: 'STAFF_LIMITS',
  /** JSON of {@link LaneRates}. */
  laneRates: 'LANE_RATES',
  /** JSON of {@link SmsSettings}. */
  sms: 'SMS',
  /** JSON of {@link MailSettings}; absent: no mails. */
  mail: 'MAIL',
  /** JSON of the names of the bank's push applications; absent: no pushes. */
  pushApplications: 'PUSH_APPLICATIONS',
  receiptsUrl: 'RECEIPTS_QUEUE_URL',
} as const;
export type EnvName = (typeof ENV)[keyof typeof ENV];

/**
 * Who may speak for a source. `client` is the `client_id` of a token (`*`: any token of the role producer), `principal`
 * the SQS SenderId (`*`: whoever the queue's policy lets send), whom the bus's policy names too. A source ending in `*`
 * stands for all that begin so.
 */
export type ProducerGrant = {
  readonly client?: string;
  readonly principal?: string;
  readonly sources: readonly string[];
};

/** A queue of the deployment with its dead letters, by their addresses. */
export type QueueOfDeployment = { readonly name: string; readonly url: string; readonly deadLetters: string };

/** How the bank calls itself in texts, and the line a customer may call back. */
export type BankIdentity = { readonly nameZh: string; readonly nameEn: string; readonly phone: string };

/** What holds for a customer whose record does not say, and what is switched off. */
export type DeploymentDefaults = {
  readonly jurisdictions: readonly string[];
  readonly jurisdiction: string;
  readonly timezone: string;
  readonly locale: string;
  /** Purposes that contact nobody until they are taken off this list (rule `purpose.paused`). */
  readonly pausedPurposes: readonly string[];
  /** Message parts a day and an hour that the deployment may send. */
  readonly partsPerDay: number;
  readonly partsPerHour: number;
  /** Parts an hour by country; texts go to no other. */
  readonly countries: Readonly<Record<string, number>>;
  /** Parts an hour to numbers that are alike but for their last four digits. */
  readonly partsPerRange: number;
};

/** Which provider takes the texts, and the number they come from (absent: the account's own choice). */
export type SmsSettings = { readonly provider: 'sns'; readonly originationNumber?: string };

/** Whom mails come from, and the configuration set that tells what became of them. */
export type MailSettings = { readonly from: string; readonly configurationSet: string };

/** What one member of staff may read of people, and do, in an hour. */
export type StaffLimits = { readonly reads: number; readonly actions: number };

/** Messages a second that the consumers of each lane take. */
export type LaneRates = { readonly urgent: number; readonly normal: number; readonly bulk: number };
