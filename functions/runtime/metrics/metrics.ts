import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRICS, type MetricDimension, type MetricName } from './metrics.contract.ts';

export type Dimensions = Readonly<Partial<Record<MetricDimension, string>>>;

/** Figures of one invocation, added up here and written once as embedded-metric lines. */
export type Meter = {
  /** Adds to a figure; `Milliseconds` figures keep the largest value seen instead. */
  readonly count: (name: MetricName, value?: number, dimensions?: Dimensions) => void;
  /** Writes what was counted since the last flush; nothing counted, nothing written. */
  readonly flush: () => void;
};

/** The part of Powertools metrics that is used. */
export type MetricWriter = {
  readonly addDimensions: (dimensions: Record<string, string>) => unknown;
  readonly addMetric: (name: MetricName, unit: (typeof METRICS)[MetricName], value: number) => unknown;
  readonly publishStoredMetrics: () => unknown;
};

/** A meter on a writer; one line per set of dimensions. */
export function createMeter(writer: () => MetricWriter): Meter {
  const sets = new Map<string, { dimensions: Record<string, string>; figures: Map<MetricName, number> }>();
  return {
    count: (name, value = 1, dimensions = {}) => {
      const key = Object.entries(dimensions).map(String).toSorted().join(' ');
      const set = sets.get(key) ?? { dimensions: { ...dimensions }, figures: new Map<MetricName, number>() };
      const before = set.figures.get(name) ?? 0;
      set.figures.set(name, METRICS[name] === 'Milliseconds' ? Math.max(before, value) : before + value);
      sets.set(key, set);
    },
    flush: () => {
      for (const { dimensions, figures } of sets.values()) {
        const told = [...figures].filter(([, value]) => value > 0);
        if (told.length === 0) continue;
        if (Object.keys(dimensions).length > 0) writer().addDimensions(dimensions);
        for (const [name, value] of told) writer().addMetric(name, METRICS[name], value);
        writer().publishStoredMetrics();
      }
      sets.clear();
    },
  };
}

let powertools: Metrics | undefined;

/** The process's meter. */
export const metrics: Meter = createMeter(() => {
  powertools ??= new Metrics({ namespace: METRIC_NAMESPACE });
  return powertools;
});
