import type { Clock } from '#domain/complaint/clock.ts';
import type { Entry } from '#store/codecs/entry.ts';
import { createComplaintStore } from '#store/complaint-store.ts';
import { createReader } from '#store/reader.ts';
import { idOf, numberAt, textAt } from './facts.ts';
import type { Check, Violation } from './violation.ts';

const MINUTE = 60_000;
/** A schedule that loses most of its ticks, and a queue whose messages come again after minutes. */
const LATE = 60 * MINUTE;
/** Clocks of machines apart, and what is early for its own timer. */
const EARLY = 8_000;

type Told = { readonly what: string; readonly key: string; readonly dueAt: number; readonly at: number };

/** I11: what is due of a complaint's clocks is told once, not before its time and soon after it, and never of a met one. */
export const deadlinesAreTold: Check = async ({ record, world }) => {
  const { client, tableName } = world.machine.engine;
  const complaints = createComplaintStore(createReader(client, tableName));
  const now = world.machine.time.now();
  const found: Violation[] = [];
  for (const [aggregate, entries] of record.timelines) {
    if (!aggregate.startsWith('CMP#')) continue;
    const told = toldIn(entries);
    const clocks = (await complaints.load(idOf(aggregate)))?.state.clocks ?? [];
    const bad = (what: string): unknown => found.push({ invariant: 'I11', what: `${aggregate}: ${what}` });
    for (const what of doubled(told)) bad(`${what} was told twice`);
    for (const what of untimely(told)) bad(what);
    for (const clock of clocks) for (const what of silent(clock, { told, now })) bad(what);
  }
  return found;
};

const toldIn = (entries: readonly Entry[]): readonly Told[] =>
  entries.flatMap(({ type, facts, at }) =>
    type === 'complaint.clocks-told' && Array.isArray(facts['told'])
      ? facts['told'].map((one: unknown) => ({
          what: textAt(one, 'what') ?? '',
          key: [textAt(one, 'policy'), textAt(one, 'clock'), textAt(one, 'to') ?? ''].join(' '),
          dueAt: numberAt(one, 'dueAt') ?? 0,
          at,
        }))
      : [],
  );

/** Warnings of one date are several; a breach and each escalation of it are one. */
function doubled(told: readonly Told[]): readonly string[] {
  const once = told.filter(({ what }) => what !== 'due-soon').map(({ what, key, dueAt }) => `${what} ${key} ${dueAt}`);
  return once.filter((one, at) => once.indexOf(one) !== at);
}

const untimely = (told: readonly Told[]): readonly string[] =>
  told.flatMap(({ what, key, dueAt, at }) => {
    const isBreach = what === 'breached';
    if (isBreach && at < dueAt - EARLY) return [`${key} was called breached ${dueAt - at} ms before its time`];
    if (isBreach && at > dueAt + LATE)
      return [`the breach of ${key} was told ${Math.round((at - dueAt) / MINUTE)} minutes late`];
    return !isBreach && what === 'due-soon' && at > dueAt + EARLY ? [`${key} was called due soon after its time`] : [];
  });

function silent(clock: Clock, { told, now }: { told: readonly Told[]; now: number }): readonly string[] {
  const name = `${clock.policy} ${clock.kind}`;
  const breach = told.some(
    ({ what, key, dueAt }) => what === 'breached' && key.trim() === name && dueAt === clock.dueAt,
  );
  const isOver = clock.state === 'RUNNING' && clock.endedAt === undefined && now > clock.dueAt + LATE;
  if (isOver) return [`${name} ran out at ${clock.dueAt}, and nobody was told`];
  if (clock.state === 'BREACHED' && !breach) return [`${name} is breached, and nobody was told`];
  return clock.state === 'MET' && breach ? [`${name} was met, and called breached`] : [];
}
