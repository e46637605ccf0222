import * as v from 'valibot';
import type { StageClient } from '../local/client.ts';
import { requireEmulatorPage } from './emulator-pages.ts';

/** A message as the provider was handed it, without a time: the provider of the local stage keeps none of ours. */
export interface Handed {
  readonly channel: HandedBy;
  /** Number, mail address, or endpoint of the app. */
  readonly to: string;
  readonly subject?: string;
  readonly body: string;
  readonly messageId: string;
  readonly attemptId?: string;
}

export const handedBy = ['sms', 'mail', 'push'] as const;
export type HandedBy = (typeof handedBy)[number];

/** Everything the providers were handed, of one channel or of all; an address's messages in their order. */
export async function readHanded(stage: StageClient, channel?: HandedBy): Promise<readonly Handed[]> {
  const published = channel === 'mail' ? [] : await readPublished(stage);
  const mails = channel === undefined || channel === 'mail' ? await readMails(stage) : [];
  return [...published.filter((one) => channel === undefined || one.channel === channel), ...mails];
}

/** Every text, as {@link readHanded} has it. */
export const readTexts = (stage: StageClient): Promise<readonly Handed[]> => readHanded(stage, 'sms');

const PublishedPage = v.object({
  sms_messages: v.record(
    v.string(),
    v.array(
      v.object({
        Message: v.string(),
        MessageId: v.string(),
        MessageAttributes: v.optional(v.record(v.string(), v.looseObject({ StringValue: v.optional(v.string()) })), {}),
      }),
    ),
  ),
});

/** Texts stand under numbers, pushes under the endpoints of the app. */
async function readPublished(stage: StageClient): Promise<readonly Handed[]> {
  const page = v.parse(PublishedPage, await requireEmulatorPage(stage, 'sns/sms-messages', 'What people were texted'));
  return Object.entries(page.sms_messages).flatMap(([to, records]) =>
    records.map(({ Message, MessageId: messageId, MessageAttributes }): Handed => {
      const attemptId = MessageAttributes['attemptId']?.StringValue;
      const named = attemptId === undefined ? { to, messageId } : { to, messageId, attemptId };
      return to.startsWith('arn:')
        ? { channel: 'push', body: shownPush(Message), ...named }
        : { channel: 'sms', body: Message, ...named };
    }),
  );
}

const Payloads = v.object({ default: v.string() });

/** What the phone shows. */
const shownPush = (message: string): string => v.parse(Payloads, JSON.parse(message)).default;

const MailsPage = v.object({
  messages: v.record(
    v.string(),
    v.array(
      v.object({
        MessageId: v.string(),
        To: v.array(v.string()),
        Subject: v.string(),
        BodyText: v.nullish(v.string()),
        Tags: v.optional(v.array(v.object({ Name: v.string(), Value: v.string() })), []),
      }),
    ),
  ),
});

async function readMails(stage: StageClient): Promise<readonly Handed[]> {
  const page = v.parse(MailsPage, await requireEmulatorPage(stage, 'ses/messages', 'What people were mailed'));
  return Object.values(page.messages)
    .flat()
    .flatMap(({ MessageId: messageId, To, Subject: subject, BodyText, Tags }) => {
      const tag = Tags.find(({ Name }) => Name === 'attemptId')?.Value;
      // The last `_` of the tag stands for the dot of the attempt's id.
      const named = tag === undefined ? {} : { attemptId: tag.replace(/_(?=\d+$)/u, '.') };
      return To.map((to): Handed => ({ channel: 'mail', to, subject, body: BodyText ?? '', messageId, ...named }));
    });
}
