import { AccountRootPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DeploymentConfig } from '../../config/schema.ts';

const ANYBODY = '*';

/** A principal of the configuration as IAM knows it: by its unique id, a role with the name of its session behind it. */
const idsOf = (principal: string): string[] => (principal === ANYBODY ? [ANYBODY] : [principal, `${principal}:*`]);

/** Condition keys of PutEvents. Source: service authorization reference, EventBridge. */
const SPEAKER = 'aws:userid';
const SOURCE = 'events:source';

/**
 * Who may put events on the bus as which source. Within one account a role's own permissions are enough to put events, so
 * that letting in is not enough: each principal is denied every source that is not its own, and whoever is not named is
 * denied what is not everybody's.
 */
export function busSpeakers(producers: DeploymentConfig['producers'], busArn: string): readonly PolicyStatement[] {
  const sources = sourcesOf(producers);
  const everybodys = sources.get(ANYBODY) ?? [];
  const named = [...sources].filter(([principal]) => principal !== ANYBODY);
  const onBus = { actions: ['events:PutEvents'], resources: [busArn] };
  const lets = [...sources].map(
    ([principal, own], index) =>
      new PolicyStatement({
        ...onBus,
        sid: `May${index + 1}`,
        principals: [new AccountRootPrincipal()],
        conditions: { StringLike: { [SPEAKER]: idsOf(principal) }, 'ForAllValues:StringLike': { [SOURCE]: own } },
      }),
  );
  const denied = { ...onBus, effect: Effect.DENY, principals: [new AnyPrincipal()] };
  const nothingElse = named.map(
    ([principal, own], index) =>
      new PolicyStatement({
        ...denied,
        sid: `NothingElse${index + 1}`,
        conditions: { StringLike: { [SPEAKER]: idsOf(principal) }, ...otherThan([...own, ...everybodys]) },
      }),
  );
  const known = named.flatMap(([principal]) => idsOf(principal));
  const unnamed = known.length === 0 ? {} : { StringNotLike: { [SPEAKER]: known } };
  const conditions = { ...unnamed, ...(everybodys.length === 0 ? {} : otherThan(everybodys)) };
  return [...lets, ...nothingElse, new PolicyStatement({ ...denied, sid: 'NobodyElse', conditions })];
}

const otherThan = (sources: readonly string[]) => ({ 'ForAnyValue:StringNotLike': { [SOURCE]: sources } });

/** Sources of each principal, those of several entries together. */
function sourcesOf(producers: DeploymentConfig['producers']): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, readonly string[]>();
  for (const producer of producers) {
    if (!('principal' in producer)) continue;
    const { principal, sources: own } = producer;
    sources.set(principal, [...(sources.get(principal) ?? []), ...own]);
  }
  return sources;
}
