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
import { type Handed, type HandedBy, readHanded } from './handed.ts';

/** One message as the person got it. `at`: business time the bank claimed it at. */
export interface Sent extends Handed {
  readonly at: string;
  readonly aggregateId?: string;
  readonly purpose?: string;
}

export interface OutboxQuery {
  readonly to?: string;
  readonly channel?: HandedBy;
  /** Business time, milliseconds since 1970. */
  readonly since?: number;
}

/** What was really handed to the providers, oldest first; when and for what, the record of each attempt tells. */
export async function readOutbox(stage: StageClient, query: OutboxQuery = {}): Promise<readonly Sent[]> {
  const { to: wanted, channel, since } = query;
  const handed = await readHanded(stage, channel);
  const timelines = new Map<string, Promise<Timeline | undefined>>();
  const told = handed
    .filter(({ to }) => wanted === undefined || to === wanted)
    .map((sent) => withRecord(stage, sent, timelines));
  return (await Promise.all(told))
    .filter(({ at }) => since === undefined || Date.parse(at) >= since)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

interface Timeline {
  readonly purpose?: string;
  readonly entries: readonly Entry[];
}

async function withRecord(
  stage: StageClient,
  sent: Handed,
  timelines: Map<string, Promise<Timeline | undefined>>,
): Promise<Sent> {
  const { attemptId } = sent;
  const unrecorded = await readClock();
  const cut = attemptId?.lastIndexOf('.') ?? -1;
  if (attemptId === undefined || cut < 0) return { ...sent, at: shownTime(unrecorded) };
  const aggregateId = attemptId.slice(0, cut);
  const timeline = timelines.get(aggregateId) ?? loadTimeline(stage, aggregateId);
  timelines.set(aggregateId, timeline);
  const { purpose, entries = [] } = (await timeline) ?? {};
  const at = claimOf(entries, { messageId: sent.messageId, attempt: Number(attemptId.slice(cut + 1)) }) ?? unrecorded;
  return { ...sent, at: shownTime(at), aggregateId, ...(purpose === undefined ? {} : { purpose }) };
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
