import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { isMissing, LocalStageFailure } from './failure.ts';
import { localPaths } from './paths.ts';

/**
 * The clock file of the local stage. Business time = wall time + offset, so the clock runs on by itself from wherever
 * it was set. The functions read the same file: its path reaches them as LIAISON_CLOCK_FILE.
 */
const ClockFile = v.object({ offsetMs: v.number() });

/** The file this process and the functions share. */
export function clockFile(): string {
  return process.env['LIAISON_CLOCK_FILE'] ?? localPaths().clock;
}

/** Business time now, in milliseconds since 1970. A stage whose clock was never set runs on wall time. */
export async function readClock(file = clockFile(), wallNow = Date.now()): Promise<number> {
  return wallNow + (await readOffset(file));
}

/** Where the clock of a new, empty stage begins; the only call that may put it back. Default: wall time. */
export async function beginClock(file = clockFile(), at?: number, wallNow = Date.now()): Promise<void> {
  await writeOffset(file, at === undefined ? 0 : at - wallNow);
}

/**
 * Moves business time forward to this instant and returns it. Refuses an instant that has passed: what the stage
 * decided stands in its records, and a clock that goes back would let it be decided twice.
 */
export async function setClock(at: number, file = clockFile(), wallNow = Date.now()): Promise<number> {
  const now = await readClock(file, wallNow);
  if (at < now) {
    throw new LocalStageFailure(
      `The clock is at ${new Date(now).toISOString()} and never goes back to ${new Date(at).toISOString()}; ` +
        'start an empty stage at that time with `npm start -- --clock TIME`.',
    );
  }
  await writeOffset(file, at - wallNow);
  return at;
}

/** Business time at this instant, or where it has run to by itself if that is later; returns which. */
export async function reachClock(at: number, file = clockFile(), wallNow = Date.now()): Promise<number> {
  const now = await readClock(file, wallNow);
  if (at > now) await writeOffset(file, at - wallNow);
  return Math.max(at, now);
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

/** Milliseconds since 1970 of an RFC 3339 time. Refuses a time without an offset: it would mean another instant elsewhere. */
export function parseInstant(text: string): number {
  const at = instantForm.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new LocalStageFailure(`${text} is no time with an offset; write it like 2026-06-03T10:00:00+08:00.`);
  }
  return at;
}

const durationForm = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const unitsMs = [7 * 24 * 3_600_000, 24 * 3_600_000, 3_600_000, 60_000, 1000];

/** Milliseconds of an ISO 8601 duration. Refuses years and months: they have no fixed length. */
export function parseDuration(text: string): number {
  const [, ...counts] = durationForm.exec(text) ?? [];
  if (counts.length === 0) {
    throw new LocalStageFailure(
      `${text} is no duration of weeks, days, hours, minutes and seconds; write it like PT90M or P1DT2H.`,
    );
  }
  // Whole milliseconds: the functions take no other offset.
  return Math.round(unitsMs.reduce((sum, unitMs, index) => sum + Number(counts[index] ?? 0) * unitMs, 0));
}

async function readOffset(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '{"offsetMs":0}';
    throw error;
  });
  return v.parse(ClockFile, JSON.parse(text)).offsetMs;
}

/** In one move: the functions read this file at any moment and must never find half of it. */
async function writeOffset(file: string, offsetMs: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify({ offsetMs })}\n`);
  await rename(`${file}.new`, file);
}
