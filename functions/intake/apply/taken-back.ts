import type { EventOf } from '../events.contract.ts';
import type { IntakeNeeds } from '../ports.ts';
import { KEPT_DAYS } from './once.ts';

type Needs = Pick<IntakeNeeds, 'identities' | 'identityPut' | 'sha256' | 'wallNow' | 'ledger'>;
/** An event by its name, and whom it is about. */
type Named = { readonly source: string; readonly id: string; readonly customerId: string };

/** Beside the event's own identity: a sender's id is hashed with it, so that no id of theirs is taken for it. */
const markOf = ({ id }: Pick<Named, 'id'>): string => JSON.stringify(['taken-back', id]);

/** A retraction may overtake its event: what it names is remembered as long as the event itself would be. */
export async function rememberTakenBack(
  { data: { source, id, customerId } }: EventOf<'liaison.event.retracted.v1'>,
  { identityPut, ledger, sha256, wallNow }: Needs,
): Promise<void> {
  const hash = sha256(customerId);
  const mark = identityPut({ source, id: markOf({ id }), hash, keepDays: KEPT_DAYS, wallNow: wallNow() });
  // Refused: it stands already.
  await ledger.commit({ advances: [], also: [mark] });
}

/** Was this event of this customer taken back before it came? Then it asks for nothing any more. */
export async function isTakenBack(
  { source, id, customerId }: Named,
  { identities, sha256 }: Pick<Needs, 'identities' | 'sha256'>,
): Promise<boolean> {
  const found = await identities.find(source, markOf({ id }));
  const hash = sha256(customerId);
  return found?.hash.every((byte, at) => byte === hash[at]) === true;
}
