import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudit } from '#store/audit.ts';
import { createReader } from '#store/reader.ts';
import { openedCase } from '../../../support/cases.ts';
import { agent, consoleOn, recordsOn } from '../../../support/console.ts';
import { type Desks, ERASE, EXPORT, openDesks } from '../../../support/privacy/desk.ts';
import { subjectOn } from '../../../support/privacy/subjects.ts';

let { engine, api, desk } = {} as Desks;
beforeAll(async () => void ({ engine, api, desk } = await openDesks()));
afterAll(() => engine.stop());

const BEFORE = '客户来柜台，未带证件';
const AFTER = '证件已核对';
const because = { body: { reason: '客户来函要求' } };

/** A case of a customer nobody knows yet. */
const opened = (id: string, customerId: string) => recordsOn(engine, api.vault).opened(openedCase({ id, customerId }));
const staff = (route: string, id: string, reason: string) =>
  api.ask(`POST /v1/cases/{id}/${route}`, { id }, { as: agent, body: { reason } });
const told = async (id: string, by = agent) =>
  (await api.ask('GET /v1/cases/{id}', { id }, { as: by })).body['timeline'] as readonly { text?: string }[];
const textsOf = async (id: string) => (await told(id)).flatMap(({ text }) => text ?? []);
const whole = async (id: string) => api.needs.cases.whole(id);
const typesOf = async (id: string) => (await whole(id))?.entries.map(({ type }) => type);
const keyOf = async (id: string) => (await whole(id))?.stored.state.key;
const verified = async (id: string) =>
  (await createAudit(createReader(engine.client, engine.tableName)).verify('case', id))?.ok;

test('what staff write of a customer nobody knows is sealed under a key of the case, and told to who may read it', async () => {
  await opened('w1', 'nobody1');

  expect(await staff('hold', 'w1', BEFORE)).toMatchObject({ status: 200, body: { status: 'HELD' } });
  const sealed = (await whole('w1'))?.entries.at(-1)?.sealed ?? new Uint8Array();
  expect(sealed.length).toBeGreaterThan(BEFORE.length);
  expect(Buffer.from(sealed).toString('utf8')).not.toContain(BEFORE);
  expect(await textsOf('w1')).toEqual([BEFORE]);
});

test('who reads it is on the record of the case, once for each reader of the hour', async () => {
  await opened('w2', 'nobody2');
  await staff('hold', 'w2', BEFORE);
  await told('w2');
  await told('w2');
  await told('w2', { ...agent, staff: 'wu.di' });

  expect(await typesOf('w2')).toEqual(['case.opened', 'case.held', 'texts.read', 'texts.read']);
  expect(await verified('w2')).toBe(true);
});

test('where it cannot be noted who reads, because the case moves, nothing is told', async () => {
  await opened('w8', 'nobody8');
  await staff('hold', 'w8', BEFORE);
  const busy = consoleOn(engine, { needs: { ...api.needs, move: () => Promise.resolve('stale') } });

  expect(await busy.ask('GET /v1/cases/{id}', { id: 'w8' }, { as: agent })).toMatchObject({
    status: 503,
    body: { code: 'store.conflict' },
  });
});

test('a case that has ended takes words as well', async () => {
  await opened('w3', 'nobody3');
  await staff('close', 'w3', BEFORE);

  expect(await textsOf('w3')).toEqual([BEFORE]);
});

test('about somebody who was erased no words are kept, on whatever case', async () => {
  const { customerId } = await subjectOn(engine, api.vault, { id: '4' });
  await desk.ask(ERASE, { customerId }, because);
  await opened('w4', customerId);

  expect(await staff('hold', 'w4', BEFORE)).toMatchObject({ status: 200, body: { status: 'HELD' } });
  expect([await keyOf('w4'), await textsOf('w4')]).toEqual([undefined, []]);
  expect((await whole('w4'))?.entries.at(-1)).not.toHaveProperty('sealed');
});

test('who becomes known while words are written has them under their own key', async () => {
  await opened('w7', 'u7');
  const known = { done: false };
  const late = consoleOn(engine, {
    needs: {
      ...api.needs,
      unknownStands: async (id) => {
        const stands = await api.needs.unknownStands(id);
        if (!known.done) await subjectOn(engine, api.vault, { id: '7' });
        known.done = true;
        return stands;
      },
    },
  });
  await late.ask('POST /v1/cases/{id}/hold', { id: 'w7' }, { as: agent, body: { reason: AFTER } });

  expect([await keyOf('w7'), await textsOf('w7')]).toEqual([undefined, [AFTER]]);
});

test('once the customer is known, both are told and exported; erased, both are gone, and the chain stands', async () => {
  await opened('w5', 'u5');
  await staff('hold', 'w5', BEFORE);
  const { customerId } = await subjectOn(engine, api.vault, { id: '5' });
  await staff('resume', 'w5', AFTER);

  expect(await textsOf('w5')).toEqual([BEFORE, AFTER]);
  expect(await typesOf('w5')).not.toContain('texts.read');
  const document = JSON.stringify((await desk.ask(EXPORT, { customerId }, because)).body);
  expect([BEFORE, AFTER].filter((words) => !document.includes(words))).toEqual([]);

  expect(await desk.ask(ERASE, { customerId }, because)).toMatchObject({ status: 200, body: { cases: 2 } });
  expect((await whole('w5'))?.stored.state).toMatchObject({ status: 'CLOSED' });
  expect([await keyOf('w5'), await textsOf('w5'), await verified('w5')]).toEqual([undefined, [], true]);
  expect((await typesOf('w5'))?.at(-1)).toBe('case.closed');
});

test('of a case that had ended the key goes with its customer too', async () => {
  await opened('w6', 'u6');
  await staff('close', 'w6', BEFORE);
  const { customerId } = await subjectOn(engine, api.vault, { id: '6' });
  await desk.ask(ERASE, { customerId }, because);

  expect((await typesOf('w6'))?.at(-1)).toBe('case.words-erased');
  expect([await keyOf('w6'), await textsOf('w6'), await verified('w6')]).toEqual([undefined, [], true]);
});
