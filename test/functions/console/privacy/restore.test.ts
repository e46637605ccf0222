import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOpen } from '#domain/words.ts';
import { createAudit } from '#store/audit.ts';
import { parseAggregateName } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { openedCase } from '../../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';
import { CONTACT_ERASE, ERASE, makeErasures, privacyOn } from '../../../support/privacy/desk.ts';
import { copyTable, itemsOf, readableIn } from '../../../support/privacy/readable.ts';
import { secretsOf, subjectOn } from '../../../support/privacy/subjects.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
beforeAll(async () => {
  engine = await startEngine();
  await makeErasures(engine);
  api = consoleOn(engine);
});
afterAll(() => engine.stop());

const REPLAY = 'POST /v1/erasures/replay';
const because = { body: { reason: '来函要求' } };

/** Records of a table that do not verify. */
async function brokenIn(table: string): Promise<readonly string[]> {
  const audit = createAudit(createReader(engine.client, table));
  const names = new Set((await itemsOf(engine, table)).map((item) => item['pk']?.S ?? ''));
  const broken: string[] = [];
  for (const name of names) {
    const of = parseAggregateName(name);
    const verified = of === undefined ? undefined : await audit.verify(of.kind, of.id);
    if (verified?.ok === false) broken.push(name);
  }
  return broken;
}

test('a restored backup is erased again by the list: nothing opens, every record verifies, who stays is readable', async () => {
  for (const id of ['61', '62', '63']) await subjectOn(engine, api.vault, { id });
  const restored = `${engine.tableName}-restored`;
  await copyTable(engine, restored);
  const today = privacyOn(engine, { vault: api.vault });
  await today.ask(ERASE, { customerId: 'u61' }, because);
  await today.ask(CONTACT_ERASE, { customerId: 'u62', contactId: 'k1' }, because);
  const gone = [...Object.values(secretsOf('61')).filter((one) => one !== 'u61'), secretsOf('62').kin];
  const stays = [secretsOf('62').name, secretsOf('63').name, secretsOf('63').kin, secretsOf('63').text];
  const found = async (secrets: readonly string[]) => {
    const text = await readableIn(engine, api.vault, restored);
    return secrets.filter((secret) => text.includes(secret));
  };
  expect(await found(gone)).toEqual(gone);

  const then = privacyOn(engine, { vault: api.vault, now: () => Date.parse('2026-07-01T00:00:00Z') }, restored);
  const told = await then.ask(REPLAY, {}, { body: {} });

  expect(told).toMatchObject({ status: 200, body: { replayed: 2, erasedAgain: 2, held: 0 } });
  expect(await found(gone)).toEqual([]);
  expect(await found(stays)).toEqual(stays);
  expect(await brokenIn(restored)).toEqual([]);
  const cases = await then.needs.cases.loadAll(['c61', 'c63']);
  expect(cases.map((one) => one !== undefined && isOpen(one.state.status))).toEqual([false, true]);
  expect((await then.needs.points.load(await api.vault.pointOf(secretsOf('61').phone)))?.state.optOut).toBeDefined();

  const again = await then.ask(REPLAY, {}, { body: {} });
  expect(again.body).toMatchObject({ replayed: 2, held: 0 });
  expect((await today.needs.list.get('u61'))?.at).toBe(Date.parse('2026-06-03T02:00:00Z'));
});

test('a court’s order that came with the restored record is obeyed, and told', async () => {
  await subjectOn(engine, api.vault, { id: '64' });
  const today = privacyOn(engine, { vault: api.vault });
  await today.ask('POST /v1/subjects/{customerId}/hold', { customerId: 'u64' }, because);
  const restored = `${engine.tableName}-held`;
  await copyTable(engine, restored);
  await today.ask('POST /v1/subjects/{customerId}/release', { customerId: 'u64' }, because);
  await today.ask(ERASE, { customerId: 'u64' }, because);

  const then = privacyOn(engine, { vault: api.vault }, restored);

  expect((await then.ask(REPLAY, {}, { body: {} })).body).toMatchObject({ held: 1 });
});

test('a backup of before their record came brings back words of staff: the list takes their key too', async () => {
  const records = recordsOn(engine, api.vault);
  await records.opened(openedCase({ id: 'early', customerId: 'u65' }));
  await api.ask('POST /v1/cases/{id}/close', { id: 'early' }, { as: agent, body: { reason: '客户来柜台' } });
  const restored = `${engine.tableName}-early`;
  await copyTable(engine, restored);
  await subjectOn(engine, api.vault, { id: '65' });
  await privacyOn(engine, { vault: api.vault }).ask(ERASE, { customerId: 'u65' }, because);
  const then = privacyOn(engine, { vault: api.vault }, restored);
  const keyOf = async () => (await then.needs.cases.load('early'))?.state.key;
  expect(await keyOf()).toBeDefined();

  expect((await then.ask(REPLAY, {}, { body: {} })).status).toBe(200);

  expect(await keyOf()).toBeUndefined();
});
