import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { queueClient } from '../../tools/running/clients.ts';
import { queuesOf } from '../../tools/running/queues.ts';
import { names } from '../../tools/stories/registry.ts';
import { allItems, command, deployed, helpOf, newCustomer } from '../support/deployed/stage.ts';
import { canaryRun } from '../support/proof/canary/run.ts';

const { stage, scene } = await deployed();
const isWhole = async (name: string): Promise<void> =>
  expect({ name, ...(await command('audit', 'verify', name)) }).toMatchObject({ name, exit: 0, json: { ok: true } });
/** A subject's key as it is wrapped; without it nothing sealed under it opens again. */
const WRAPPED_BYTES = 65;
const keysOf = async (id: string): Promise<number> =>
  (await allItems(stage))
    .filter(({ pk }) => pk?.S === `CUS#${id}`)
    .flatMap((item) => Object.values(item))
    .filter(({ B }) => B?.length === WRAPPED_BYTES).length;

test('names, numbers and words go in by every door, stand in the outgoing messages, and nowhere else in clear', async () => {
  const run = await canaryRun({ stage, scene });

  expect(run.failures).toEqual([]);
  expect(run.asked).toBeGreaterThan(70);
  expect(run.sinks).toMatchObject({ logs: expect.any(Number) as number, buckets: expect.any(Number) as number });
  for (const [sink, characters] of Object.entries(run.sinks)) {
    expect({ sink, isEmpty: characters < 100 }).toEqual({ sink, isEmpty: false });
  }
  for (const name of [`CUS#${run.bird.id}`, `CASE#${run.caseId}`, `CMP#${run.complaintId}`]) await isWhole(name);
});

test('a person is told all that is held of them, is erased for good, and every record still verifies', async () => {
  const { id, phone, record } = newCustomer('forgotten', { name: '南宫遗忘' });
  const kin = newCustomer('forgotten-kin');
  const contact = { id: 'forgotten-c1', name: '东方亲属', phone: kin.phone };
  const known = { relation: 'brother', order: 1, asOf: '2026-06-01T00:00:00Z', locale: 'zh-CN' };
  await scene.push(record, names({ id, name: '南宫遗忘', phone }, contact, known), helpOf(id, { note: '住院了' }));
  await scene.answer(phone, '我很安全，请勿挂念');
  const { id: caseId } = await scene.caseOf(id);

  const told = await command('subject', 'export', id);
  expect(told.exit).toBe(0);
  for (const held of ['南宫遗忘', phone, '住院了', '我很安全，请勿挂念', '我行收到您的求助'])
    expect({ held, told: JSON.stringify(told.json).includes(held) }).toEqual({ held, told: true });
  expect(JSON.stringify(told.json)).not.toContain('东方亲属');

  expect(await keysOf(id)).toBeGreaterThan(0);
  expect(await command('subject', 'erase', id)).toMatchObject({ exit: 0, json: { state: 'ERASED', numbers: 2 } });
  await scene.settled();
  expect((await command('subject', 'export', id)).exit).toBe(2);
  expect((await scene.registry.call(`/v1/customers/${id}`)).status).toBe(404);
  expect((await scene.registry.call(`/v1/customers/${id}`, { method: 'PUT', body: { name: '又来' } })).status).toBe(
    409,
  );
  const left = JSON.stringify(await scene.registry.ask(`/v1/cases/${caseId}`));
  expect(['住院了', '我很安全', '南宫'].filter((word) => left.includes(word))).toEqual([]);
  const before = (await scene.textsTo(phone)).length;
  await scene.until(Date.parse(await scene.now()) + 40 * 60_000);
  expect((await scene.textsTo(phone)).length).toBe(before);
  for (const name of [`CUS#${id}`, `CASE#${caseId}`]) await isWhole(name);
  expect(await keysOf(id)).toBe(0);
});

test('a dead letter is brought back to its queue and done, and the record verifies', async () => {
  const { id, record } = newCustomer('redriven');
  const { deadLetters } = await queuesOf(stage);
  const QueueUrl = deadLetters.find((url) => url.includes('IntakeEvents') && !url.includes('Bus'));
  const event = { specversion: '1.0', id: `${id}-dead`, source: 'urn:bank:core', type: `liaison.${record.type}.v1` };
  const MessageBody = JSON.stringify({ ...event, data: record.data });
  await queueClient(stage).send(new SendMessageCommand({ QueueUrl, MessageBody }));

  const lying = async (): Promise<string> => JSON.stringify((await command('dlq', 'list')).json);
  expect(await lying()).toContain('"Intake.Events"');
  expect(await command('dlq', 'redrive', 'Intake.Events')).toMatchObject({ exit: 0, json: { moved: 1, failed: 0 } });
  await scene.settled();

  expect(await lying()).not.toContain('"Intake.Events"');
  expect(await scene.registry.ask(`/v1/customers/${id}`)).toMatchObject({ customerId: id });
  await isWhole(`CUS#${id}`);
});
