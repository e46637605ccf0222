import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Item, keyItem } from '#store/attributes.ts';
import { createAudit, firstFault } from '#store/audit.ts';
import { chain, type Entry, entryHash, fromItem, GENESIS, saysNoMore, toItem } from '#store/codecs/entry.ts';
import { packTexts } from '#store/codecs/packed-texts.ts';
import { complaintAdvance } from '#store/complaint-store.ts';
import { entryKey, snapshotKey } from '#store/keys.ts';
import { createReader, type Reader } from '#store/reader.ts';
import { NOON, openedCase } from '../support/cases.ts';
import { complaintOf } from '../support/complaints/complaints.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { ledgerOn } from '../support/ledgers.ts';
import { commitCase, givenCase, openingOf } from '../support/table/committed.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const reader = () => createReader(engine.client, engine.tableName);
const verify = (id: string, through: Reader = reader()) => createAudit(through).verify('case', id);

/** A case of five entries. */
async function given(id: string): Promise<void> {
  let stored = await givenCase(engine, { id });
  for (let n = 2; n <= 5; n += 1)
    stored = await commitCase(engine, stored, openingOf(openedCase({ id, mergedCount: n })));
}
const at = (id: string, seq: number) => entryKey(`CASE#${id}`, seq);
const read = async (id: string, seq: number): Promise<Item> => (await reader().get(at(id, seq))) ?? {};
const put = (item: Item) => engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item: item }));
const remove = (id: string, seq: number) =>
  engine.client.send(new DeleteItemCommand({ TableName: engine.tableName, Key: keyItem(at(id, seq)) }));

test('AP-44: a timeline that nobody touched is whole; one that was never written is no timeline', async () => {
  await given('whole');

  expect(await verify('whole')).toStrictEqual({ ok: true, entries: 5 });
  expect(await verify('never')).toBeUndefined();
});

test('a snapshot without entries is whole where it has not begun, and misses the first where it has', async () => {
  await put(keyItem(snapshotKey('case', 'counters')));
  await put({ ...keyItem(snapshotKey('case', 'bare')), v: { N: '1' } });

  expect(await verify('counters')).toEqual({ ok: true, entries: 0 });
  expect(await verify('bare')).toEqual({ ok: false, entries: 0, firstBad: 1 });
});

test('a changed entry is found, whatever of it was changed', async () => {
  const changes: Item[] = [
    { t: { S: 'case.closed' } },
    { ac: { S: '{"kind":"staff","id":"x"}' } },
    { at: { N: String(NOON + 1) } },
    { f: { S: '{"id":"other"}' } },
    { x: { S: '[{"do":"work","lane":"bulk"}]' } },
    { s: { B: Uint8Array.of(1) } },
    { p: { B: GENESIS } },
    { h: { B: GENESIS } },
    { f: { S: 'no json' } },
    { note: { S: 'written beside it' } },
    { z: { B: packTexts(['{"id":"other"}', '[]']) } },
  ];
  for (const [index, change] of changes.entries()) {
    const id = `changed-${index}`;
    await given(id);
    await put({ ...(await read(id, 3)), ...change });
    expect(await verify(id)).toEqual({ ok: false, entries: 5, firstBad: 3 });
  }
});

test('an entry that was made anew with a hash of its own is found by the one that follows', async () => {
  await given('forged');
  const { aggregate, seq, previous, ...draft } = fromItem(await read('forged', 3));

  await put(toItem(chain({ ...draft, facts: { id: 'other' } }, { aggregate, seq, previous })));

  expect(await verify('forged')).toEqual({ ok: false, entries: 5, firstBad: 4 });
});

test('a removed entry and a cut tail are found', async () => {
  await given('removed');
  await remove('removed', 2);
  await given('cut');
  for (const seq of [5, 4]) await remove('cut', seq);

  expect(await verify('removed')).toEqual({ ok: false, entries: 4, firstBad: 2 });
  expect(await verify('cut')).toEqual({ ok: false, entries: 3, firstBad: 4 });
});

test('entries that changed places are found', async () => {
  await given('order');
  const [second, third] = [await read('order', 2), await read('order', 3)];

  await put({ ...second, ...keyItem(at('order', 3)) });
  await put({ ...third, ...keyItem(at('order', 2)) });

  expect(await verify('order')).toEqual({ ok: false, entries: 5, firstBad: 2 });
});

