import type { Complaint } from '#domain/complaint/complaint.ts';
import { SILENCED } from '#domain/complaint/life/holds.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { movePoint } from '#domain/reply/point-moves.ts';
import type { Advance } from '../ledger.ts';
import type { PersonRecord } from '../people/customer-store.ts';
import { pushesOf } from '../people/pushes.ts';
import { type PointStore, pointAdvance, unknownPoint } from '../point-store.ts';
import type { Vault } from '../vault/subject-keys.ts';

/** Beside the complaint and its holds on the customer a transaction has room for two more aggregates. */
const WITH_THE_MOVE = 2;

export type SilencedNeeds = {
  readonly points: Pick<PointStore, 'loadAll'>;
  readonly vault: Pick<Vault, 'pointOf'>;
};

export type Silenced = {
  /** Written in the move's own transaction. */
  readonly beside: readonly Advance[];
  /** More of them than it has room for: each is written by itself, before it, so that none is forgotten. */
  readonly before: readonly Advance[];
};

/**
 * Every number of whoever asks not to be contacted, as if STOP had come from each: the one the complaint came from, and
 * those of the customer's record. Their mail addresses and the endpoints of their app are silent but for fraud and the
 * complaint's own answer, for which no other way is left. A third party speaks for the one they came from alone. One that
 * is silent stays as it is.
 */
export async function silencedPoints(
  { of, entry }: { readonly of: Complaint; readonly entry: EntryDraft },
  person: Pick<PersonRecord, 'customer'> | undefined,
  { points, vault }: SilencedNeeds,
): Promise<Silenced> {
  const customer = of.audience === 'customer' ? person?.customer.state : undefined;
  const phones = (customer?.phones ?? []).map(({ point }) => point);
  const mails = (customer?.mails ?? []).map(({ point }) => point);
  const pushes = (await pushesOf(customer, vault.pointOf)).map(({ point }) => point);
  const partly = [...mails, ...pushes].filter((point) => point !== of.point);
  const ids = [...new Set([...(of.point === undefined ? [] : [of.point]), ...phones, ...partly])];
  const stored = await points.loadAll(ids);
  const advances = ids.flatMap((id, nth): Advance[] => {
    const known = stored[nth] ?? unknownPoint(id);
    const heard = { inboundId: of.id, at: entry.at };
    const { after, entry: said } = movePoint(
      known.state,
      { optOut: partly.includes(id) ? SILENCED : true },
      { heard, now: entry.at },
    );
    return said === undefined ? [] : [pointAdvance(known, after, { ...said, actor: entry.actor })];
  });
  return { beside: advances.slice(0, WITH_THE_MOVE), before: advances.slice(WITH_THE_MOVE) };
}
