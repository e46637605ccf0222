import { readBinary } from '#store/attributes.ts';
import { unpackFacts } from '#store/codecs/feed/facts.ts';
import { INDEX } from '#store/table.contract.ts';
import { recount } from '../../../functions/feedback/recount.ts';
import { NAME_MARK } from '../world/customers.ts';
import { caseClaims } from './contacts/texts.ts';
import { partitionOf } from './record.ts';
import type { Check, Violation } from './violation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** SEND_DEADLINE and a sweep of a schedule that loses most of its ticks. */
const CLAIM_DEADLINE = 45 * MINUTE;
/** What a message may cost, all its calls together, told before any was counted. */
const CALLS_A_DELIVERY = 25;

/** I13: figures are what a recount of all entries makes them. */
export const figuresHold: Check = async ({ record }) => {
  const facts = record.items
    .filter((item) => partitionOf(item).startsWith('STAT#'))
    .flatMap((item) => unpackFacts(readBinary({ ...item }, 'f')));
  const { differ } = await recount([...record.timelines.values()].flat(), facts);
  return differ.map(
    ({ figure, counted, recounted }): Violation => ({
      invariant: 'I13',
      what: `${figure}: counted ${counted}, a recount says ${recounted}`,
    }),
  );
};

/** I16: names and numbers stand in sealed fields and in texts alone. */
export const personalDataIsConfined: Check = ({ world, record }) => {
  const { machine } = world;
  const own = machine.queues.sent.filter(
    ({ queue }) => queue !== 'events' && queue !== 'inbound' && queue !== 'receipts',
  );
  const sinks: readonly (readonly [string, readonly string[]])[] = [
    ['logs', [machine.output()]],
    ['queues', own.map(({ body }) => body)],
    ['notices', machine.provider.published],
    // Bytes print as numbers: what is sealed cannot match.
    ['table', record.items.map((item) => JSON.stringify(item))],
  ];
  const numbers = new Set(
    world.customers
      .flatMap(({ phone, kin }) => [phone, ...(kin === undefined ? [] : [kin.phone])])
      .map((one) => one.slice(3)),
  );
  return sinks.flatMap(([sink, texts]) =>
    [...new Set(texts.flatMap((text) => marksIn(text, numbers)))].map(
      (mark): Violation => ({ invariant: 'I16', what: `${mark} stands in the ${sink}` }),
    ),
  );
};

/** Digits of a number without its country, all of one length: looked for at every place where so many digits stand. */
const DIGITS = 11;
const LONG = new RegExp(String.raw`\d{${DIGITS},}`, 'gu');

function marksIn(text: string, numbers: ReadonlySet<string>): readonly string[] {
  const names = [NAME_MARK, encodeURIComponent(NAME_MARK)].filter((mark) => text.includes(mark));
  const found = (text.match(LONG) ?? []).flatMap((run) =>
    Array.from({ length: run.length - DIGITS + 1 }, (_, at) => run.slice(at, at + DIGITS)).filter((part) =>
      numbers.has(part),
    ),
  );
  return [...names, ...found];
}

/** I18 and I12: with nothing going wrong any more everything comes to rest, and nothing was given up. */
export const everythingRests: Check = (seen) => {
  const { world, record } = seen;
  const { machine } = world;
  const now = machine.time.now();
  const found: Violation[] = [];
  const bad = (what: string): unknown => found.push({ invariant: 'I18', what });
  if (machine.stream.waiting() > 0) bad(`${machine.stream.waiting()} records were never read`);
  if (machine.queues.dead.length > 0)
    bad(
      `${machine.queues.dead.length} dead letters: ${machine.queues.dead[0]?.queue} ${machine.queues.dead[0]?.message.body.slice(0, 200)}`,
    );
  for (const claim of caseClaims(seen)) {
    if (claim.outcome === undefined && now - claim.at > CLAIM_DEADLINE)
      bad(`${claim.caseId}.${claim.n}: claimed for good`);
  }
  for (const [aggregate, snapshot] of record.snapshots) {
    const due = Number(snapshot[INDEX.due.sortKey]?.S?.slice(0, 15) ?? Number.NaN);
    if (now - due > HOUR) bad(`${aggregate}: was due ${Math.round((now - due) / MINUTE)} minutes ago`);
  }
  return found;
};

/** I15: work is bounded: calls of all deliveries together, and no message goes in circles. */
export const workIsBounded: Check = ({ world }) => {
  const calls = world.machine.calls() - world.ticks() * 24 * 4;
  const found: Violation[] = [];
  if (calls > world.deliveries() * CALLS_A_DELIVERY)
    found.push({ invariant: 'I15', what: `${calls} calls for ${world.deliveries()} deliveries` });
  if (world.machine.output().includes('message.too-many-hops'))
    found.push({ invariant: 'I15', what: 'a message went in circles' });
  if (world.isEndless()) found.push({ invariant: 'I15', what: `${world.machine.calls()} calls, and no end of them` });
  return found;
};

/** What staff ask for is understood: else this world would test less than it says. */
export const screensAreAnswered: Check = ({ world }) =>
  [...new Set(world.staff.failures)].map((what): Violation => ({ invariant: 'I18', what }));
