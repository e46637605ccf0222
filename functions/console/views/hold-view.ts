import type { ErasureHold } from '#domain/subject/holds.ts';
import type { HoldShape } from '../shapes/subjects/erasure-hold.ts';
import { time } from './shown.ts';

export const holdView = ({ rule, of, until }: ErasureHold): HoldShape => ({
  rule,
  ...(of === undefined ? {} : { of }),
  ...(until === undefined ? {} : { until: time(until) }),
});
