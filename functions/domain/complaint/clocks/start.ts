import type { Instant } from '../../time.ts';
import type { Clock } from '../clock.ts';
import { type Counted, dueOf, type Standing } from './due.ts';
import { type ClockRefusal, type ClockRule, isClockRefusal, type SlaPolicy } from './policy.ts';

export type Clocks = readonly Clock[];

export type Start = { readonly startOn: ClockRule['startOn']; readonly at: Instant; readonly round?: number };

/** The clocks of one policy that begin with this event. */
export const startPolicy = (policy: SlaPolicy, start: Start, by: Counted): Clocks | ClockRefusal =>
  policy.clocks
    .filter((rule) => rule.startOn === start.startOn)
    .reduce<Clocks | ClockRefusal>((clocks, rule) => join(clocks, () => startOne(policy, { rule, ...start }, by)), []);

export function startOne(
  policy: SlaPolicy,
  start: { readonly rule: ClockRule; readonly at: Instant; readonly round?: number },
  by: Counted,
): Clocks | ClockRefusal {
  const standing: Standing = {
    policy: policy.id,
    version: policy.version,
    kind: start.rule.kind,
    startedAt: start.at,
    pauses: [],
    extensions: [],
    ...(start.round === undefined ? {} : { round: start.round }),
  };
  const dueAt = dueOf(standing, by);
  return isClockRefusal(dueAt) ? dueAt : [{ ...standing, dueAt, state: 'RUNNING', told: 0 }];
}

/** More clocks beside those there are; the first refusal stands for all. */
export function join(clocks: Clocks | ClockRefusal, more: () => Clocks | ClockRefusal): Clocks | ClockRefusal {
  if (isClockRefusal(clocks)) return clocks;
  const added = more();
  return isClockRefusal(added) ? added : [...clocks, ...added];
}

/** Every clock changed in turn; the first refusal stands for all, so that nothing moves by half. */
export function mapClocks(clocks: Clocks, change: (clock: Clock) => Clock | ClockRefusal): Clocks | ClockRefusal {
  const changed: Clock[] = [];
  for (const clock of clocks) {
    const next = change(clock);
    if (isClockRefusal(next)) return next;
    changed.push(next);
  }
  return changed;
}
