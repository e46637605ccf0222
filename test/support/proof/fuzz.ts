import * as v from 'valibot';
import { ROUTES } from '../../../functions/console/routes.contract.ts';
import { EVENT_DATA } from '../../../functions/intake/events.contract.ts';
import { documentText } from '../../../tools/openapi/document.ts';
import type { Engine } from '../engine.ts';
import { snsEnvelope } from '../runtime/lambda-events.ts';
import { everyDoor, QUEUE_DOORS, type QueueDoor, routeOf } from './doors.ts';
import { type Chance, chanceOf } from './seeded.ts';

export type FuzzRun = {
  readonly seed: number;
  readonly inputs: number;
  readonly byDoor: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Messages that a queue would bring again and again. */
  readonly retried: number;
  readonly unhandled: number;
  /** Refused, and something was written all the same. */
  readonly changed: number;
  readonly failures: readonly string[];
};

const Schema = v.looseObject({});
const Operation = v.looseObject({
  requestBody: v.optional(v.looseObject({ content: v.record(v.string(), v.looseObject({ schema: Schema })) })),
  parameters: v.optional(v.array(v.looseObject({ name: v.string(), in: v.string() })), []),
});
const Document = v.looseObject({
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.looseObject({ schemas: v.record(v.string(), Schema) }),
});

/**
 * Bad input at every door: bodies made from the document's own schemas and then spoiled, odd ids and queries, envelopes of
 * every queue with an odd inside. Nothing answers 5xx, nothing comes again for ever, what is refused has written nothing.
 */
export async function fuzzRun(engine: Engine, count: number, seed: number): Promise<FuzzRun> {
  const doors = await everyDoor(engine);
  const by = chanceOf(seed);
  const { paths, components } = v.parse(Document, JSON.parse(documentText()));
  const operations = Object.entries(paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const tally = { byDoor: {} as Record<string, number>, byStatus: {} as Record<string, number> };
  const failures: string[] = [];
  let [retried, changed, unhandled] = [0, 0, 0];
  const note = (): void => void (unhandled += 1);
  process.on('unhandledRejection', note);
  try {
    for (let n = 0; n < count; n += 1) {
      doors.writes();
      if (n % 3 === 2) {
        const door = QUEUE_DOORS[Math.floor(n / 3) % QUEUE_DOORS.length] ?? 'events';
        const body = messageFor(door, by);
        tally.byDoor[door] = (tally.byDoor[door] ?? 0) + 1;
        const again = await doors.deliver(door, body).catch((error: unknown) => String(error));
        retried += again === false ? 0 : 1;
        failures.push(...toldAgain(again, `${door} (seed ${seed}, ${n}): ${body.slice(0, 160)}`));
        continue;
      }
      const { method, path, operation } = operations[by.below(operations.length)] ?? operations[0] ?? never();
      const route = routeOf(method, path) ?? ROUTES[0] ?? never();
      const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? {};
      const body = spoiled(made(schema, { schemas: components.schemas, by, depth: 0 }), by);
      const query = by.below(3) === 0 ? { [by.of(['limit', 'cursor', 'queue', 'x'])]: oddText(by) } : {};
      const keyed = by.below(20) === 0 ? { key: oddText(by) } : {};
      const told = await doors
        .ask(route, idsFor(path, by), { body, query, ...keyed })
        .catch((error: unknown): Said => ({ status: 599, body: { error: String(error) } }));
      tally.byDoor[route.handler] = (tally.byDoor[route.handler] ?? 0) + 1;
      tally.byStatus[told.status] = (tally.byStatus[told.status] ?? 0) + 1;
      const wrote = doors.writes() > 0;
      const refused = told.status >= 400;
      // The answer that is kept for an Idempotency-Key is meant to be written, whatever it says.
      if (refused && wrote && !('key' in keyed)) changed += 1;
      if (told.status >= 500 || (refused && !/^[a-z-]+\.[a-z-]+$/u.test(String(told.body['code']))))
        failures.push(
          `${method} ${path} (seed ${seed}, ${n}): got ${told.status} ${JSON.stringify(told.body).slice(0, 160)}`,
        );
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  } finally {
    process.off('unhandledRejection', note);
  }
  return { seed, inputs: count, ...tally, retried, unhandled, changed, failures: failures.slice(0, 20) };
}

const toldAgain = (again: boolean | string, what: string): readonly string[] =>
  again === false ? [] : [`${what}: ${again === true ? 'comes again' : again}`];

type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

const never = (): never => {
  throw new Error('fuzz: got a document without operations');
};

const ODD = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '=1+1',
  '<script>alert(1)</script>',
  '../..',
  "' OR 1=1 --",
  '👩‍👩‍👧‍👦'.repeat(8),
  '\u202e\u0000x',
  '\ud800',
  'x'.repeat(5_000),
  '2026-02-30T25:00:00Z',
  '+8613900000001',
  '1e309',
  '余额',
  '#',
  'CASE#x',
] as const;
const oddText = (by: Chance): string => by.of(ODD);
const oddValue = (by: Chance): unknown =>
  by.of([
    null,
    true,
    -1,
    0,
    1e21,
    1.5,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[[[]]]],
    oddText(by),
    { a: { a: { a: [] } } },
  ] as const);

const idsFor = (path: string, by: Chance): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => [
      name,
      by.of([oddText(by).toWellFormed(), 'nobody', 'u1', 'c1', 'c1.t1']),
    ]),
  );

