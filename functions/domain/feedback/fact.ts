import type { EntryDraft } from '../effects.ts';
import { splitName } from '../ids.ts';
import type { Instant } from '../time.ts';

/** By what a figure may be split. Days are those of the reader's zone. */
export const DIMENSIONS = [
  'day',
  'purpose',
  'department',
  'channel',
  'audience',
  'category',
  'severity',
  'intent',
  'outcome',
  'rule',
  'clock',
  'fault',
  /** Of a wrongful contact the day it went out, beside the day it was found; UTC. */
  'sent',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Words of a fact, but for its day, which follows from its time. */
export type Words = { readonly [D in Exclude<Dimension, 'day'>]?: string };

/** A timeline entry as figures read it. */
export type Noted = EntryDraft & { readonly aggregate: string; readonly seq: number };

/** What the first entry of an aggregate says for good: whom it is about and where it belongs. */
export type Subject = {
  /** Case or complaint that the facts are about. */
  readonly matter?: string;
  readonly customerId?: string;
  readonly words: Words;
  /** When a complaint was received. */
  readonly receivedAt?: Instant;
};

/**
 * One thing that figures count. `of`, `seq` and `index` name it for good: whoever meets it twice knows it for the same.
 */
export type Fact = {
  readonly what: string;
  readonly at: Instant;
  /** Name of the aggregate whose entry it comes from, number of the entry, place within it. */
  readonly of: string;
  readonly seq: number;
  readonly index: number;
  /** The case or complaint it is about, and its customer. */
  readonly matter?: string;
  readonly person?: string;
  readonly words: Words;
  /** What is measured: seconds, a rating. */
  readonly amount?: number;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Words that are there. */
export const wordsOf = (words: Readonly<Record<string, unknown>>): Words =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => (text(value) === undefined ? [] : [[name, value]])),
  );

/** The subject that an aggregate's first entry names; customers and numbers are their own. */
export function subjectOf(first: Noted | undefined, of: { readonly aggregate: string }): Subject {
  const { prefix, id } = parts(of.aggregate);
  if (prefix === 'CUS') return { customerId: id, words: {} };
  if (prefix !== 'CASE' && prefix !== 'CMP') return { words: {} };
  if (first === undefined) return { matter: id, words: {} };
  const { facts } = first;
  const told = first.effects.find((effect) => effect.do === 'notify');
  const customerId = text(facts['customerId']) ?? told?.data.customerId;
  const receivedAt = facts['receivedAt'];
  const { channel, category } = facts;
  return {
    matter: id,
    ...(customerId === undefined ? {} : { customerId }),
    words: wordsOf({
      purpose: facts['purpose'] ?? told?.purpose,
      department: facts['department'] ?? told?.department,
      severity: facts['severity'],
      ...(prefix === 'CMP' ? { channel, category } : {}),
    }),
    ...(prefix === 'CMP' && typeof receivedAt === 'number' ? { receivedAt } : {}),
  };
}

function parts(name: string): { readonly prefix: string; readonly id: string } {
  const { prefix = '', id } = splitName(name);
  return { prefix, id };
}
