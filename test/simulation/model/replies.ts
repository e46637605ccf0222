import type { Wrote } from '../world/people.ts';
import { caseClaims } from './contacts/texts.ts';
import { idOf, isCase, numberAt, textAt } from './facts.ts';
import type { Check, Seen, Violation } from './violation.ts';

/** A reference as texts carry it and people type it: a digit, a letter, and the answer. */
const TOKEN = /(?<![0-9A-Z])([2346789][ACDEFHJKMPQUVWX])[1-5]/u;
const TYPED = /^([2346789][ACDEFHJKMPQUVWX])./u;

type Told = { readonly type: string; readonly at: number; readonly facts: Readonly<Record<string, unknown>> };

/**
 * I10: a reply moves a case that had written to that very number before, and, where it names one, the case whose reference
 * it names. A case has written from its claim on, also where nobody can say whether its text was sent.
 */
export const repliesFindTheirCase: Check = (seen) => {
  const wrote = new Map(seen.world.people.wrote.map((one) => [one.id, one]));
  const found: Violation[] = [];
  for (const [aggregate, entries] of seen.record.timelines) {
    if (!isCase(aggregate)) continue;
    for (const entry of entries) {
      const id = entry.type === 'reply.received' ? textAt(entry.facts, 'inboundId') : undefined;
      const said = id === undefined ? undefined : wrote.get(id);
      if (said === undefined) continue;
      const token = TYPED.exec(said.body)?.[1];
      // A reference that no text bore may be that of a text in doubt.
      const isOfDoubt = token === undefined || bearingOf(token, textsBefore(said, seen)).length === 0;
      if (isOfDoubt && hadClaimed(entries, { point: textAt(entry.facts, 'point'), at: said.at })) continue;
      const asked = askedBy(said, token, seen);
      if (asked.size > 0 && !asked.has(idOf(aggregate)))
        found.push({ invariant: 'I10', what: `${id} moved ${aggregate}, and answers ${[...asked].join(' or ')}` });
    }
  }
  return found;
};

/** I10: a reply settles no case as genuine that an event about more has joined: nobody was asked about that. */
export const nobodyConfirmsMore: Check = ({ record }) =>
  [...record.timelines].flatMap(([aggregate, entries]): Violation[] => {
    const first = numberAt(entries[0]?.facts, 'reason', 'amount', 'minor') ?? 0;
    const joined = entries.find(
      ({ type, facts }) => type === 'case.merged' && (numberAt(facts, 'amount', 'minor') ?? 0) > first,
    );
    const settled = entries.find(
      ({ type, facts, seq }) =>
        type === 'reply.received' && seq > (joined?.seq ?? Number.POSITIVE_INFINITY) && isGenuine(facts),
    );
    return settled === undefined
      ? []
      : [{ invariant: 'I10', what: `${aggregate} entry ${settled.seq}: a yes confirmed more than was asked about` }];
  });

const isGenuine = (facts: unknown): boolean =>
  textAt(facts, 'to') === 'RESOLVED' && textAt(facts, 'meaning', 'outcome') === 'CONFIRMED_GENUINE';

/** I9 and I10 rest on it: whatever is known of a number, its wish for silence foremost, is known at one place. */
export const numbersHaveOnePlace: Check = (seen) => {
  const claims = new Map(caseClaims(seen).map(({ caseId, n, point }) => [`${caseId}.${n}`, point]));
  const places = new Map<string, Set<string>>();
  for (const { to, attemptId } of seen.world.machine.provider.texts) {
    const own = attemptId.slice(0, attemptId.lastIndexOf('.'));
    // An answer on a case does not say where it went; one of a number is named by it.
    const claimed = claims.get(attemptId) ?? '';
    const ofNumber = seen.record.timelines.has(`PT#${own}`) ? own : undefined;
    const point = claimed === '' ? ofNumber : claimed;
    if (point !== undefined) places.set(to, (places.get(to) ?? new Set()).add(point));
  }
  return [...places.values()].flatMap((points): Violation[] =>
    points.size > 1 ? [{ invariant: 'I9', what: `${[...points].join(' and ')} are one number` }] : [],
  );
};

/** Clocks of machines apart, and the seconds that the product forgives them. */
const APART = 6_500;

const hadClaimed = (
  entries: readonly Told[],
  by: { readonly point: string | undefined; readonly at: number },
): boolean =>
  entries.some(
    ({ type, at, facts }) =>
      type === 'contact.claimed' && at <= by.at + APART && textAt(facts, 'at', 'point') === by.point,
  );

type Texts = Seen['world']['machine']['provider']['texts'];

/** Texts that a number had got when its owner wrote. */
const textsBefore = (said: Wrote, { world }: Pick<Seen, 'world'>): Texts =>
  world.machine.provider.texts.filter(({ to, at }) => to === said.from && at <= said.at);

const bearingOf = (token: string | undefined, texts: Texts): Texts =>
  texts.filter(({ text }) => token !== undefined && TOKEN.exec(text)?.[1] === token);

/** Cases that had written to a number before its text came: those of the token, where one had been sent there. */
function askedBy(said: Wrote, token: string | undefined, seen: Pick<Seen, 'world'>): ReadonlySet<string> {
  const texts = textsBefore(said, seen);
  const bearing = bearingOf(token, texts);
  const named = bearing.length === 0 ? texts : bearing;
  return new Set(named.map(({ attemptId }) => attemptId.slice(0, attemptId.lastIndexOf('.'))));
}
