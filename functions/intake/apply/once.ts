import { canonicalJson } from '#domain/canonical-json.ts';
import type { BankEvent } from '../events.contract.ts';
import { ACCEPTED, DUPLICATE, type Outcome, rejected } from '../outcome.ts';
import type { Change, IntakeNeeds, Op } from '../ports.ts';
import { inRounds } from './rounds.ts';

/** An event's identity is kept this long. Source: docs/behaviour.md, How long things are kept. */
export const KEPT_DAYS = 90;

type IdentityNeeds = Pick<IntakeNeeds, 'identities' | 'identityPut' | 'sha256' | 'wallNow'>;

const hashOf = ({ type, data }: BankEvent, { sha256 }: IdentityNeeds): Uint8Array =>
  sha256(canonicalJson([type, data]));

/** The write that fails when the event was taken before. */
export const identityOf = (event: BankEvent, needs: IdentityNeeds): Op =>
  needs.identityPut({
    source: event.source,
    id: event.id,
    hash: hashOf(event, needs),
    keepDays: KEPT_DAYS,
    wallNow: needs.wallNow(),
  });

/** Was it taken before? As the same event, or as another under the same identity; undefined: never. */
export async function taken(event: BankEvent, needs: IdentityNeeds): Promise<Outcome | undefined> {
  const found = await needs.identities.find(event.source, event.id);
  if (found === undefined) return undefined;
  const hash = hashOf(event, needs);
  return found.hash.every((byte, at) => byte === hash[at]) ? DUPLICATE : rejected('event.id-reused');
}

export type Planned =
  | { readonly change: Change; readonly standing?: () => void }
  | Extract<Outcome, { kind: 'rejected' }>;

/**
 * Applies an event exactly once: its identity stands or falls with its effects. The plan is made anew whenever somebody
 * else moved what it rests on; `standing` runs once it stands.
 */
export async function applyOnce(
  event: BankEvent,
  plan: () => Promise<Planned>,
  needs: IdentityNeeds & Pick<IntakeNeeds, 'ledger' | 'pause'>,
): Promise<Outcome> {
  return inRounds(needs.pause, async () => {
    const planned = await plan();
    if ('kind' in planned) return (await taken(event, needs)) ?? planned;
    const { advances, also = [] } = planned.change;
    const result = await needs.ledger.commit({ advances, also: [identityOf(event, needs), ...also] });
    if (result.kind === 'stale') return taken(event, needs);
    planned.standing?.();
    return ACCEPTED;
  });
}
