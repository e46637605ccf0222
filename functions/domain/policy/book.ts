import { parseDuration } from '../time.ts';
import type { Jurisdiction, Purpose } from '../words.ts';
import type { Limits } from './limits.ts';
import type { JurisdictionPack, KindRule, Plan, PurposeRules } from './types.ts';

/** How a `kind` reached us; it decides what an unmapped kind becomes (docs/behaviour.md, Purposes). */
export type KindOrigin = 'anomaly' | 'help' | 'unreachable' | 'state';

/** Names of policy versions as decisions store them: `id@version:hash`. */
export type PolicyVersions = {
  readonly plan: string;
  readonly jurisdictions: readonly string[];
  readonly limits: string;
};

/**
 * The port to policy data. The bundled book answers from shipped data; a later one reads the table. Plans are asked
 * for by the version a case keeps; packs, limits and purpose rules are always the newest.
 */
export type PolicyBook = {
  /** The plan version a running case keeps; undefined when it was never shipped. */
  plan(id: string, version: number): Plan | undefined;
  /** The active plan for a purpose (its newest version); undefined while a purpose has none. */
  planFor(purpose: Purpose): Plan | undefined;
  /** Newest version of a plan by id. */
  newestPlan(id: string): Plan | undefined;
  pack(jurisdiction: Jurisdiction): JurisdictionPack | undefined;
  /** Never undefined: an unmapped kind gets the default of its origin. */
  kind(kind: string, origin: KindOrigin): KindRule;
  purpose(purpose: Purpose): PurposeRules;
  readonly limits: Limits;
  versions(plan: Plan, jurisdictions: readonly Jurisdiction[]): PolicyVersions;
};

const durations = new Map<string, number>();

/**
 * Milliseconds of an ISO 8601 duration of policy data.
 * Throws on a text that is none: the linter refuses such data when it is saved, so this is a fault of ours.
 */
export function durationOf(text: string): number {
  const known = durations.get(text);
  if (known !== undefined) return known;
  const value = parseDuration(text);
  if (value === undefined) throw new RangeError(`policy duration is not ISO 8601, got ${text}`);
  durations.set(text, value);
  return value;
}
