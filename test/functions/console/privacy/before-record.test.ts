import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailToSend } from '#channels/mail.ts';
import { customerId as customerIdOf } from '#domain/ids.ts';
import { DAY } from '#domain/time.ts';
import { createAudit } from '#store/audit.ts';
import { createReader } from '#store/reader.ts';
import { NOON } from '../../../support/cases.ts';
import { type As, admin, producer, recordsOn } from '../../../support/console.ts';
import { dispatchWorld } from '../../../support/dispatches.ts';
import { CONTACT_ERASE, type Desks, ERASE, EXPORT, openDesks, privacyOn } from '../../../support/privacy/desk.ts';
import { readableIn } from '../../../support/privacy/readable.ts';
import { subjectOn } from '../../../support/privacy/subjects.ts';
import { addressOf } from '../../../support/records.ts';

let { engine, api, desk } = {} as Desks;
beforeAll(async () => void ({ engine, api, desk } = await openDesks()));
afterAll(() => engine.stop());

const because = { body: { reason: '客户来函要求' } };
const web: As = { role: 'agent', departments: ['contact-centre'], staff: 'web-form' };
const post = async (body: object) => {
  const told = await api.ask('POST /v1/complaints', {}, { as: web, body: { channel: 'web', ...body } });
  expect(told.status).toBe(201);
  return String(told.body['id']);
};
const move = (id: string, name: string, body: object) =>
  api.ask(`POST /v1/complaints/{id}/${name}`, { id }, { as: admin, body });
const textsOf = async (id: string) => {
  const { body } = await api.ask('GET /v1/complaints/{id}', { id }, { as: admin });
  return (body['timeline'] as readonly { text?: string }[]).flatMap(({ text }) => text ?? []);
};
/** When no file has to be kept any more. */
const yearsLater = () => privacyOn(engine, { vault: api.vault, now: () => NOON + 6 * 365 * DAY });
const records = () => recordsOn(engine, api.vault);
const stored = async (id: string) => (await api.needs.complaints.load(id))?.state;

test('a complaint of somebody who comes on record only later holds their contacts from the first day of the record', async () => {
  const text = '我没有欠款，早就还清了，为什么还在催收，不要再打电话给我';
  const id = await post({ customerId: 'late1', text });
  const ended = await post({ customerId: 'late1', text: '转账迟迟没有到账' });
  await move(ended, 'withdraw', { reason: '已到账' });
  const record = { name: '王芳', phones: [{ number: '+8613900000777', source: 'contract' }], mails: [] };

  const put = await api.ask('PUT /v1/customers/{id}', { id: 'late1' }, { as: producer, body: record });

  expect(put.status).toBe(200);
  const { holds = [] } = (await api.needs.people.load('late1'))?.customer.state ?? {};
  expect(holds.map(({ rule, cause }) => [rule, cause])).toEqual([
    ['hold.complaint', id],
    ['hold.dispute', id],
  ]);
  await move(id, 'withdraw', { reason: '说清楚了' });
  expect((await api.needs.people.load('late1'))?.customer.state.holds).toEqual([]);
});

test('the decision on such a complaint is told by mail, in its own words', async () => {
  const id = await post({ customerId: 'late2', text: '收费不合理，我要投诉' });
  const address = 'late2@example.com';
  const mails = [addressOf(address, { point: await api.vault.pointOf(address), verifiedAt: NOON })];
  await records().customer({ id: customerIdOf('late2'), phones: [], mails });
  const decision = { decision: 'rejected', answer: '收费有合同依据', reason: '查过合同', closureCode: 'fee-due' };
  await move(id, 'decide', decision);
  const { body } = await api.ask('GET /v1/cases', {}, { as: admin, query: { customerId: 'late2' } });
  const notice = (body['items'] as readonly { id: string; kind: string }[]).find(({ kind }) => kind === 'decided');
  const world = dispatchWorld(engine);
  const taken: MailToSend[] = [];

  await world.work(`CASE#${notice?.id ?? ''}`, {
    ...world.needs,
    settings: { ...world.needs.settings, channelsOn: ['sms', 'mail', 'call'] },
    mail: { send: (mail) => Promise.resolve({ kind: 'ACCEPTED', messageId: `m-${taken.push(mail)}` }) },
  });

  expect(taken.map(({ text }) => text.reveal().includes(decision.answer))).toEqual([true]);
});

test('erased, its words are gone like all the others, and its record still verifies', async () => {
  const id = await post({ customerId: 'late3', text: '甄金雀来投诉收费不合理' });
  await records().customer({ id: customerIdOf('late3') });
  await move(id, 'note', { text: '甄黄莺的备注' });
  await move(id, 'withdraw', { reason: '甄孔雀收回' });
  expect(await textsOf(id)).toHaveLength(3);

  const told = await yearsLater().ask(ERASE, { customerId: 'late3' }, because);

  expect(told).toMatchObject({ status: 200, body: { state: 'ERASED' } });
  const after = await readableIn(engine, api.vault);
  expect(['甄金雀', '甄黄莺', '甄孔雀'].filter((word) => after.includes(word))).toEqual([]);
  expect([(await stored(id))?.key, await textsOf(id)]).toEqual([undefined, []]);
  expect((await createAudit(createReader(engine.client, engine.tableName)).verify('complaint', id))?.ok).toBe(true);
});

test('what stands under the customer’s key and what stands under the complaint’s own is read and exported alike', async () => {
  const id = await post({ customerId: 'late4', text: '还不上钱，希望分期还款' });
  await records().customer({ id: customerIdOf('late4') });
  await move(id, 'note', { text: '再说一次' });

  expect(await textsOf(id)).toEqual(['还不上钱，希望分期还款', '再说一次']);
  const document = JSON.stringify((await desk.ask(EXPORT, { customerId: 'late4' }, because)).body);
  expect(['希望分期还款', '再说一次'].filter((words) => !document.includes(words))).toEqual([]);
});

test('whoever was erased gets no file again: their complaint is taken down as that of somebody nobody knows', async () => {
  const { customerId } = await subjectOn(engine, api.vault, { id: '2002' });
  await desk.ask(ERASE, { customerId }, because);

  const id = await post({ channel: 'phone', customerId, text: '你们还在收费，我要投诉' });

  const of = await stored(id);
  expect([of?.status, of?.customerId]).toEqual(['RECEIVED', undefined]);
  expect(await textsOf(id)).toEqual(['你们还在收费，我要投诉']);
  expect(await desk.ask(ERASE, { customerId }, because)).toMatchObject({ status: 200, body: { state: 'ERASED' } });
});

test('what an emergency contact complains of goes with them, and the customer stays', async () => {
  const { customerId, kinPhone } = await subjectOn(engine, api.vault, { id: '2005' });
  const id = await post({ channel: 'phone', phone: kinPhone, text: '你们骚扰我，我要投诉' });
  await move(id, 'withdraw', { reason: '说清楚了' });
  expect(await textsOf(id)).toHaveLength(2);

  const told = await yearsLater().ask(CONTACT_ERASE, { customerId, contactId: 'k1' }, because);

  expect(told).toMatchObject({ status: 200, body: { state: 'ERASED' } });
  expect(await textsOf(id)).toEqual([]);
  expect(await desk.needs.people.load(customerId)).toBeDefined();
});
