import { instantOf, localTime } from '#domain/calendar/zone.ts';
import type { Setting } from '../cast.ts';
import type { Scene } from '../scene.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Lets time pass to the next full hour of the day where the customer lives, this many days on at least. */
export async function untilHour(
  scene: Scene,
  { timezone }: Setting,
  at: { readonly hour: number; readonly days?: number },
): Promise<void> {
  const now = Date.parse(await scene.now());
  const today = localTime(timezone, now).day + (at.days ?? 0);
  const times = [0, 1].map((days) => instantOf(timezone, { day: today + days, msOfDay: at.hour * HOUR }, 'first'));
  await scene.until(times.find((time) => time > now + MINUTE) ?? now);
}

/** Lets this much time pass. */
export async function pass(scene: Scene, ms: number): Promise<void> {
  await scene.until(Date.parse(await scene.now()) + ms);
}
