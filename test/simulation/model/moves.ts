import type { Entry } from '#store/codecs/entry.ts';
import { at, isCase, numberAt, textAt } from './facts.ts';
import type { Check, Violation } from './violation.ts';

/** Which status may follow which, as docs/behaviour.md draws it: an end stays an end, but for a denial that comes late. */
const CASE: Readonly<Record<string, readonly string[]>> = {
  RECEIVED: ['RECEIVED', 'CONTACTING', 'WAITING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  CONTACTING: ['CONTACTING', 'WAITING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  WAITING: ['WAITING', 'CONTACTING', 'CLARIFYING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  CLARIFYING: ['CLARIFYING', 'CONTACTING', 'WAITING', 'HELD', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  HELD: ['HELD', 'CONTACTING', 'WAITING', 'CLARIFYING', 'HUMAN', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  HUMAN: ['HUMAN', 'WAITING', 'HELD', 'RESOLVED', 'CLOSED', 'SUPPRESSED'],
  RESOLVED: ['HUMAN', 'CLOSED'],
  CLOSED: ['HUMAN'],
  SUPPRESSED: [],
};
const ATTEMPT_ENDS = ['contact.accepted', 'contact.not-sent'];
/** A receipt or an answer settles an attempt of which nothing was known. */
const ends = (type: string, facts: unknown): boolean =>
  ATTEMPT_ENDS.includes(type) || at(facts, 'settles') !== undefined;

/** I6: every move is one that the case permits, begins where the last one ended, and no attempt ends twice. */
export const movesAreLegal: Check = ({ record }) =>
  [...record.timelines].flatMap(([aggregate, entries]) => (isCase(aggregate) ? movesOf(aggregate, entries) : []));

function movesOf(aggregate: string, entries: readonly Entry[]): readonly Violation[] {
  const found: Violation[] = [];
  const ended = new Set<unknown>();
  let status = 'RECEIVED';
  for (const { type, facts, seq } of entries) {
    const [from, to] = [textAt(facts, 'from') ?? status, textAt(facts, 'to') ?? status];
    const bad = (what: string): unknown =>
      found.push({ invariant: 'I6', what: `${aggregate} entry ${seq} (${type}): ${what}` });
    if (from !== status) bad(`moves from ${from}, and stood at ${status}`);
    if (from !== to && CASE[from]?.includes(to) !== true) bad(`moves from ${from} to ${to}`);
    status = to;
    const attempt = ends(type, facts) ? numberAt(facts, 'attempt') : undefined;
    if (attempt !== undefined && ended.has(attempt)) bad(`attempt ${attempt} ends a second time`);
    ended.add(attempt);
  }
  return found;
}
