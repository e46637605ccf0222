import type { Wrote } from '../world/people.ts';
import { idOf, isCase, textAt } from './facts.ts';
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
      if (
        said === undefined ||
        (!TYPED.test(said.body) && hadClaimed(entries, { point: textAt(entry.facts, 'point'), at: said.at }))
      )
        continue;
      const asked = askedBy(said, TYPED.exec(said.body)?.[1], seen);
      if (asked.size > 0 && !asked.has(idOf(aggregate)))
        found.push({ invariant: 'I10', what: `${id} moved ${aggregate}, and answers ${[...asked].join(' or ')}` });
    }
  }
  return found;
};

/** A text and a reply so close are told apart by no clock: those of machines differ, and a sender has its 30 seconds. */
const APART = 40_000;

/** A claim before the reply came, or one of which nobody can say when its text was sent, if ever. */
const hadClaimed = (
  entries: readonly Told[],
  by: { readonly point: string | undefined; readonly at: number },
): boolean =>
  entries.some(
    ({ type, at, facts }) =>
      type === 'contact.claimed' &&
      textAt(facts, 'at', 'point') === by.point &&
      (at <= by.at + APART || isDoubtful(entries, facts['attempt'])),
  );

const isDoubtful = (entries: readonly Told[], attempt: unknown): boolean =>
  entries.some(({ type, facts }) => type === 'contact.in-doubt' && facts['attempt'] === attempt);

/** Cases that had written to a number before its text came: those of the token, where one had been sent there. */
function askedBy(said: Wrote, token: string | undefined, { world }: Seen): ReadonlySet<string> {
  const texts = world.machine.provider.texts.filter(({ to, at }) => to === said.from && at <= said.at);
  const bearing = texts.filter(({ text }) => token !== undefined && TOKEN.exec(text)?.[1] === token);
  const named = bearing.length === 0 ? texts : bearing;
  return new Set(named.map(({ attemptId }) => attemptId.slice(0, attemptId.lastIndexOf('.'))));
}
