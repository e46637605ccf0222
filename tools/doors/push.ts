import * as v from 'valibot';
import { BATCH, EventsAnswer, MAX_EVENTS, STRUCTURED } from '../../functions/intake/events.contract.ts';
import type { ApiAnswer } from '../local/api.ts';
import type { StageClient } from '../local/client.ts';
import { RefusedByApi, type Staff, staffOf } from '../running/staff.ts';
import type { CloudEventDraft } from './read-events.ts';

/** Answers of `POST /v1/events`, added up; `index` counts over all events. */
export type PushedSum = v.InferOutput<typeof EventsAnswer>;

const EVENTS = '/v1/events';
const Problem = v.object({
  code: v.string(),
  issues: v.exactOptional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
});
/** A refused batch says of each event why. */
const BatchProblem = v.looseObject({ rejected: EventsAnswer.entries.rejected });

/** Pushes events in their order, a batch of 100 at a time; one alone goes by itself. A bad event is an answer, not an error. */
export async function pushAll(stage: StageClient, events: readonly CloudEventDraft[]): Promise<PushedSum> {
  const producer = staffOf(stage, { role: 'producer' });
  const sum = { accepted: 0, duplicates: 0, rejected: [] as PushedSum['rejected'] };
  for (let from = 0; from < events.length; from += MAX_EVENTS) {
    const answer = await pushBatch(producer, events.slice(from, from + MAX_EVENTS));
    sum.accepted += answer.accepted;
    sum.duplicates += answer.duplicates;
    sum.rejected.push(...answer.rejected.map((one) => ({ ...one, index: one.index + from })));
  }
  return sum;
}

/** Pushes at most 100 events with one request and gives back what became of each. */
export async function pushBatch(producer: Staff, events: readonly CloudEventDraft[]): Promise<PushedSum> {
  const [first] = events;
  const call = events.length === 1 ? { body: first, contentType: STRUCTURED } : { body: events, contentType: BATCH };
  const answer = await producer.call(EVENTS, { method: 'POST', ...call });
  return sumOf(answer, events);
}

function sumOf(answer: ApiAnswer, events: readonly CloudEventDraft[]): PushedSum {
  const taken = v.safeParse(EventsAnswer, answer.json);
  if (answer.status === 202 && taken.success) return taken.output;
  const all = v.safeParse(BatchProblem, answer.json);
  if (all.success && answer.status < 500) return { accepted: 0, duplicates: 0, rejected: all.output.rejected };
  const problem = v.safeParse(Problem, answer.json);
  const isOfBody = answer.status === 400 || answer.status === 413;
  if (!isOfBody || !problem.success) throw new RefusedByApi(EVENTS, answer);
  const rejected = events.map(({ id }, index) => ({
    index,
    ...(typeof id === 'string' ? { id } : {}),
    ...problem.output,
  }));
  return { accepted: 0, duplicates: 0, rejected };
}
