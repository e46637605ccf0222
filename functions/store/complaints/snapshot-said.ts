import { canonicalJson } from '#domain/canonical-json.ts';
import { strayedClocks } from '#domain/complaint/clocks/due-dates.ts';
import type { Agreement, Complaint } from '#domain/complaint/complaint.ts';
import { handlersSaid, isSameHandlers } from '#domain/complaint/handlers.ts';
import type { Offer } from '#domain/complaint/offer.ts';
import { formatInstant } from '#domain/time.ts';
import type { Item } from '../attributes.ts';
import * as codec from '../codecs/complaint.ts';
import type { Entry } from '../codecs/entry.ts';

type Facts = Readonly<Record<string, unknown>>;
const EMPTY: Facts = {};
const factsIn = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...EMPTY, ...value } : EMPTY;
const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** What of a snapshot says something else than the entries, and the first entry that it contradicts. */
export type Contradiction = { readonly what: string; readonly seq: number };

/**
 * A complaint's snapshot stands in no hash, and is what people are shown: what it says of agreements, offers, the decision,
 * who had it, when its clocks are over and which of them were told as breached has to be what the entries say. The entries
 * are those up to its version; their chain is looked at elsewhere.
 */
export function contradictions(snapshot: Item, entries: readonly (Entry | undefined)[]): readonly Contradiction[] {
  const said = entries.flatMap((entry) => entry ?? []);
  const of = read(snapshot);
  if (of === undefined) return [{ what: 'snapshot', seq: Math.max(1, said.length) }];
  const named = (what: string, seqs: readonly number[]) => seqs.map((seq) => ({ what, seq }));
  const upTo = said.filter(({ seq }) => seq <= of.version);
  const handlers = handlersSaid(upTo);
  return [
    ...named('agreements', agreed(of, said)),
    ...named('offers', offered(of, said)),
    ...named('decision', decided(of, said)),
    ...named('clocks', breached(of, said)),
    ...(isSameHandlers(of, handlers) ? [] : [{ what: 'handler', seq: handlers.seq }]),
    ...strayedClocks(of.clocks, upTo, of.version).map(({ clock, seq }) => ({ what: `clocks.${clock}`, seq })),
  ];
}

function read(snapshot: Item): Complaint | undefined {
  try {
    return codec.fromItem(snapshot);
  } catch {
    return undefined;
  }
}

/** Each agreement is the one its entry says, and none that was made is left out. */
function agreed({ agreements, version }: Complaint, entries: readonly Entry[]): readonly number[] {
  const known = new Set(agreements.map(({ seq }) => seq));
  const accepted = entries.filter(({ type, seq }) => type === 'offer.accepted' && seq <= version);
  return [
    ...agreements.filter((one) => !isAgreed(one, entries)).map(({ seq }) => seq),
    ...accepted.filter(({ seq }) => !known.has(seq)).map(({ seq }) => seq),
  ];
}

function isAgreed({ id, offerId, seq, at }: Agreement, entries: readonly Entry[]): boolean {
  const entry = entries.find((one) => one.seq === seq);
  if (entry?.type !== 'offer.accepted') return false;
  const { agreementId, agreedAt, offerId: said } = entry.facts;
  return agreementId === id && said === offerId && agreedAt === formatInstant(at);
}

/** Terms, end and author of an offer are those with which it was made. */
function offered({ offers, version }: Complaint, entries: readonly Entry[]): readonly number[] {
  return offers.flatMap((offer) => {
    const made = entries.find(({ type, facts }) => type === 'offer.made' && factsIn(facts['offer'])['id'] === offer.id);
    if (made === undefined) return [version];
    return isMade(offer, factsIn(made.facts['offer'])) ? [] : [made.seq];
  });
}

const MADE = ['terms', 'expiresAt', 'madeAt', 'madeBy', 'accountId'] as const satisfies readonly (keyof Offer)[];
const isMade = (offer: Offer, made: Facts): boolean => MADE.every((name) => same(offer[name], made[name]));

/** A resolution decides by itself where nobody had decided, and says no more than that. */
function decided({ decision }: Complaint, entries: readonly Entry[]): readonly number[] {
  if (decision === undefined) return [];
  const { seq } = decision;
  const entry = entries.find((one) => one.seq === seq);
  if (entry?.type === 'complaint.resolved') return [];
  if (entry?.type !== 'complaint.decided') return [seq];
  const isSaid = entry.facts['decision'] === decision.decision && entry.facts['closureCode'] === decision.closureCode;
  return isSaid ? [] : [seq];
}

/** A deadline that was told as missed was missed. */
function breached({ clocks }: Complaint, entries: readonly Entry[]): readonly number[] {
  return entries.flatMap(({ type, facts, seq }) => {
    const { told } = facts;
    if (type !== 'complaint.clocks-told' || !Array.isArray(told)) return [];
    const missed = told.map(factsIn).filter(({ what }) => what === 'breached');
    const stands = (fact: Facts) =>
      clocks.some(
        ({ policy, kind, dueAt, state }) =>
          policy === fact['policy'] && kind === fact['clock'] && dueAt === fact['dueAt'] && state !== 'MET',
      );
    return missed.every(stands) ? [] : [seq];
  });
}
