import { gzipSync } from 'node:zlib';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Noted } from '#domain/feedback/fact.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { chain, type Entry, GENESIS, toItem } from '#store/codecs/entry.ts';
import { exportedLine } from '#store/codecs/feed/exported.ts';
import { factReader, factWriter, subjectReader } from '#store/figures/figure-store.ts';
import { createReader } from '#store/reader.ts';
import { s3Bucket } from '#store/witness/bucket.ts';
import { exportedDays } from '#store/witness/exported-days.ts';
import { factsOfAll } from '../../../functions/feedback/project.ts';
import { recountDay } from '../../../functions/feedback/recount-day.ts';
import { NOON } from '../../support/cases.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { livesOf } from '../../support/feedback/lives.ts';
import { type FakeS3, startS3 } from '../../support/feedback/s3.ts';
import { meterUnits, type UnitMeter } from '../../support/table/units.ts';

/** Lives that begin on 3 June and close a week later. */
const LIVES = livesOf(30);
let engine: Engine;
let s3: FakeS3;
let meter: UnitMeter;
beforeAll(async () => {
  [engine, s3] = await Promise.all([startEngine(), startS3()]);
  process.env['AWS_ENDPOINT_URL_S3'] = s3.endpoint;
  meter = meterUnits(engine.client);
  for (const Item of stored(LIVES).map(toItem))
    await engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item }));
  await factWriter(engine.client, engine.tableName).write(await factsOfAll(LIVES, subjects()));
});
afterAll(async () => {
  s3.stop();
  await engine.stop();
});

const stored = (entries: readonly Noted[]): readonly Entry[] =>
  entries.map(({ aggregate, seq, ...draft }) => chain(draft, { aggregate, seq, previous: GENESIS }));
const linesOf = (entries: readonly Noted[]): string => stored(entries).map(exportedLine).join('\n');
const reader = () => createReader(engine.client, engine.tableName);
const subjects = () => subjectReader(reader());

const atNight = (now = NOON + DAY) =>
  recountDay({
    ...subjects(),
    ...factReader(reader()),
    ...exportedDays(
      s3Bucket(
        () => engine.client.config,
        () => 'entries',
      ),
    ),
    now: () => now,
    wallNow: () => now,
  });

test('figures of yesterday equal a recount of what left the table, packed or not, kept twice or once', async () => {
  const half = LIVES.length / 2;
  s3.put('entries/dt=2026-06-03/one.gz', gzipSync(linesOf(LIVES.slice(0, half))));
  s3.put('entries/dt=2026-06-04/two', linesOf(LIVES.slice(half - 20)));
  meter.reset();

  const found = await atNight();

  const ofDay = LIVES.filter(({ at }) => at < Math.floor((NOON + DAY) / DAY) * DAY);
  expect(found.differ).toEqual([]);
  expect(found.lines).toBeGreaterThan(ofDay.length);
  expect(found.facts).toBeGreaterThan(100);
  expect(meter.spent().writes).toBe(0);
});

test('a fact that nobody exported, and a line that nobody counted, are named with both numbers', async () => {
  const [first] = LIVES;
  const forged = { what: 'contact.accepted', at: NOON + HOUR, of: 'CASE#x', seq: 9, index: 0, words: {} };
  await factWriter(engine.client, engine.tableName).write([forged]);
  const extra = { ...first, aggregate: 'CASE#uncounted' } as Noted;
  s3.put('entries/dt=2026-06-04/three', linesOf([extra]));

  const { differ } = await atNight();

  expect(differ).toContainEqual({ figure: 'contacts.value', counted: 31, recounted: 30 });
  expect(differ).toContainEqual({ figure: 'cases-opened.value', counted: 30, recounted: 31 });
});

test('a day of which nothing was counted and nothing left the table agrees', async () => {
  expect(await atNight(NOON - 10 * DAY)).toEqual({ lines: 0, facts: 0, differ: [] });
});
