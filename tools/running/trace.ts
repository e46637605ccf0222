import * as v from 'valibot';
import type { StageClient } from '../local/client.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { readNotices } from './notices.ts';
import { readOutbox } from './outbox.ts';
import { staffOf } from './staff.ts';

/** One thing that happened: a fact of the record, a message as it was handed to a provider, a notice to departments. */
export interface Step {
  readonly at: string;
  readonly kind: 'entry' | 'message' | 'notice';
  readonly what: string;
  readonly aggregateId: string;
  readonly id?: string;
}

const Told = v.object({
  id: v.string(),
  caseId: v.optional(v.string()),
  complaintId: v.optional(v.string()),
  offers: v.optional(v.array(v.object({ caseId: v.optional(v.string()) })), []),
  followUps: v.optional(v.array(v.object({ caseId: v.optional(v.string()) })), []),
  timeline: v.array(v.object({ seq: v.number(), at: v.string(), type: v.string() })),
});
type Told = v.InferOutput<typeof Told>;

/** How many cases and complaints hang together at most: a trace is for reading. */
const FARTHEST = 32;

/** Everything that happened to a case or complaint and to what hangs together with it, in order. */
export async function traceOf(stage: StageClient, id: string): Promise<readonly Step[]> {
  const known = await gather(stage, id);
  const [sent, heard] = await Promise.all([readOutbox(stage), readNotices(stage)]);
  const steps: Step[] = [
    ...[...known.values()].flatMap((of) =>
      of.timeline.map(({ seq, at, type }) => ({
        at,
        kind: 'entry' as const,
        what: type,
        aggregateId: of.id,
        id: `${of.id}#${seq}`,
      })),
    ),
    ...sent.flatMap(({ at, channel, aggregateId, attemptId }) =>
      aggregateId === undefined || !known.has(aggregateId)
        ? []
        : [
            {
              at,
              kind: 'message' as const,
              what: channel,
              aggregateId,
              ...(attemptId === undefined ? {} : { id: attemptId }),
            },
          ],
    ),
    ...heard.flatMap((notice) => {
      const [aggregateId = ''] = notice.id.split('#');
      return known.has(aggregateId)
        ? [{ at: notice.time, kind: 'notice' as const, what: notice.type, aggregateId, id: notice.id }]
        : [];
    }),
  ];
  return steps.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** The aggregate of this id, or of the attempt or task that it names, and those that name each other. */
async function gather(stage: StageClient, id: string): Promise<ReadonlyMap<string, Told>> {
  const staff = staffOf(stage, { role: 'admin' });
  const known = new Map<string, Told>();
  const open = [id.replace(/\.[ot]?\d+$/u, '')];
  for (let next = open.shift(); next !== undefined && known.size < FARTHEST; next = open.shift()) {
    if (known.has(next)) continue;
    const told = await read(staff, next);
    if (told === undefined) continue;
    known.set(told.id, told);
    const near = [told, ...told.offers, ...told.followUps].flatMap(({ caseId }) => caseId ?? []);
    open.push(...near, ...(told.complaintId === undefined ? [] : [told.complaintId]));
  }
  if (known.size > 0) return known;
  throw new LocalStageFailure(
    `There is no case and no complaint ${id}; \`npx liaison case --customer ID\` lists some.`,
  );
}

async function read(staff: ReturnType<typeof staffOf>, id: string): Promise<Told | undefined> {
  for (const kind of ['cases', 'complaints']) {
    const { status, json } = await staff.call(`/v1/${kind}/${encodeURIComponent(id)}`);
    const told = v.safeParse(Told, json);
    if (status === 200 && told.success) return told.output;
  }
  return undefined;
}
