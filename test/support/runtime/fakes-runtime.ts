import type { Surroundings } from '#runtime/chain.ts';
import type { Clock } from '#runtime/clock.ts';
import { createLog } from '#runtime/log.ts';
import type { MetricName } from '#runtime/metrics/metrics.contract.ts';
import { createMeter, type Dimensions, type MetricWriter } from '#runtime/metrics/metrics.ts';
import { readWireTime } from '#runtime/wire.ts';

export type Line = { readonly level: 'info' | 'warn' | 'error'; readonly message: string; readonly fields: object };
export type Figure = { readonly name: string; readonly value: number; readonly dimensions: Record<string, string> };

/** Log and meter of the product on writers that keep what they are told. */
export function recordingSurroundings(): Surroundings & { readonly lines: Line[]; readonly figures: Figure[] } {
  const lines: Line[] = [];
  const figures: Figure[] = [];
  const line = (level: Line['level']) => (message: string, fields: object) => {
    lines.push({ level, message, fields });
  };
  const writer = recordingWriter(figures);
  const log = createLog(() => ({
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    addContext: () => {},
  }));
  return { log, metrics: createMeter(() => writer), lines, figures };
}

/** A metrics writer that keeps what it is told; dimensions hold until the next publish. */
export function recordingWriter(figures: Figure[]): MetricWriter {
  let dimensions: Record<string, string> = {};
  let open: Figure[] = [];
  return {
    addDimensions: (more) => {
      dimensions = { ...dimensions, ...more };
    },
    addMetric: (name, _unit, value) => {
      open.push({ name, value, dimensions });
    },
    publishStoredMetrics: () => {
      figures.push(...open);
      open = [];
      dimensions = {};
    },
  };
}

/** A clock that stands where it is put, so many milliseconds ahead of wall time. */
export function standingClock(businessNow: number, offsetMs = 0): Clock {
  return {
    businessNow: () => businessNow,
    wallNow: () => businessNow - offsetMs,
    fromWire: (time) => readWireTime(time) + offsetMs,
  };
}

export const countOf = (figures: readonly Figure[], name: MetricName, dimensions: Dimensions = {}): number =>
  figures
    .filter((figure) => figure.name === name)
    .filter((figure) => JSON.stringify(figure.dimensions) === JSON.stringify(dimensions))
    .reduce((sum, figure) => sum + figure.value, 0);
