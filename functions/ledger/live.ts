import * as v from 'valibot';
import type { QueueSender } from '#channels/queue.ts';
import type { NoticePublisher } from '#channels/topic.ts';
import { Fault } from '#domain/errors.ts';
import { formatInstant, type Instant } from '#domain/time.ts';
import type { Lane } from '#domain/words.ts';
import { ENV } from '#runtime/env.contract.ts';
import { readEnv } from '#runtime/env.ts';
import type { DueStore } from '#store/due-store.ts';
import { aggregateName, parseAggregateName } from '#store/keys.ts';
import type { Notice, RelayNeeds, WorkItem } from './relay.ts';
import type { StartNeeds } from './start-sweep.ts';
import type { SweepNeeds } from './sweep.ts';

type Env = Readonly<Record<string, string | undefined>>;
type ByLane<T> = Readonly<Record<Lane, T>>;

/** Complaints are worked on by a function of their own, whatever their lane. */
export type WorkUrls = ByLane<string> & { readonly complaints: string };

/** Addresses of the work queues, as the deployment gave them. */
export function readWork(source: Env = process.env): WorkUrls {
  const { workComplaintsUrl } = ENV;
  return { ...readLanes(source), complaints: readEnv([workComplaintsUrl], source)[workComplaintsUrl] };
}

/** Addresses of the lanes' queues, whose depth admission goes by. */
export function readLanes(source: Env = process.env): ByLane<string> {
  const env = readEnv([ENV.workUrgentUrl, ENV.workNormalUrl, ENV.workBulkUrl], source);
  return { urgent: env[ENV.workUrgentUrl], normal: env[ENV.workNormalUrl], bulk: env[ENV.workBulkUrl] };
}

const Rate = v.pipe(v.number(), v.minValue(0));
const Rates = v.object({ urgent: Rate, normal: Rate, bulk: Rate });

/** Messages a second that the consumers of each lane take, as the deployment gave them. */
export const readRates = (source: Env = process.env): ByLane<number> =>
  v.parse(Rates, JSON.parse(readEnv([ENV.laneRates], source)[ENV.laneRates]));

export type Work = { readonly queue: Pick<QueueSender, 'sendAll'>; readonly urls: WorkUrls };

const enqueueOn =
  ({ queue, urls }: Work) =>
  async (lane: Lane, items: readonly WorkItem[]): Promise<void> => {
    const of = (complaints: boolean) => items.filter(({ body }) => isComplaint(body.a) === complaints);
    for (const [url, part] of [
      [urls[lane], of(false)],
      [urls.complaints, of(true)],
    ] as const) {
      const left = part.length === 0 ? [] : await queue.sendAll(url, part);
      if (left.length > 0)
        throw new Fault('channel.queue-refused', { facts: { failed: left.length, of: items.length } });
    }
  };

const isComplaint = (name: string): boolean => parseAggregateName(name)?.kind === 'complaint';

/** Joins the relay to the work queues and the outcome topic. */
export const joinRelay = (parts: Work & { notices: NoticePublisher; now: () => Instant }): RelayNeeds => ({
  enqueue: enqueueOn(parts),
  publish: async (notices) => {
    const left = await parts.notices.publishAll(notices.map(outer));
    if (left.length > 0)
      throw new Fault('channel.topic-refused', { facts: { failed: left.length, of: notices.length } });
  },
  complaintName: (id) => aggregateName('complaint', id),
  now: parts.now,
});

/** The notice by its outer name: `case.opened` is `liaison.case.opened.v1`. */
function outer(notice: Notice): Parameters<NoticePublisher['publishAll']>[0][number] {
  const { purpose, department, severity, type, time, ...rest } = notice;
  return {
    ...rest,
    type: `liaison.${type}.v1`,
    time: formatInstant(time),
    attributes: {
      ...(purpose === undefined ? {} : { purpose }),
      ...(department === undefined ? {} : { department }),
      ...(severity === undefined ? {} : { severity }),
    },
  };
}

/** Joins the starter to the sweep queue and to how full the lanes are. */
export const joinStart = (parts: {
  queue: QueueSender;
  urls: ByLane<string>;
  sweepUrl: string;
  rates: ByLane<number>;
}): StartNeeds => ({
  depth: async (lane) => {
    const { visible, inFlight, delayed } = await parts.queue.depth(parts.urls[lane]);
    return visible + inFlight + delayed;
  },
  rate: (lane) => parts.rates[lane],
  send: async (messages) => {
    const left = await parts.queue.sendAll(
      parts.sweepUrl,
      messages.map((body) => ({ body })),
    );
    if (left.length > 0)
      throw new Fault('channel.queue-refused', { facts: { failed: left.length, of: messages.length } });
  },
});

/** Joins the sweep to the due index and the work queues. */
export const joinSweep = (parts: Work & { due: DueStore; now: () => Instant }): SweepNeeds => ({
  due: parts.due.due,
  cursor: parts.due.cursor,
  moveCursor: parts.due.moveCursor,
  enqueue: enqueueOn(parts),
  now: parts.now,
});
