import type { NoticeData, NoticeType } from '#domain/effects.ts';
import { factName, splitName } from '#domain/ids.ts';
import { type Instant, SECOND } from '#domain/time.ts';
import type { Department, Lane, Purpose, Severity } from '#domain/words.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WorkMessage } from './work.contract.ts';

/** A notice to departments; `id` is stable over redeliveries, so consumers drop repeats by it. */
export type Notice = {
  readonly id: string;
  /** Bare id of the aggregate it is about. */
  readonly subject: string;
  readonly sequence: number;
  readonly type: NoticeType;
  readonly time: Instant;
  readonly purpose?: Purpose;
  readonly department?: Department;
  readonly severity?: Severity;
  readonly data: NoticeData;
};

export type WorkItem = { readonly body: WorkMessage; readonly delaySeconds?: number };

export type RelayNeeds = {
  /** Throws unless all were taken: the record is then read again, and every effect is safe to repeat. */
  readonly enqueue: (lane: Lane, items: readonly WorkItem[]) => Promise<void>;
  readonly publish: (notices: readonly Notice[]) => Promise<void>;
  /** Name of a complaint on its work queue. */
  readonly complaintName: (complaintId: string) => string;
  readonly now: () => Instant;
};

export type RelayCount = { readonly work: number; readonly notices: number };

/** Longest delay of a queue. Source: SQS limits, DelaySeconds. */
const MAX_DELAY_SECONDS = 900;

/** Runs the effects of timeline entries, in order; called by the stream and by `relay replay`. */
export async function relay(entries: readonly Entry[], needs: RelayNeeds): Promise<RelayCount> {
  const lanes = new Map<Lane, WorkItem[]>();
  const notices: Notice[] = [];
  for (const entry of entries) {
    for (const [lane, item] of workOf(entry, needs)) lanes.set(lane, [...(lanes.get(lane) ?? []), item]);
    notices.push(...noticesOf(entry));
  }
  let work = 0;
  for (const [lane, items] of lanes) {
    work += items.length;
    await needs.enqueue(lane, items);
  }
  if (notices.length > 0) await needs.publish(notices);
  return { work, notices: notices.length };
}

function workOf(entry: Entry, needs: Pick<RelayNeeds, 'now' | 'complaintName'>): [Lane, WorkItem][] {
  return entry.effects.flatMap((effect): [Lane, WorkItem][] => {
    const body = { a: entry.aggregate, seq: entry.seq, hops: 0 };
    if (effect.do === 'wake') return [['normal', { body }]];
    // Another aggregate is to look at itself: the number of this entry would mean nothing to it.
    if (effect.do === 'look') return [['normal', { body: { a: needs.complaintName(effect.complaintId), hops: 0 } }]];
    if (effect.do !== 'work') return [];
    if (effect.at === undefined) return [[effect.lane, { body }]];
    const wait = Math.ceil((effect.at - needs.now()) / SECOND);
    const delaySeconds = Math.min(MAX_DELAY_SECONDS, Math.max(0, wait));
    // The instant travels along: a consumer whose clock is a little behind ours takes the message as on time.
    const timed = { ...body, due: effect.at };
    return [[effect.lane, delaySeconds > 0 ? { body: timed, delaySeconds } : { body: timed }]];
  });
}

/** One entry may tell departments several things: the first bears `aggregateId#seq`, further ones a suffix. */
function noticesOf(entry: Entry): Notice[] {
  const tells = entry.effects.flatMap((effect) => (effect.do === 'notify' ? [effect] : []));
  const subject = splitName(entry.aggregate).id;
  return tells.map((effect, index) => {
    const { do: _do, ...rest } = effect;
    const id = factName(subject, index === 0 ? entry.seq : `${entry.seq}.${index + 1}`);
    return { ...rest, id, subject, sequence: entry.seq, time: rest.time ?? entry.at };
  });
}
