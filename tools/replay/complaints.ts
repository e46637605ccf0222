import * as v from 'valibot';
import type { Staff } from '../running/staff.ts';
import type { Row } from './records.ts';

const Received = v.looseObject({ id: v.string() });
const Read = v.looseObject({
  kind: v.string(),
  category: v.string(),
  flags: v.array(v.string()),
  severity: v.string(),
  department: v.string(),
});
type Read = v.InferOutput<typeof Read>;

/** What became of texts that were handed in as complaints, and what triage made of them. */
export type Sorted = {
  readonly read: number;
  readonly created: number;
  readonly existing: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly categories: Readonly<Record<string, number>>;
  readonly flags: Readonly<Record<string, number>>;
  readonly severities: Readonly<Record<string, number>>;
  readonly departments: Readonly<Record<string, number>>;
  /** Share that went to a desk without a person of the triage desk. */
  readonly routed: number;
};

/** Longest complaint that is taken. Source: docs/behaviour.md, Sizes. */
const LONGEST = 8_000;
const AT_ONCE = 4;

/** Texts of a file: whichever column holds them. */
export const textsOf = (rows: readonly Row[], limit: number): readonly string[] =>
  rows
    .map((row) => row['text'] ?? row['narrative'] ?? '')
    .filter((text) => text.trim() !== '')
    .slice(0, limit)
    .map((text) => text.slice(0, LONGEST));

type Outcome = { readonly status: number; readonly read?: Read };

/** Hands texts in one by one, four at a time, and reads each complaint back. */
export async function handIn(
  texts: readonly string[],
  { staff, channel, done }: { readonly staff: Staff; readonly channel: string; readonly done: (count: number) => void },
): Promise<Sorted> {
  const outcomes: Outcome[] = [];
  const waiting = [...texts];
  const work = async (): Promise<void> => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      outcomes.push(await one(text, staff, channel));
      done(outcomes.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sorted(outcomes);
}

async function one(text: string, staff: Staff, channel: string): Promise<Outcome> {
  const answer = await staff.call('/v1/complaints', { method: 'POST', body: { channel, text } });
  const received = v.safeParse(Received, answer.json);
  if (answer.status >= 300 || !received.success) return { status: answer.status };
  const read = v.parse(Read, await staff.ask(`/v1/complaints/${received.output.id}`));
  return { status: answer.status, read };
}

function sorted(outcomes: readonly Outcome[]): Sorted {
  const read = outcomes.flatMap((outcome) => (outcome.read === undefined ? [] : [outcome.read]));
  const routed = read.filter(({ department }) => department !== 'triage').length;
  return {
    read: outcomes.length,
    created: outcomes.filter(({ status }) => status === 201).length,
    existing: outcomes.filter(({ status }) => status === 200).length,
    refused: counted(outcomes.filter((outcome) => outcome.read === undefined).map(({ status }) => String(status))),
    kinds: counted(read.map(({ kind }) => kind)),
    categories: counted(read.map(({ category }) => category)),
    flags: counted(read.flatMap(({ flags }) => flags)),
    severities: counted(read.map(({ severity }) => severity)),
    departments: counted(read.map(({ department }) => department)),
    routed: read.length === 0 ? 0 : Math.round((routed / read.length) * 1_000) / 1_000,
  };
}

/** How often each stands there, the most frequent first. */
function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}
