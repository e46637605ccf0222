import * as v from 'valibot';
import { JURISDICTIONS, LOCALES, PURPOSES } from '#domain/words.ts';
import { ENV, type QueueOfDeployment } from './env.contract.ts';
import { readEnv } from './env.ts';

const Bank = v.object({ nameZh: v.string(), nameEn: v.string(), phone: v.string() });
/** Message parts that may be sent: a day, an hour, an hour to each country, an hour to one range of numbers. */
const Budget = v.object({
  partsPerDay: v.number(),
  partsPerHour: v.number(),
  countries: v.record(v.string(), v.number()),
  partsPerRange: v.number(),
});
const Defaults = v.object({
  /** Laws the deployment works under. */
  jurisdictions: v.optional(v.array(v.picklist(JURISDICTIONS))),
  jurisdiction: v.picklist(JURISDICTIONS),
  timezone: v.string(),
  locale: v.picklist(LOCALES),
  pausedPurposes: v.array(v.picklist(PURPOSES)),
  ...Budget.entries,
});

/** How the bank calls itself, what holds for people whose record does not say, and what is switched off. */
export type Settings = {
  readonly bank: v.InferOutput<typeof Bank>;
  readonly defaults: v.InferOutput<typeof Defaults>;
};

/** Settings as the deployment gave them; throws when it gave others, for no text may go out under a wrong name. */
export function readSettings(source: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const env = readEnv([ENV.bank, ENV.defaults], source);
  return {
    bank: v.parse(Bank, JSON.parse(env[ENV.bank])),
    defaults: v.parse(Defaults, JSON.parse(env[ENV.defaults])),
  };
}

const Queues = v.array(v.object({ name: v.string(), url: v.string(), deadLetters: v.string() }));

/** Every queue of the deployment, for those who look after them. */
export const readQueues = (
  source: Readonly<Record<string, string | undefined>> = process.env,
): readonly QueueOfDeployment[] => v.parse(Queues, JSON.parse(readEnv([ENV.queues], source)[ENV.queues]));

const Sms = v.object({ provider: v.literal('sns'), originationNumber: v.optional(v.string()) });

/** The number that texts come from; nothing where the provider chooses. */
export function readSms(source: Readonly<Record<string, string | undefined>> = process.env): {
  readonly originationNumber?: string;
} {
  const { originationNumber } = v.parse(Sms, JSON.parse(readEnv([ENV.sms], source)[ENV.sms]));
  return originationNumber === undefined ? {} : { originationNumber };
}

const StaffLimits = v.object({ reads: v.number(), actions: v.number() });

/** What one member of staff may read of people, and do, in an hour. */
export const readStaffLimits = (
  source: Readonly<Record<string, string | undefined>> = process.env,
): v.InferOutput<typeof StaffLimits> => v.parse(StaffLimits, JSON.parse(readEnv([ENV.staff], source)[ENV.staff]));

const MailFrom = v.object({ from: v.string(), configurationSet: v.string() });
const Applications = v.array(v.string());

/** Whom mails come from, and which apps are pushed to; nothing where the deployment has no such channel. */
export function readOutlets(source: Readonly<Record<string, string | undefined>> = process.env): {
  readonly from?: v.InferOutput<typeof MailFrom>;
  readonly applications?: readonly string[];
} {
  const { [ENV.mail]: mail, [ENV.pushApplications]: push } = source;
  return {
    ...(mail === undefined ? {} : { from: v.parse(MailFrom, JSON.parse(mail)) }),
    ...(push === undefined ? {} : { applications: v.parse(Applications, JSON.parse(push)) }),
  };
}
