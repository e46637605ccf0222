import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Noted } from '#domain/feedback/fact.ts';
import { rowsOf } from '#domain/feedback/report.ts';
import { DAY } from '#domain/time.ts';
import { chain, type Entry, GENESIS, toItem } from '#store/codecs/entry.ts';
import { packFacts, unpackFacts } from '#store/codecs/feed/facts.ts';
import { factReader, factWriter, subjectReader } from '#store/figures/figure-store.ts';
import { createReader } from '#store/reader.ts';
import { project } from '../../../functions/feedback/project.ts';
import { knownFrom, recount } from '../../../functions/feedback/recount.ts';
import { REPORTS } from '../../../functions/feedback/reports.contract.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { factsFrom } from '../../support/feedback/entries.ts';
import { lifeOf, livesOf } from '../../support/feedback/lives.ts';
import { meterUnits } from '../../support/table/units.ts';

const SPAN = { from: NOON - DAY, to: NOON + 30 * DAY };
/** None of these complains, nothing is taken out. */
const beside = { see: () => Promise.resolve(), keep: () => Promise.resolve() };
const FIGURES = Object.values(REPORTS).flatMap(({ figures }) => figures);

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const stored = (entries: readonly Noted[]): readonly Entry[] =>
  entries.map(({ aggregate, seq, ...draft }) => chain(draft, { aggregate, seq, previous: GENESIS }));

const put = async (entries: readonly Noted[]): Promise<void> => {
  for (const Item of stored(entries).map(toItem)) {
    await engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item }));
  }
};

test('AP-91 whom entries are about stands in the first entry', async () => {
  const entries = lifeOf(3);
  await put(entries);
  const store = subjectReader(createReader(engine.client, engine.tableName));
  const [first] = entries;
  const name = first?.aggregate ?? '';
  const subjects = await store.subjects([name, name, 'CUS#u1', 'PT#x', 'CASE#nobody']);
  expect(subjects.get(name)).toMatchObject({ customerId: 'customer-3', words: { department: 'fraud-desk' } });
  expect(subjects.get('CUS#u1')).toEqual({ customerId: 'u1', words: {} });
  expect(subjects.get('CASE#nobody')).toEqual({ matter: 'nobody', words: {} });
});

test('AP-90 AP-93 facts come back as they were, by their days', async () => {
  const facts = await factsFrom(lifeOf(1));
  expect(unpackFacts(packFacts(facts))).toEqual(facts);
  const fresh = await startEngine();
  await factWriter(fresh.client, fresh.tableName).write(facts);
  const reader = factReader(createReader(fresh.client, fresh.tableName));
  expect(await reader.facts(SPAN)).toEqual(facts);
  expect(await reader.facts({ from: NOON + 2 * DAY, to: NOON + 3 * DAY })).toEqual([]);
  await fresh.stop();
});

test('a hundred entries cost at most thirty write units', async () => {
  const fresh = await startEngine();
  const meter = meterUnits(fresh.client);
  const batch = stored(livesOf(120).slice(200, 300));
  const write = factWriter(fresh.client, fresh.tableName).write;
  const { units } = await meter.of(() => project(batch, { ...knownFrom(livesOf(120)), write, ...beside }));
  expect(batch).toHaveLength(100);
  expect(units.writes).toBeLessThanOrEqual(30);
  expect(units).toMatchObject({ writes: 2, requests: 1 });
  await fresh.stop();
});

const deliveries = fc.array(
  fc.record({ from: fc.nat(59), length: fc.integer({ min: 1, max: 60 }), crash: fc.boolean() }),
  { maxLength: 12 },
);

test('whatever is delivered twice, in part, in other batches, or cut off by a crash: figures equal a recount', async () => {
  const entries = livesOf(10);
  const expected = rowsOf(FIGURES, await factsFrom(entries), { zone: 'UTC' });
  await fc.assert(
    fc.asyncProperty(deliveries, async (again) => {
      const fresh = await startEngine();
      const { write } = factWriter(fresh.client, fresh.tableName);
      for (const { from, length, crash } of again) {
        const some = stored(entries.slice(from, from + length));
        const needs = { ...knownFrom(entries), ...beside, write: crash ? failingAfter(write) : write };
        await project(some, needs).catch(() => undefined);
      }
      await project(stored(entries), { ...knownFrom(entries), ...beside, write });
      const facts = await factReader(createReader(fresh.client, fresh.tableName)).facts(SPAN);
      expect(rowsOf(FIGURES, facts, { zone: 'UTC' })).toEqual(expected);
      expect((await recount(entries, facts)).differ).toEqual([]);
      await fresh.stop();
    }),
    { numRuns: 8 },
  );
});

/** The answer of the write is lost: it stands, and the batch comes again. */
const failingAfter =
  (write: ReturnType<typeof factWriter>['write']): typeof write =>
  async (facts) => {
    await write(facts);
    throw new Error('lost');
  };

test('a recount names the figures that say something else than the entries', async () => {
  const entries = livesOf(3);
  const facts = await factsFrom(entries);
  const without = facts.filter(({ what }) => what !== 'contact.accepted');
  expect((await recount(entries, without)).differ).toContainEqual({
    figure: 'contacts.value',
    counted: 0,
    recounted: 3,
  });
});
