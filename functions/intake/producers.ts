import type { ProducerGrant } from '#runtime/env.contract.ts';

/** Who sends: by HTTP the token's client, by the queue whom SQS names. */
export type Sender =
  | { readonly door: 'http'; readonly client: string }
  | { readonly door: 'queue'; readonly principal: string };

const ANY = '*';
const begins = (pattern: string, source: string): boolean =>
  pattern.endsWith(ANY) ? source.startsWith(pattern.slice(0, -1)) : source === pattern;

/** May this sender speak for that source? Only what is configured is allowed. */
export function maySpeakFor(source: string, sender: Sender, grants: readonly ProducerGrant[]): boolean {
  return grants.some((grant) => {
    const named = sender.door === 'http' ? grant.client : grant.principal;
    const name = sender.door === 'http' ? sender.client : sender.principal;
    return named !== undefined && (named === ANY || named === name) && grant.sources.some((one) => begins(one, source));
  });
}
