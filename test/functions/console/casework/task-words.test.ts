import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPerson } from '#domain/case/task.ts';
import { aggregateName, entryKey } from '#store/keys.ts';
import { NOON, openedCase } from '../../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../../support/console.ts';
import { type Engine, startEngine } from '../../../support/engine.ts';

let engine: Engine;
let api: ReturnType<typeof consoleOn>;
let records: ReturnType<typeof recordsOn>;
beforeAll(async () => {
  engine = await startEngine();
  api = consoleOn(engine);
  records = recordsOn(engine, api.vault);
  await records.customer();
});
afterAll(() => engine.stop());

const said = { type: 'reply.received', actor: { kind: 'customer' }, at: NOON, facts: {} } as const;

/** A text that gave the case to a person, and the id of the task that it made. */
async function heard(id: string, text: string): Promise<string> {
  await records.opened(openedCase({ id }));
  const key = (await api.needs.people.load('u1'))?.key ?? new Uint8Array();
  const sealed = await api.vault.seal(key, { ...entryKey(aggregateName('case', id), 2), attribute: 's' }, text);
  await records.moved(id, (of) => toPerson(of, { task: { kind: 'refresh' }, said }, NOON), sealed);
  return `${id}.t2`;
}
const opened = async (id: string) => (await api.ask('GET /v1/tasks/{id}', { id }, { as: agent })).body;
const phonesOf = async () =>
  (await api.needs.people.load('u1'))?.customer.state.phones.map(({ value }) => value.reveal()) ?? [];

test('a number that a text names is a lead on the task that the text made, and never on the record', async () => {
  const id = await heard('lead1', '打错了，他现在用138 0013 8000');
  const before = await phonesOf();

  expect(await opened(id)).toMatchObject({
    kind: 'refresh',
    lead: { number: '+8613800138000', heardAt: '2026-06-03T02:00:00Z' },
  });
  const list = await api.ask('GET /v1/tasks', {}, { as: agent, query: { caseId: 'lead1' } });
  expect(list.body['items']).toMatchObject([{ lead: { number: '+8613800138000' } }]);
  expect(await phonesOf()).toEqual(before);
  const notes = await api.needs.customerEntries('u1', 20);
  expect(notes.filter(({ type, facts }) => type === 'texts.read' && facts['of'] === 'lead1')).toHaveLength(1);
});

test.each([
  ['no number', '不认识这个人'],
  ['a number that rings nowhere', '打 12345678901 试试'],
  ['the number that is on record already', '我是 13900000001'],
])('a text with %s makes no lead, and nothing was read', async (what, text) => {
  const id = await heard(`none${what.length}`, text);

  expect(await opened(id)).not.toHaveProperty('lead');
  const notes = await api.needs.customerEntries('u1', 20);
  expect(notes.filter(({ facts }) => facts['of'] === `none${what.length}`)).toEqual([]);
});
