import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EXAMPLE } from '../../lib/config/example.ts';
import { readConfig } from '../../lib/config/read.ts';
import { DeploymentConfig } from '../../lib/config/schema.ts';

type Path = readonly (string | number)[];
type Key = { readonly path: Path; readonly schema: v.GenericSchema };
/** What the parts of a schema are made of, as valibot lays them out. */
type Shape = {
  readonly type: string;
  readonly pipe?: readonly (v.GenericSchema | v.PipeAction<unknown, unknown, v.BaseIssue<unknown>>)[];
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly options?: readonly v.GenericSchema[];
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
};

/** Every key of the schema, each with the values it is checked by; of a list its first entry, of free names one. */
function keysOf(schema: v.GenericSchema, path: Path = []): readonly Key[] {
  const whole: Shape = schema;
  const own: Shape = whole.pipe?.findLast((one) => one.kind === 'schema') ?? whole;
  const under = (one: v.GenericSchema | undefined, key: string | number): readonly Key[] =>
    one === undefined ? [] : keysOf(one, [...path, key]);
  const below = ((): readonly Key[] => {
    switch (own.type) {
      case 'strict_object':
        return Object.entries(own.entries ?? {}).flatMap(([key, one]) => under(one, key));
      case 'optional':
        return own.wrapped === undefined ? [] : keysOf(own.wrapped, path).slice(1);
      case 'array':
        return under(own.item, 0);
      case 'record':
        return under(own.value, 'CN');
      case 'union':
        return (own.options ?? []).flatMap((one, nth) => keysOf(one, [...path.slice(0, -1), nth]).slice(1));
      default:
        return [];
    }
  })();
  return [{ path, schema }, ...below];
}
const KEYS = keysOf(DeploymentConfig).slice(1);

const at = (base: unknown, path: Path): unknown =>
  path.reduce<unknown>((one, key) => Object.entries(one ?? {}).find(([name]) => name === String(key))?.[1], base);

/** A copy of it with this value there; undefined takes the key away. */
function put(base: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = structuredClone(base) as Record<string | number, unknown>;
  const next = put(copy[key], rest, value);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** What a synth with this file says; undefined: it takes it. */
function saidOf(content: unknown): string | undefined {
  const file = join(mkdtempSync(join(tmpdir(), 'cures-')), 'bank.json');
  writeFileSync(file, JSON.stringify(content));
  try {
    readConfig((name) => (name === 'config' ? file : undefined));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const CURE = /^ *([\w.]+): .*(?:such as|write it like) (.+)$/u;

/** The file as it is once every line of the message was followed to the letter. */
function cured(content: unknown, message: string): unknown {
  const lines = message.split('\n').filter((line) => !line.startsWith('The configuration of stage'));
  return lines.reduce((mended, line) => {
    const [, key = '', example = ''] = CURE.exec(line) ?? [];
    if (example === '') throw new Error(`got no example, expected one: ${line}`);
    const path = key.split('.').map((one) => (/^\d+$/u.test(one) ? Number(one) : one));
    return put(mended, path, JSON.parse(example) as unknown);
  }, content);
}

const nameOf = (path: Path): string => path.join('.');
const WHOLE = { ...EXAMPLE, stage: 'shanghai' };
const VALUES = [5, -1, 'x', '', true, null, [], [5], {}];

test('the example has every key of the schema, and is taken', () => {
  const missing = KEYS.filter(({ path }) => at(WHOLE, path) === undefined);

  expect(missing.map(({ path }) => nameOf(path))).toEqual([]);
  expect(KEYS.length).toBeGreaterThan(80);
  expect(saidOf(WHOLE)).toBeUndefined();
});

test.each(KEYS.map(({ path, schema }) => [nameOf(path), path, schema] as const))(
  'what is said of a wrong value of %s is taken when it is followed',
  (_name, path, schema) => {
    const wrong = VALUES.filter((value) => !v.safeParse(schema, value).success);
    const refused = wrong
      .map((value) => put(WHOLE, path, value))
      .flatMap((content) => {
        const message = saidOf(content);
        return message === undefined ? [] : [{ content, message }];
      });

    expect(refused.length).toBeGreaterThan(0);
    for (const { content, message } of refused) {
      expect([message, saidOf(cured(content, message))]).toEqual([message, undefined]);
    }
  },
);

/** No default could be right for these; every other key has one. */
const WITHOUT_DEFAULT = [
  'bank bank.nameZh bank.nameEn bank.phone producers producers.0 producers.0.client producers.0.sources',
  'producers.1.principal producers.1.sources mail.name mail.address mail.makeIdentity push.applications',
  'push.applications.0 edge.domain edge.certificateArn edge.apiHost edge.requestsPerFiveMinutes',
].flatMap((keys) => keys.split(' '));

test('what is said of a key that is left out is taken when it is followed', () => {
  const named: string[] = [];
  for (const { path } of KEYS) {
    const last = path.at(-1);
    const content = typeof last === 'number' ? put(WHOLE, path.slice(0, -1), []) : put(WHOLE, path, undefined);
    const message = saidOf(content);
    if (message === undefined) continue;
    named.push(nameOf(path));
    expect([message, saidOf(cured(content, message))]).toEqual([message, undefined]);
  }

  expect(named).toEqual(expect.arrayContaining(WITHOUT_DEFAULT));
});

test.each([
  [{ mail: { name: 'x', makeIdentity: true } }, 'mail.address: is missing; write it like "notice@example.com"'],
  [{ push: [] }, 'push: got Array; write it like { "applications": ["GCM/ExampleBank"] }'],
  [{ push: {} }, 'push.applications: is missing; write it like ["GCM/ExampleBank"]'],
  [{ jurisdictions: 'CN' }, 'jurisdictions: got "CN"; write it like ["CN", "US", "UK"]'],
  [{ defaults: { timezone: 5 } }, 'defaults.timezone: got 5; write a name of the time zone database, such as "Asia/'],
  [{ sms: null }, 'sms: got null; write it like { "provider": "sns", '],
  [{ sms: { countries: [] } }, 'sms.countries: got Array; write it like { "CN": 30000, '],
  [{ sms: { countries: { FR: 'x' } } }, 'sms.countries.FR: got "x"; write a whole number from 0 to 10000000, such as'],
  [{ sms: { countries: { France: 1 } } }, 'countries.France: got "France"; write the country as ISO 3166-1 has it'],
  [{ pausedPurposes: 'survey' }, 'pausedPurposes: got "survey"; write it like ["survey"]'],
])('of %j is said what the key is like', (over, said) => {
  expect(saidOf(over)).toContain(said);
});
