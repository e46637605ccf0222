import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { text } from '#store/attributes.ts';
import { type Entry, fromItem } from '#store/codecs/entry.ts';
import { aggregateName, SNAPSHOT } from '#store/keys.ts';
import type { StageClient } from '../local/client.ts';
import { readClock } from '../local/clock.ts';
import { requireOutput } from '../local/outputs.ts';
import { shownTime } from '../time/advance.ts';
import { tableClient } from './clients.ts';
import { requireEmulatorPage } from './emulator-pages.ts';

/** One message as the person got it. `at`: business time the bank claimed it at. */
export interface Sent {
  readonly channel: 'sms' | 'mail';
  readonly to: string;
  readonly subject?: string;
  readonly body: string;
  readonly at: string;
  readonly messageId: string;
  readonly aggregateId?: string;
  readonly attemptId?: string;
  readonly purpose?: string;
}

/** A text as the provider was handed it, without a time: the provider of the local stage keeps none. */
export interface HandedText {
  readonly to: string;
  readonly body: string;
  readonly messageId: string;
  readonly attemptId?: string;
}

const TextsPage = v.object({
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

/** Every text the provider was handed, a number's texts in their order. */
export async function readTexts(stage: StageClient): Promise<readonly HandedText[]> {
  const page = v.parse(TextsPage, await requireEmulatorPage(stage, 'sns/sms-messages', 'What people were texted'));
  return Object.entries(page.sms_messages).flatMap(([to, records]) =>
    records.map(({ Message, MessageId, MessageAttributes }) => {
      const attemptId = MessageAttributes['attemptId']?.StringValue;
      return { to, body: Message, messageId: MessageId, ...(attemptId === undefined ? {} : { attemptId }) };
    }),
  );
}

const MailsPage = v.object({
  messages: v.record(
    v.string(),
    v.array(
      v.object({
        MessageId: v.string(),
        To: v.array(v.string()),
        Subject: v.string(),
        BodyText: v.nullish(v.string()),
        Timestamp: v.union([v.string(), v.number()]),
      }),
    ),
  ),
});

async function readMails(stage: StageClient): Promise<readonly Sent[]> {
  const page = v.parse(MailsPage, await requireEmulatorPage(stage, 'ses/messages', 'What people were mailed'));
  return Object.values(page.messages)
    .flat()
    .flatMap(({ MessageId, To, Subject, BodyText, Timestamp }) => {
      const at = typeof Timestamp === 'number' ? shownTime(Timestamp * 1000) : Timestamp;
      return To.map((to) => ({
        channel: 'mail' as const,
        to,
        subject: Subject,
        body: BodyText ?? '',
        at,
        messageId: MessageId,
      }));
    });
}

export interface OutboxQuery {
  readonly to?: string;
  readonly channel?: string;
  /** Business time, milliseconds since 1970. */
  readonly since?: number;
}

/** What was really handed to the providers, oldest first; when and for what, the record of each attempt tells. */
export async function readOutbox(stage: StageClient, query: OutboxQuery = {}): Promise<readonly Sent[]> {
  const texts = query.channel === undefined || query.channel === 'sms' ? await readTexts(stage) : [];
  const mails = query.channel === undefined || query.channel === 'mail' ? await readMails(stage) : [];
  const isWanted = ({ to }: { readonly to: string }): boolean => query.to === undefined || to === query.to;
  const timelines = new Map<string, Promise<Timeline | undefined>>();
  const told = texts.filter(isWanted).map((sent) => withRecord(stage, sent, timelines));
  const all = [...(await Promise.all(told)), ...mails.filter(isWanted)];
  return all
    .filter(({ at }) => query.since === undefined || Date.parse(at) >= query.since)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

interface Timeline {
  readonly purpose?: string;
  readonly entries: readonly Entry[];
}

async function withRecord(
  stage: StageClient,
  sent: HandedText,
  timelines: Map<string, Promise<Timeline | undefined>>,
): Promise<Sent> {
  const { attemptId } = sent;
  const base = { channel: 'sms' as const, ...sent };
  const unrecorded = await readClock();
  const cut = attemptId?.lastIndexOf('.') ?? -1;
  if (attemptId === undefined || cut < 0) return { ...base, at: shownTime(unrecorded) };
  const aggregateId = attemptId.slice(0, cut);
  const timeline = timelines.get(aggregateId) ?? loadTimeline(stage, aggregateId);
  timelines.set(aggregateId, timeline);
  const { purpose, entries = [] } = (await timeline) ?? {};
  const at = claimOf(entries, { messageId: sent.messageId, attempt: Number(attemptId.slice(cut + 1)) }) ?? unrecorded;
  return { ...base, at: shownTime(at), aggregateId, ...(purpose === undefined ? {} : { purpose }) };
}

const Claimed = v.object({ attempt: v.number() });
const Accepted = v.object({ attempt: v.number(), messageId: v.string() });

/** The claim of the attempt that this message id was recorded for; of a send in doubt, the claim of its attempt. */
function claimOf(
  entries: readonly Entry[],
  of: { readonly messageId: string; readonly attempt: number },
): number | undefined {
  const recorded = entries.find((entry) => v.is(Accepted, entry.facts) && entry.facts.messageId === of.messageId);
  const claims = entries.filter(
    ({ type, facts }) => type.endsWith('.claimed') && v.is(Claimed, facts) && facts.attempt === of.attempt,
  );
  const before = claims.findLast(({ seq }) => recorded === undefined || seq < recorded.seq);
  return before?.at ?? recorded?.at;
}

async function loadTimeline(stage: StageClient, id: string): Promise<Timeline | undefined> {
  for (const kind of ['case', 'point', 'complaint'] as const) {
    const { Items = [] } = await tableClient(stage).send(
      new QueryCommand({
        TableName: requireOutput(stage.outputs, 'TableName'),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': text(aggregateName(kind, id)) },
        ConsistentRead: true,
      }),
    );
    if (Items.length === 0) continue;
    const purpose = Items.find((item) => item['sk']?.S === SNAPSHOT)?.['pu']?.S;
    const entries = Items.filter((item) => item['sk']?.S?.startsWith('E#') === true).map(fromItem);
    return purpose === undefined ? { entries } : { purpose, entries };
  }
  return undefined;
}