test('an entry beyond the snapshot, a snapshot of another entry, and entries without a snapshot are found', async () => {
  await given('beyond');
  const last = fromItem(await read('beyond', 5));
  await put(toItem(chain(last, { aggregate: last.aggregate, seq: 6, previous: last.hash })));
  await given('head');
  const key = snapshotKey('case', 'head');
  await engine.client.send(
    new UpdateItemCommand({
      TableName: engine.tableName,
      Key: keyItem(key),
      UpdateExpression: 'SET hd = :h',
      ExpressionAttributeValues: { ':h': { B: GENESIS } },
    }),
  );
  await given('headless');
  await engine.client.send(
    new DeleteItemCommand({ TableName: engine.tableName, Key: keyItem(snapshotKey('case', 'headless')) }),
  );

  expect(await verify('beyond')).toEqual({ ok: false, entries: 6, firstBad: 6 });
  expect(await verify('head')).toEqual({ ok: false, entries: 5, firstBad: 5 });
  expect(await verify('headless')).toEqual({ ok: false, entries: 5, firstBad: 1 });
});

test('a snapshot that lost its version or its hash vouches for nothing', async () => {
  for (const [name, firstBad] of [
    ['v', 1],
    ['hd', 5],
  ] as const) {
    const id = `without-${name}`;
    await given(id);
    await engine.client.send(
      new UpdateItemCommand({
        TableName: engine.tableName,
        Key: keyItem(snapshotKey('case', id)),
        UpdateExpression: 'REMOVE #n',
        ExpressionAttributeNames: { '#n': name },
      }),
    );

    expect(await verify(id)).toEqual({ ok: false, entries: 5, firstBad });
  }
});

test('a large entry is packed and as sure as any other; with its plain form beside it, it is none', async () => {
  const id = 'packed';
  await given(id);
  const { aggregate, seq, previous, ...draft } = fromItem(await read(id, 5));
  const large = toItem(chain({ ...draft, facts: { text: 'x'.repeat(2_000) } }, { aggregate, seq, previous }));

  await put(large);
  expect(large).toHaveProperty('z');
  expect(await verify(id)).toEqual({ ok: false, entries: 5, firstBad: 5 });
  expect(saysNoMore(large)).toBe(true);
  expect(saysNoMore({ ...large, x: { S: '[]' } })).toBe(false);
  expect(saysNoMore({ ...large, f: { S: '{}' } })).toBe(false);
});

test('a writer who goes on during the walk is no fault', async () => {
  await given('busy');
  let reads = 0;
  const busy: Reader = {
    ...reader(),
    get: async (key) => {
      const item = await reader().get(key);
      reads += 1;
      const stored = { state: openedCase({ id: 'busy', version: 5 }), head: item?.['hd']?.B ?? GENESIS };
      if (reads === 1) await commitCase(engine, stored, openingOf(openedCase({ id: 'busy' })));
      return item;
    },
  };

  expect(await verify('busy', busy)).toEqual({ ok: true, entries: 6 });
});

const drafts = Array.from({ length: 8 }, (_, index) => ({
  type: `t${index}`,
  actor: { kind: 'customer' as const },
  at: index,
  facts: { index },
  effects: [],
}));
const chained = (): Entry[] =>
  drafts.reduce<Entry[]>((all, draft, index) => {
    const previous = all.at(-1)?.hash ?? GENESIS;
    return [...all, chain(draft, { aggregate: 'CASE#a', seq: index + 1, previous })];
  }, []);

test('whatever single entry is dropped, repeated or altered, the first bad one is named', () => {
  const entries = chained();
  const head = { version: 8, hash: entries.at(-1)?.hash ?? GENESIS };
  const fault = (of: readonly (Entry | undefined)[]) => firstFault('CASE#a', of, { before: head, after: head });
  fc.assert(
    fc.property(fc.nat({ max: 7 }), fc.constantFrom('drop', 'repeat', 'alter', 'unreadable'), (index, how) => {
      const entry = entries[index];
      if (entry === undefined) throw new Error('no entry');
      const altered: Record<typeof how, readonly (Entry | undefined)[]> = {
        drop: entries.toSpliced(index, 1),
        repeat: entries.toSpliced(index, 0, entry),
        alter: entries.with(index, { ...entry, facts: { index: -1 } }),
        unreadable: entries.map((one, place) => (place === index ? undefined : one)),
      };
      expect(fault(altered[how])).toBe(how === 'repeat' ? index + 2 : index + 1);
    }),
  );
  expect(fault(entries)).toBeUndefined();
});

