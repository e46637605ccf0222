import * as v from 'valibot';
import { callAws } from '../local/aws-call.ts';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import type { CloudEventDraft } from './read-events.ts';

/** Entries of one request. Source: PutEvents. */
const BATCH = 10;
const Answer = v.looseObject({ FailedEntryCount: v.number() });

/** Puts each on the event bus: the whole CloudEvent as its detail, as its own source and type; answers how many the bus took. */
export async function putOnBus(stage: StageClient, events: readonly CloudEventDraft[]): Promise<number> {
  const EventBusName = requireOutput(stage.outputs, 'EventsBusName');
  let sent = 0;
  for (let from = 0; from < events.length; from += BATCH) {
    const Entries = events.slice(from, from + BATCH).map((event) => ({
      EventBusName,
      Source: wordOf(event['source']),
      DetailType: wordOf(event['type']),
      Detail: JSON.stringify(event),
    }));
    const answer = await callAws(stage, { service: 'events', operation: 'PutEvents', input: { Entries } });
    sent += Entries.length - v.parse(Answer, answer).FailedEntryCount;
  }
  return sent;
}

/** The bus wants both; an event that names none of its own is put as `none`, and shows in quarantine. */
const wordOf = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'none');
