import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '#domain/time.ts';
import { NOON } from '../support/cases.ts';
import { helpRequested, knows, names, overdue } from '../support/pipeline/events.ts';
import { ask, caseNow, eventOf, push, queueEvent, textIn, wholeCase } from '../support/pipeline/people.ts';
import { type Pipeline, settle, startPipeline } from '../support/pipeline/pipeline.ts';
import { passTo } from '../support/pipeline/time.ts';

/** Words and numbers that occur nowhere else. */
const CANARY = {
  name: '甄金雀',
  kin: '甄黄莺',
  note: '金丝雀在煤矿里唱歌',
  reply: '我在医院，请告诉甄黄莺',
  phone: '+8619910007717',
  kinPhone: '+8619910007718',
  stranger: '+8619910007719',
} as const;
const WORDS = Object.values(CANARY).flatMap((word) => [word, word.replace('+86', ''), word.replace('+', '')]);

let of: Pipeline;
beforeAll(async () => {
  of = await startPipeline({ now: NOON });
  const { name, kin, note, phone, kinPhone, stranger, reply } = CANARY;
  await push(
    of,
    knows(of, { id: 'u1', phone, name }),
    names(of, 'u1', { id: 'k1', phone: kinPhone, name: kin, order: 1 }),
    helpRequested('u1', note),
    overdue(of, 'u1'),
  );
  await settle(of);
  textIn(of, phone, reply);
  textIn(of, stranger, `你好，${name}在吗`);
  textIn(of, phone, '你们这样催收我要投诉到银保监会');
  await settle(of);
  queueEvent(of, { ...eventOf(of, helpRequested('u1', note)), type: 'liaison.nothing.v1' });
  queueEvent(
    of,
    eventOf(of, {
      type: 'customer.upserted',
      data: { customerId: 'u1', name, phones: [{ number: `${phone}00000`, source: 'x' }] },
    }),
  );
  of.inbound('inbound', { originationNumber: phone, messageBody: note, inboundMessageId: '' });
  await settle(of);
  await passTo(of, of.now() + 40 * MINUTE);
  const { tasks } = await wholeCase(of, 'u1');
  for (const task of tasks) await ask(of, { method: 'POST', path: `/v1/tasks/${task.id}/claim`, body: {} });
  await ask(of, { method: 'POST', path: '/v1/lookup', body: { phone } });
  await ask(of, { path: `/v1/cases/${(await caseNow(of, 'u1')).id}` });
});
afterAll(() => of.stop());

const foundIn = (text: string): string[] => WORDS.filter((word) => text.includes(word));

test('the story really used every canary: they were typed, pushed, texted to, and shown to staff', async () => {
  const shown = JSON.stringify((await ask(of, { path: '/v1/customers/u1' })).body);
  const typed = of.queues.sent
    .filter(({ queue }) => queue === 'inbound' || queue === 'events')
    .map(({ body }) => body)
    .join('');

  expect(foundIn(shown)).toEqual(expect.arrayContaining([CANARY.name, CANARY.phone]));
  expect(foundIn(typed)).toEqual(expect.arrayContaining([CANARY.reply, CANARY.note]));
  expect(of.provider.texts.map((text) => text.to)).toContain(CANARY.phone);
});

test('the table holds personal data only sealed: no attribute and no key shows a canary, as text or as bytes', async () => {
  const { client, tableName } = of.engine;
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
  const bytes = Items.map((item) =>
    JSON.stringify(item, (_name, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
    ),
  );

  expect(Items.length).toBeGreaterThan(20);
  expect(foundIn(bytes.join('\n'))).toEqual([]);
});

test('no message we put on a queue and no notice shows a canary', () => {
  const ours = of.queues.sent.filter(({ queue }) => queue !== 'inbound' && queue !== 'events' && queue !== 'receipts');

  expect(ours.length).toBeGreaterThan(2);
  expect(foundIn(ours.map(({ body }) => body).join('\n'))).toEqual([]);
  expect(of.provider.published.length).toBeGreaterThan(0);
  expect(
    foundIn(of.provider.published.map((body) => decodeURIComponent(body.replaceAll('+', ' '))).join('\n')),
  ).toEqual([]);
});

test('no log line and no metric shows a canary', () => {
  expect(of.output()).toContain('"_aws"');
  expect(foundIn(of.output())).toEqual([]);
});

test('the provider is told a number and a text, and nothing more than the text needs', () => {
  for (const text of of.provider.texts) {
    expect(foundIn(text.text)).toEqual([]);
    expect(text.attemptId).toMatch(/^[\w.#-]+$/u);
  }
});

test('no answer to a bad request repeats what was wrong with it', async () => {
  const { status, body } = await push(of, {
    type: 'customer.upserted',
    data: { customerId: 'u1', name: CANARY.name, phones: [{ number: `${CANARY.phone}000`, source: 'x' }] },
  });

  expect(status).toBe(400);
  expect(foundIn(JSON.stringify(body))).toEqual([]);
});

test('texts to a contact person and to strangers carry no name, no account, no reason', () => {
  const others = of.provider.texts.filter((text) => text.to === CANARY.kinPhone || text.to === CANARY.stranger);

  expect(foundIn(others.map((text) => text.text).join(''))).toEqual([]);
});
