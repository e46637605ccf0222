import { splitName } from '../../functions/domain/ids.ts';
import { isLocal, type StageClient } from '../local/client.ts';
import { reachClock, readClock } from '../local/clock.ts';
import { LocalStageFailure } from '../local/failure.ts';
import { allDue, type DueItem, newestEntryType } from './due.ts';
import { settle } from './quiet.ts';

/** What fired while the clock moved: when, which aggregate, and the newest entry of its timeline afterwards. */
export interface Fired {
  readonly at: string;
  readonly what: string;
  readonly aggregateId: string;
}

export interface Moved {
  readonly now: string;
  readonly ran: readonly Fired[];
}

export interface MoveOptions {
  /** Wall time that the stage may take to run empty at one instant. */
  readonly withinMs: number;
  /** How often in a row all must be calm at each instant. Default: twice. */
  readonly looks?: number;
  /** Called at every instant something fires at. */
  readonly onInstant?: (at: number, count: number) => void;
}

/** RFC 3339, milliseconds only where there are any. */
export const shownTime = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** Business time as a document. */
export async function clockNow(): Promise<{ readonly now: string }> {
  return { now: shownTime(await readClock()) };
}

/**
 * Moves business time forward to this instant, stopping at every due time on the way: there whatever is due is woken, as
 * the sweep would, and the stage runs empty before time goes on. Nothing due at or before the instant is left when it
 * returns. Time runs on by itself meanwhile, so `now` may be a little later than asked for; an instant that has passed
 * leaves it where it is.
 */
export async function moveClock(stage: StageClient, target: number, options: MoveOptions): Promise<Moved> {
  requireLocal(stage);
  const ran = [...(await runEmpty(stage, options)), ...(await fireUntil(stage, target, options))];
  await reachClock(target);
  ran.push(...(await runEmpty(stage, options)));
  return { now: shownTime(await readClock()), ran };
}

/** Goes from due time to due time up to this instant, from a stage that is quiet; the clock then stands at the last of them. */
export async function fireUntil(stage: StageClient, target: number, options: MoveOptions): Promise<readonly Fired[]> {
  const ran: Fired[] = [];
  const spent = new Set<string>();
  for (;;) {
    const now = await readClock();
    const next = (await allDue(stage)).find((item) => item.dueAt > now || !spent.has(markOf(item)));
    if (next === undefined || next.dueAt > target) return ran;
    spent.add(markOf(next));
    await reachClock(next.dueAt);
    ran.push(...(await runEmpty(stage, options)));
  }
}

const markOf = ({ aggregate, dueAt }: DueItem): string => `${aggregate} ${dueAt}`;

/** Lets the stage run empty where the clock stands; answers what fired. */
async function runEmpty(stage: StageClient, { withinMs, looks, onInstant }: MoveOptions): Promise<readonly Fired[]> {
  const fired: DueItem[] = [];
  const onWake = (items: readonly DueItem[]): void => void fired.push(...items);
  const often = looks === undefined ? {} : { looks };
  const { quiet } = await settle(stage, { withinMs, timers: 'leave', onWake, ...often });
  if (!quiet) {
    throw new LocalStageFailure(
      `The stage did not run empty within ${Math.round(withinMs / 1000)} s, so the clock stays at ` +
        `${shownTime(await readClock())}; \`npx liaison settle\` tells when it has.`,
    );
  }
  const [first] = fired;
  if (first !== undefined) onInstant?.(first.dueAt, fired.length);
  return Promise.all(fired.map((item) => told(stage, item)));
}

async function told(stage: StageClient, { aggregate, dueAt }: DueItem): Promise<Fired> {
  return { at: shownTime(dueAt), what: await newestEntryType(stage, aggregate), aggregateId: splitName(aggregate).id };
}

function requireLocal(stage: StageClient): void {
  if (isLocal(stage.outputs)) return;
  throw new LocalStageFailure('Only the local stage has a clock that can be moved; elsewhere time passes by itself.');
}
