import * as v from 'valibot';
import { type Door, type Doors, door } from '../request/operation.ts';
import { type Answer, ok, refuse } from '../request/problems.ts';
import { NoQuery } from '../shapes/basics.ts';
import type { RedriveNeeds } from './ports.ts';
import { redrive } from './redrive.ts';

/** A request moves few enough to be answered, and to be looked at before the next. */
const MOST = 100;

const redriveQueue: Door<RedriveNeeds> = door({
  summary: {
    en: 'Brings dead letters of one queue back to it, at most a hundred a request; who asked is on record in the log',
    zh: '将某一队列的死信送回原队列,每次最多一百条;操作人记入日志',
  },
  query: NoQuery,
  body: v.strictObject({
    queue: v.pipe(v.string(), v.maxLength(128), v.description('Its name, as GET /v1/ops/queues lists it')),
    limit: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST), v.description('100 when absent')),
    ),
  }),
  answer: v.object({
    queue: v.string(),
    moved: v.number(),
    failed: v.pipe(v.number(), v.description('Could not be sent, and stay where they are')),
    deadLetters: v.pipe(v.number(), v.description('Left, as the queue last counted them')),
  }),
  problems: ['request.not-found'],
  run: async ({ caller, body: { queue: name, limit = MOST } }, needs: RedriveNeeds): Promise<Answer> => {
    const queue = needs.queues.find((one) => one.name === name);
    if (queue === undefined)
      return refuse('request.not-found', 'got a name of no queue, expected one of GET /v1/ops/queues');
    const { moved, failed } = await redrive(queue, limit, needs);
    needs.log.info('dead letters redriven', { queue: name, count: moved, staffId: caller.staff });
    const { visible, inFlight } = await needs.depth(queue.deadLetters);
    return ok({ queue: name, moved, failed, deadLetters: visible + inFlight });
  },
});

/** What stands behind the route that brings dead letters back. */
export const REDRIVE_DOORS: Doors<RedriveNeeds> = { 'POST /v1/ops/redrive': redriveQueue };
