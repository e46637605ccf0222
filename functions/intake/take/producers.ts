import type { ProducerGrant } from '#runtime/env.contract.ts';
import type { BankEvent } from '../events.contract.ts';

/** Who sends: by HTTP the token's client, by the queue whom SQS names, by the bus the source its policy let through. */
export type Sender =
  | { readonly door: 'http'; readonly client: string }
  | { readonly door: 'queue'; readonly principal: string }
  | { readonly door: 'bus'; readonly source: string };

const ANY = '*';
const begins = (pattern: string, source: string): boolean =>
  pattern.endsWith(ANY) ? source.startsWith(pattern.slice(0, -1)) : source === pattern;
/** SQS names a role with its session behind a colon. Source: SQS, ReceiveMessage, attribute SenderId. */
const withoutSession = (principal: string): string => principal.split(':', 1).join('');

/**
 * May this sender speak for that source? Only what is configured is allowed. The bus names nobody: its policy has looked
 * at who put the event, so it may say what it was put as, if any principal may say that at all.
 */
export function maySpeakFor(source: string, sender: Sender, grants: readonly ProducerGrant[]): boolean {
  if (sender.door === 'bus') {
    const { source: putAs } = sender;
    const spoken = grants.flatMap((grant) => (grant.principal === undefined ? [] : grant.sources));
    return source === putAs && spoken.some((one) => begins(one, source));
  }
  return grants.some((grant) => {
    const named = sender.door === 'http' ? grant.client : grant.principal;
    const name = sender.door === 'http' ? sender.client : withoutSession(sender.principal);
    return named !== undefined && (named === ANY || named === name) && grant.sources.some((one) => begins(one, source));
  });
}

/** May this sender bring the event? It is its source's word; who takes an event back needs the right to its source too. */
export function maySend(event: BankEvent, sender: Sender, grants: readonly ProducerGrant[]): boolean {
  const sources = event.type === 'liaison.event.retracted.v1' ? [event.source, event.data.source] : [event.source];
  return sources.every((source) => maySpeakFor(source, sender, grants));
}
