import { loadSes, sesMailSender } from '#channels/mail.ts';
import { snsPushSender } from '#channels/push.ts';
import { smsClient, snsSmsSender } from '#channels/sms.ts';
import { once } from '#runtime/chain.ts';
import { readOutlets, readSms } from '#runtime/settings.ts';
import type { SenderNeeds } from './senders.ts';

/** The providers of this deployment: texts always, mails and pushes where it has them. */
export function openOutlets(): SenderNeeds {
  const client = once(smsClient);
  const { from, applications } = readOutlets();
  return {
    sms: snsSmsSender(client),
    ...readSms(),
    ...(from === undefined ? {} : { mail: sesMailSender(once(loadSes), from) }),
    ...(applications === undefined ? {} : { push: snsPushSender(client, applications) }),
  };
}