const WRONG = { version: 3, hash: GENESIS };
const head = (of: readonly Entry[], version: number) => ({ version, hash: of[version - 1]?.hash ?? GENESIS });
const heads = (of: readonly Entry[], version: number) => ({ before: head(of, version), after: head(of, version) });
const fourth = (of: readonly Entry[], change: (entry: Entry) => Entry): Entry[] =>
  of.map((entry, index) => (index === 3 ? change(entry) : entry));
const hashed = (entry: Entry): Entry => ({ ...entry, hash: entryHash(entry) });
const numbered = (of: readonly Entry[]) => fourth(of, (entry) => hashed({ ...entry, seq: 9 }));
const uprooted = (of: readonly Entry[]) => fourth(of, (entry) => hashed({ ...entry, previous: GENESIS }));
const nameless = (of: readonly Entry[]) => fourth(of, (entry) => ({ ...entry, facts: { lone: '\ud800' } }));

test.each<[string, number | undefined, (entries: readonly Entry[]) => number | undefined]>([
  ['a chain of another aggregate', 1, (of) => firstFault('CASE#b', of, heads(of, 8))],
  ['a chain that begins in its middle', 1, (of) => firstFault('CASE#a', of.slice(1), heads(of, 7))],
  ['an entry that was numbered anew', 4, (of) => firstFault('CASE#a', numbered(of), heads(of, 8))],
  ['an entry that follows another', 4, (of) => firstFault('CASE#a', uprooted(of), heads(of, 8))],
  ['an entry that no hash can be made of', 4, (of) => firstFault('CASE#a', nameless(of), heads(of, 8))],
  ['a head that was another before', 3, (of) => firstFault('CASE#a', of, { ...heads(of, 8), before: WRONG })],
  ['a head that is another now', 3, (of) => firstFault('CASE#a', of, { before: undefined, after: WRONG })],
  ['an entry that no head promised', 8, (of) => firstFault('CASE#a', of, heads(of, 7))],
  ['a tail that was cut', 7, (of) => firstFault('CASE#a', of.slice(0, 6), heads(of, 8))],
  ['none while it grows', undefined, (of) => firstFault('CASE#a', of, { before: head(of, 6), after: head(of, 8) })],
])('in a timeline the first bad entry is named: %s', (_, expected, faultIn) => {
  expect(faultIn(chained())).toBe(expected);
});

test('a complaint whose snapshot names a handler whom no entry named is told, with the entry it contradicts', async () => {
  const { handler, ...of } = complaintOf({ id: 'cmp1', version: 1, clocks: [] });
  const said = { type: 'complaint.received', actor: { kind: 'customer' }, at: NOON, facts: {}, effects: [] } as const;
  const verifyComplaint = () => createAudit(reader()).verify('complaint', 'cmp1');

  await ledgerOn(engine).commit({ advances: [complaintAdvance(undefined, { next: of, entry: said })] });
  expect(await verifyComplaint()).toStrictEqual({ ok: true, entries: 1 });
  const snapshot = (await reader().get(snapshotKey('complaint', 'cmp1'))) ?? {};
  const forged = complaintAdvance(undefined, { next: { ...of, handler: handler ?? 'a1' }, entry: said });
  await put({ ...snapshot, ...forged.snapshot });

  expect(await verifyComplaint()).toStrictEqual({ ok: false, entries: 1, firstBad: 1, contradicts: ['handler'] });
  const { pk, sk } = snapshotKey('complaint', 'cmp1');
  await engine.client.send(new DeleteItemCommand({ TableName: engine.tableName, Key: keyItem({ pk, sk }) }));
  expect(await verifyComplaint()).toStrictEqual({ ok: false, entries: 1, firstBad: 1 });
});
