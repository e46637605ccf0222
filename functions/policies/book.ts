import { canonicalJson } from '#domain/canonical-json.ts';
import type { PolicyBook, PolicyVersions } from '#domain/policy/book.ts';
import type { JurisdictionPack, Plan } from '#domain/policy/types.ts';
import type { Jurisdiction } from '#domain/words.ts';
import { KINDS, kindKey, UNMAPPED } from './kinds.ts';
import { LIMITS } from './limits.ts';
import { CN } from './packs/cn.ts';
import { UK } from './packs/uk.ts';
import { US } from './packs/us.ts';
import { PLANS } from './plans.ts';
import { PURPOSE_RULES } from './purposes.ts';

export const PACKS: readonly JurisdictionPack[] = [CN, US, UK];

/** Hash of a text, e.g. SHA-256 in hexadecimal; policy names keep its first 12 characters. */
export type HashText = (text: string) => string;

const HASH_LENGTH = 12;

/**
 * The policy book over the shipped data. Hashes are made when a decision first names a version, not at start: most
 * functions never need them.
 */
export function bundledPolicies(hash: HashText): PolicyBook {
  const packs = new Map<Jurisdiction, JurisdictionPack>(PACKS.map((pack) => [pack.id, pack]));
  const names = new Map<object, string>();
  const nameOf = (id: string, of: { readonly version: number }): string => {
    const known = names.get(of);
    if (known !== undefined) return known;
    const name = `${id}@${of.version}:${hash(canonicalJson(of)).slice(0, HASH_LENGTH)}`;
    names.set(of, name);
    return name;
  };
  return {
    plan: (id, version) => PLANS.find((plan) => plan.id === id && plan.version === version),
    planFor: (purpose) => newest(PLANS.filter((plan) => plan.purpose === purpose)),
    newestPlan: (id) => newest(PLANS.filter((plan) => plan.id === id)),
    pack: (jurisdiction) => packs.get(jurisdiction),
    kind: (kind, origin) => KINDS.get(kindKey(kind)) ?? UNMAPPED[origin],
    purpose: (purpose) => PURPOSE_RULES[purpose],
    limits: LIMITS,
    versions: (plan, jurisdictions): PolicyVersions => ({
      plan: nameOf(plan.id, plan),
      jurisdictions: jurisdictions.map((one) => {
        const pack = packs.get(one);
        return pack === undefined ? `${one}@none` : nameOf(one, pack);
      }),
      limits: nameOf('limits', LIMITS),
    }),
  };
}

function newest(plans: readonly Plan[]): Plan | undefined {
  return plans.reduce<Plan | undefined>(
    (best, plan) => (best === undefined || plan.version > best.version ? plan : best),
    undefined,
  );
}
