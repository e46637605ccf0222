import type { Entry } from '#store/codecs/entry.ts';

/** A value below names, read as what it should be; undefined when it is something else. */
export function at(source: unknown, ...names: readonly string[]): unknown {
  let value: unknown = source;
  for (const name of names)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return value;
}
export const textAt = (source: unknown, ...names: readonly string[]): string | undefined => {
  const value = at(source, ...names);
  return typeof value === 'string' ? value : undefined;
};
export const numberAt = (source: unknown, ...names: readonly string[]): number | undefined => {
  const value = at(source, ...names);
  return typeof value === 'number' ? value : undefined;
};

export const idOf = (aggregate: string): string => aggregate.slice(aggregate.indexOf('#') + 1);
export const isCase = (aggregate: string): boolean => aggregate.startsWith('CASE#');

/** An attempt as its timeline tells it: claimed once, then what came of it. */
export type Claim = {
  readonly caseId: string;
  readonly n: number;
  readonly at: number;
  readonly seq: number;
  readonly step: string;
  readonly audience: string;
  readonly channel: string;
  readonly point: string;
  readonly purpose: string;
  readonly answer: boolean;
  outcome: { readonly state: string; readonly at: number; readonly seq: number } | undefined;
};

const OUTCOMES: Readonly<Record<string, string>> = {
  'contact.accepted': 'ACCEPTED',
  'contact.not-sent': 'NOT_SENT',
  'contact.in-doubt': 'IN_DOUBT',
  'answer.accepted': 'ACCEPTED',
  'answer.not-sent': 'NOT_SENT',
  'answer.in-doubt': 'IN_DOUBT',
};

/** Every claim of a case's timeline with its first outcome. */
export function claimsOf(aggregate: string, entries: readonly Entry[]): readonly Claim[] {
  const claims = new Map<number, Claim>();
  const purpose = textAt(entries[0]?.facts, 'purpose') ?? '';
  for (const { type, facts, at: when, seq } of entries) {
    const n = numberAt(facts, 'attempt');
    if (n === undefined) continue;
    if (type === 'contact.claimed' || type === 'answer.claimed')
      claims.set(n, claimOf({ aggregate, purpose, type, facts, when, seq, n }));
    const claim = claims.get(n);
    const state = OUTCOMES[type] ?? settledBy(type, facts);
    if (claim !== undefined && state !== undefined && claim.outcome === undefined)
      claim.outcome = { state, at: when, seq };
  }
  return [...claims.values()];
}

/** A receipt or an answer proves that a text arrived, whatever its sender lived to write down. */
function settledBy(type: string, facts: unknown): string | undefined {
  if (type === 'reply.received') return 'ANSWERED';
  return type === 'receipt.recorded' && at(facts, 'settles') !== undefined ? 'ACCEPTED' : undefined;
}

type Read = { aggregate: string; purpose: string; type: string; facts: unknown; when: number; seq: number; n: number };

const claimOf = ({ aggregate, purpose, type, facts, when, seq, n }: Read): Claim => ({
  caseId: idOf(aggregate),
  n,
  at: when,
  seq,
  step: textAt(facts, 'at', 'id') ?? '',
  audience: textAt(facts, 'at', 'audience') ?? 'customer',
  channel: textAt(facts, 'at', 'channel') ?? 'sms',
  point: textAt(facts, 'at', 'point') ?? '',
  purpose,
  answer: type === 'answer.claimed',
  outcome: undefined,
});
