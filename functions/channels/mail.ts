import type { SESv2Client, SESv2ClientConfig, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { classifySend, type ProviderAnswer, type SendReport } from '#domain/contact/outcome.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import { ASKS_ONCE, answerOf, HANDOVER, reportOf } from './one-request.ts';

export type MailToSend = {
  readonly to: Sensitive<string>;
  readonly subject: string;
  readonly text: Sensitive<string>;
  /** The same as simple HTML. */
  readonly html: Sensitive<string>;
  /** Travels as header `X-Attempt-Id` and as message tag, so that events of the mail find the attempt. */
  readonly attemptId: string;
};

/** Hands one mail to the provider. Never raises: whatever happened is one of the three outcomes. */
export type MailSender = { readonly send: (mail: MailToSend) => Promise<ProviderAnswer> };

export type MailFrom = {
  /** `Example Bank <notice@example.com>`. */
  readonly from: string;
  /** Publishes what becomes of the mails. */
  readonly configurationSet: string;
};

export type Ses = { readonly client: SESv2Client; readonly SendEmailCommand: typeof SendEmailCommand };

/** The mail service's client, loaded with the first mail: most functions send none. It asks once. */
export async function loadSes(config: SESv2ClientConfig = {}): Promise<Ses> {
  const { SESv2Client, SendEmailCommand } = await import('./ses.ts');
  return { client: new SESv2Client({ ...ASKS_ONCE, ...config }), SendEmailCommand };
}

/** Mails by SES, one request a mail. */
export function sesMailSender(ses: () => Promise<Ses>, from: MailFrom): MailSender {
  return { send: async (mail) => classifySend(await submit(ses, from, mail)) };
}

async function submit(ses: () => Promise<Ses>, from: MailFrom, mail: MailToSend): Promise<SendReport> {
  let handedOver = false;
  try {
    const { client, SendEmailCommand } = await ses();
    const command = new SendEmailCommand(requestOf(from, mail));
    command.middlewareStack.add(
      (next) => (args) => {
        handedOver = true;
        return next(args);
      },
      HANDOVER,
    );
    const { MessageId } = await client.send(command);
    return answerOf(MessageId);
  } catch (error) {
    return reportOf(error, handedOver);
  }
}

const utf8 = (text: string): { Data: string; Charset: string } => ({ Data: text, Charset: 'UTF-8' });

const requestOf = ({ from, configurationSet }: MailFrom, mail: MailToSend) => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: [mail.to.reveal()] },
  ConfigurationSetName: configurationSet,
  EmailTags: [{ Name: 'attemptId', Value: attemptTag(mail.attemptId) }],
  Content: {
    Simple: {
      Subject: utf8(mail.subject),
      Body: { Text: utf8(mail.text.reveal()), Html: utf8(mail.html.reveal()) },
      Headers: [
        { Name: 'X-Attempt-Id', Value: mail.attemptId },
        // Holiday notes are no answers. Source: RFC 3834.
        { Name: 'Auto-Submitted', Value: 'auto-generated' },
      ],
    },
  },
});

/** A tag takes letters, digits, `_` and `-`: the last `_` stands for the dot of the attempt's id. */
const attemptTag = (attemptId: string): string => attemptId.replace(/\.(?=\d+$)/u, '_');