type Making = { readonly schemas: Readonly<Record<string, object>>; readonly by: Chance; readonly depth: number };
const Known = v.looseObject({
  $ref: v.optional(v.string()),
  type: v.optional(v.unknown()),
  enum: v.optional(v.array(v.unknown())),
  const: v.optional(v.unknown()),
  properties: v.optional(v.record(v.string(), Schema)),
  required: v.optional(v.array(v.string()), []),
  items: v.optional(Schema),
  anyOf: v.optional(v.array(Schema)),
  oneOf: v.optional(v.array(Schema)),
  allOf: v.optional(v.array(Schema)),
});

/** Something of about this form. */
function made(schema: object, at: Making): unknown {
  const { by, schemas, depth } = at;
  const known = v.parse(Known, schema);
  const deeper = { ...at, depth: depth + 1 };
  if (depth > 6) return oddValue(by);
  if (known.$ref !== undefined) return made(schemas[known.$ref.split('/').at(-1) ?? ''] ?? {}, deeper);
  if (known.const !== undefined) return known.const;
  if (known.enum !== undefined) return known.enum[by.below(known.enum.length)];
  const either = known.anyOf ?? known.oneOf ?? known.allOf;
  if (either !== undefined) return made(either[by.below(either.length)] ?? {}, deeper);
  if (known.properties !== undefined) {
    const { properties, required } = known;
    const some = Object.entries(properties).filter(([name]) => required.includes(name) || by.below(2) === 0);
    return Object.fromEntries(some.map(([name, of]) => [name, made(of, deeper)]));
  }
  switch (known.type) {
    case 'string':
      return by.of([oddText(by), 'u1', '2026-06-03T02:00:00Z', '+8613900000001', 'PT1H', 'x']);
    case 'number':
    case 'integer':
      return by.of([0, 1, 2, 5, -1, 1.5, 1e12]);
    case 'boolean':
      return by.below(2) === 0;
    case 'array':
      return Array.from({ length: by.below(3) }, () => made(known.items ?? {}, deeper));
    default:
      return oddValue(by);
  }
}

/** The same with one thing wrong, mostly: a member gone, another type, one too many, no JSON at all. */
function spoiled(value: unknown, by: Chance): unknown {
  if (typeof value !== 'object' || value === null) return oddValue(by);
  const members = Object.entries(value);
  const [name = 'x'] = members[by.below(Math.max(1, members.length))] ?? [];
  switch (by.below(8)) {
    case 0:
      return JSON.stringify(value).slice(0, -1 - by.below(5));
    case 1:
      return { ...value, nobodyKnowsThis: oddValue(by) };
    case 2:
      return Object.fromEntries(members.filter(([one]) => one !== name));
    case 3:
      return `${'['.repeat(200)}${']'.repeat(200)}`;
    case 4:
      return value;
    default:
      return { ...value, [name]: oddValue(by) };
  }
}

const TYPES = Object.keys(EVENT_DATA);

function messageFor(door: QueueDoor, by: Chance): string {
  const inside = insideOf(door, by);
  const text = typeof inside === 'string' ? inside : JSON.stringify(inside);
  const enveloped = door === 'texts' || door === 'receipts' ? (by.below(6) === 0 ? text : snsEnvelope(inside)) : text;
  return by.below(8) === 0 ? enveloped.slice(0, by.below(enveloped.length + 1)) : enveloped;
}

function insideOf(door: QueueDoor, by: Chance): unknown {
  switch (door) {
    case 'events':
      return spoiled(eventBy(by), by);
    case 'bus': {
      const event = eventBy(by);
      return spoiled(
        { 'detail-type': event['type'], source: event['source'], detail: by.of([event, spoiled(event, by)]) },
        by,
      );
    }
    case 'texts':
      return spoiled(
        {
          originationNumber: by.of(['+8613900000001', oddText(by)]),
          destinationNumber: '+8610690000',
          messageKeyword: 'KEYWORD',
          messageBody: by.of([oddText(by), '1', '退订', 'STOP']),
          inboundMessageId: by.of([oddText(by), `m${by.below(1e9)}`]),
        },
        by,
      );
    case 'receipts':
      return spoiled(
        {
          eventType: by.of(['TEXT_DELIVERED', 'TEXT_SENT', oddText(by)]),
          eventTimestamp: by.of([1_780_452_000_000, -1, 1e18]),
          isFinal: true,
          destinationPhoneNumber: by.of(['+8613900000001', oddText(by)]),
          messageId: by.of(['m1', oddText(by)]),
        },
        by,
      );
    case 'work':
      return spoiled({ a: by.of(['CASE#nobody', 'PT#nobody', oddText(by)]), hops: by.of([0, 1, 99, -1]) }, by);
    case 'complaints':
      return spoiled({ a: by.of(['CMP#nobody', oddText(by)]), hops: by.of([0, 99]) }, by);
  }
}

const eventBy = (by: Chance): Record<string, unknown> => ({
  specversion: by.of(['1.0', '0.3']),
  id: by.of([`f${by.below(1e9)}`, oddText(by)]),
  source: by.of(['urn:bank:core', 'urn:elsewhere', oddText(by)]),
  type: TYPES[by.below(TYPES.length)] ?? '',
  time: by.of(['2026-06-03T02:00:00Z', oddText(by)]),
  data: {
    customerId: by.of(['u1', oddText(by)]),
    accountId: by.of(['a1', oddText(by)]),
    sequence: by.of([1, 2, 3, -1, 1e20]),
    kind: oddText(by),
    [by.of(['amount', 'overdueAmount', 'phones', 'name', 'note'])]: oddValue(by),
  },
});
