import { readFileSync, statSync } from 'node:fs';
import type { Clock } from './clock.ts';
import { memberOf, readWireTime } from './wire.ts';

export type { Clock } from './clock.ts';

/** File with `{ "offsetMs": n }`: how far business time is ahead of wall time. Inherited from the emulator. */
const FILE_VARIABLE = 'LIAISON_CLOCK_FILE';

/** A clock that runs like any other, ahead of wall time by the offset in the file; without a file the offset is 0. */
export function createClock(
  wallNow: () => number = Date.now,
  file: string | undefined = process.env[FILE_VARIABLE],
): Clock {
  const offset = file === undefined ? () => 0 : followFile(file);
  return {
    businessNow: () => wallNow() + offset(),
    wallNow,
    fromWire: (time) => readWireTime(time) + offset(),
  };
}

/** The process's clock. */
export const clock: Clock = createClock();

/** Re-reads the file only when its stamp changed (a stat is a few microseconds); keeps the last offset while it is half written. */
function followFile(file: string): () => number {
  let stamp = '';
  let offsetMs = 0;
  return () => {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
    const seen = stat === undefined ? '' : `${stat.mtimeNs} ${stat.ino} ${stat.size}`;
    if (seen === stamp) return offsetMs;
    const read = stat === undefined ? 0 : readOffset(file);
    if (read === undefined) return offsetMs;
    stamp = seen;
    offsetMs = read;
    return offsetMs;
  };
}

function readOffset(file: string): number | undefined {
  try {
    const offset = memberOf(JSON.parse(readFileSync(file, 'utf8')), 'offsetMs');
    return typeof offset === 'number' && Number.isSafeInteger(offset) ? offset : undefined;
  } catch {
    // Being replaced at this moment: the next call reads it again.
    return undefined;
  }
}
