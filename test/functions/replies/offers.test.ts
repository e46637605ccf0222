import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContactAbout } from '#domain/case/contacts/about.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import { makeOffer, type OfferInput } from '#domain/complaint/offers/make.ts';
import type { EntryDraft } from '#domain/effects.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { hashedId } from '#runtime/ids.ts';
import type { Item } from '#store/attributes.ts';
import { createAudit } from '#store/audit.ts';
import { complaintAdvance } from '#store/complaint-store.ts';
import { entryKey } from '#store/keys.ts';
import { createReader } from '#store/reader.ts';
import { complaintBook, complaintOf, moved } from '../../support/complaints/complaints.ts';
import { type Engine, startEngine } from '../../support/engine.ts';
import { caseName, type ReplyWorld, replyWorld } from '../../support/replies.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const cny = (minor: number) => ({ minor, currency: 'CNY' });
type Offered = { readonly number: string; readonly yuan?: number; readonly lasts?: number; readonly key?: Uint8Array };

/** A complaint with an open offer, and the question about it on the customer's number. */
async function offered(world: ReplyWorld, id: string, { number, yuan = 6_000, lasts = 3 * DAY, key }: Offered) {
  const now = world.now();
  const input: OfferInput = {
    terms: { kind: 'instalments', count: 6, amount: cny(yuan * 100) },
    expiresAt: now + lasts,
    caseId: `k-${id}`,
  };
  const by = { staff: 'h1', role: 'head' } as const;
  const own = key === undefined ? {} : { key };
  // Its first entry is the offer: nobody was assigned, and no clock was set.
  const { handler: _nobody, ...of } = complaintOf({
    id: `m-${id}`,
    version: 1,
    customerId: `u-${id}`,
    clocks: [],
    ...own,
  });
  const { next, entry } = moved(makeOffer(of, input, { now, by, book: complaintBook }));
  await world.bank(`u-${id}`, number);
  await complaint(world, next, entry);
  await asks(world, id, { number, about: { what: 'offer', offerId: `m-${id}.o1`, ...input } });
}

async function complaint(world: ReplyWorld, of: Complaint, made?: EntryDraft): Promise<void> {
  const entry = {
    type: 'complaint.received',
    actor: { kind: 'customer' },
    at: world.now(),
    facts: {},
    effects: [],
  } as const;
  const to = { next: { ...of, version: 1 }, entry: made === undefined ? entry : { ...made, effects: [] } };
  const advance = complaintAdvance(undefined, to);
  const result = await world.replies.store.ledger.commit({ advances: [advance] });
  expect(result.kind).toBe('committed');
}

async function asks(
  world: ReplyWorld,
  id: string,
  { number, about }: { readonly number: string; readonly about: ContactAbout },
): Promise<void> {
  const purpose = about.what === 'offer' ? 'negotiation_followup' : 'complaint_followup';
  await world.open({ id: `k-${id}`, customerId: `u-${id}`, purpose, kind: about.what, complaintId: `m-${id}`, about });
  const until = world.now() + 30 * DAY;
  const question = { token: '4K', caseId: `k-${id}`, attempt: 1, purpose, audience: 'customer' } as const;
  await world.point(await world.pointAt(number), {
    questions: [{ ...question, askedAt: world.now(), until }],
  });
}

const first = async (world: ReplyWorld, id: string) => (await world.complaint(`m-${id}`)).stored.state.offers[0];

test('accepted by text: case, complaint and number in one transaction, the words sealed in the agreement', async () => {
  const world = replyWorld(engine);
  await offered(world, 'yes', { number: '+8613800004101' });
  await world.type('+8613800004101', '4K1', { id: 'in-yes' });

  expect(await world.caseOf('k-yes')).toMatchObject({ status: 'RESOLVED' });
  const { stored, entries } = await world.complaint('m-yes');
  expect(stored.state).toMatchObject({
    offers: [{ state: 'ACCEPTED' }],
    agreements: [{ offerId: 'm-yes.o1', seq: 2 }],
  });
  const entry = entries.at(-1);
  expect(entry).toMatchObject({
    type: 'offer.accepted',
    facts: { inboundMessageId: 'in-yes', trust: 2, fromTail: '4101', offeredBy: 'h1' },
  });
  const { key } = await world.person('u-yes');
  expect(entry === undefined ? '' : await world.opened(key, entry)).toBe('4K1');
  expect((await world.number('+8613800004101')).questions).toEqual([]);
});

test('the words of an acceptance stand under the complaint’s own key where it has one', async () => {
  const world = replyWorld(engine);
  const own = await world.replies.store.newKey();
  await offered(world, 'own-key', { number: '+8613800004139', key: own });
  await world.type('+8613800004139', '4K1');

  const entry = (await world.complaint('m-own-key')).entries.at(-1);
  expect(entry?.type).toBe('offer.accepted');
  expect(entry === undefined ? '' : await world.opened(own, entry)).toBe('4K1');
});

const contactBy = (world: ReplyWorld, id: string, seq: number) =>
  world.replies.store.cases.load(hashedId(['contact', `m-${id}`, String(seq)]));

test('an agreement is confirmed at once by one text with its sum and reference, and by no other contact', async () => {
  const world = replyWorld(engine);
  await offered(world, 'written', { number: '+8613800004131' });
  await world.type('+8613800004131', '4K1');

  expect(await world.answered(caseName('k-written'))).toEqual([
    '【示例银行】您已同意方案：分6期还CNY 6000.00。协议编号m-written，请留存本短信。如有疑问请致电95500。',
  ]);
  expect(await contactBy(world, 'written', 2)).toBeUndefined();
});

test('where the automatic text comes too late, the agreement is confirmed by a contact of its own', async () => {
  const world = replyWorld(engine);
  await offered(world, 'later', { number: '+8613800004132' });
  await world.type('+8613800004132', '4K1', { at: world.now() - HOUR });

  expect(await world.answered(caseName('k-later'))).toEqual([]);
  expect((await contactBy(world, 'later', 2))?.state).toMatchObject({
    plan: { id: 'complaint-notice' },
    about: { what: 'agreed', offerId: 'm-later.o1' },
  });
});

test('an agreement whose terms were changed afterwards is found, and so is one whose words were', async () => {
  const world = replyWorld(engine);
  await offered(world, 'proved', { number: '+8613800004120' });
  await world.type('+8613800004120', '4K1');
  const reader = createReader(engine.client, engine.tableName);
  const verify = () => createAudit(reader).verify('complaint', 'm-proved');
  const item = (await reader.get(entryKey('CMP#m-proved', 2))) ?? {};
  const put = (change: Item) =>
    engine.client.send(new PutItemCommand({ TableName: engine.tableName, Item: { ...item, ...change } }));

  expect(await verify()).toEqual({ ok: true, entries: 2 });
  await put({ f: { S: (item['f']?.S ?? '').replace('6000.00', '600.00') } });
  expect(await verify()).toEqual({ ok: false, entries: 2, firstBad: 2 });
  await put({ s: { B: Uint8Array.of(1) } });
  expect(await verify()).toEqual({ ok: false, entries: 2, firstBad: 2 });
});

test('the same text told twice agrees once', async () => {
  const world = replyWorld(engine);
  await offered(world, 'twice', { number: '+8613800004102' });
  await world.type('+8613800004102', '4K1', { id: 'in-twice' });
  await world.type('+8613800004102', '4K1', { id: 'in-twice' });

  expect((await world.complaint('m-twice')).stored.state.agreements).toHaveLength(1);
});

test('other terms are read from the text, stand on the offer, and make a task of the department', async () => {
  const world = replyWorld(engine);
  await offered(world, 'counter', { number: '+8613800004103' });
  await world.type('+8613800004103', '每个月只能还800，分12期行吗');

  expect(await first(world, 'counter')).toMatchObject({
    state: 'COUNTERED',
    counter: { amount: cny(80_000), each: true, count: 12, seq: 2 },
  });
  expect(await world.answered(caseName('k-counter'))).toHaveLength(1);
});

test('declined, nothing more is sent', async () => {
  const world = replyWorld(engine);
  await offered(world, 'no', { number: '+8613800004104' });
  await world.type('+8613800004104', '4K2');

  expect((await first(world, 'no'))?.state).toBe('DECLINED');
  expect(await world.caseOf('k-no')).toMatchObject({ status: 'RESOLVED' });
  expect(await world.answered(caseName('k-no'))).toEqual([]);
});

test('after its end nothing is agreed: a task, and the person is told', async () => {
  const world = replyWorld(engine);
  await offered(world, 'late', { number: '+8613800004105', lasts: HOUR });
  world.later(2 * HOUR);
  await world.type('+8613800004105', '4K1');

  const { stored, entries } = await world.complaint('m-late');
  expect(stored.state).toMatchObject({ agreements: [], offers: [{ state: 'OPEN' }] });
  expect(entries.at(-1)?.type).toBe('offer.answered-late');
  expect(await world.answered(caseName('k-late'))).toContainEqual(expect.stringContaining('您的回复已转人工处理'));
});

test('what was received in time is agreed though it is read after the end', async () => {
  const world = replyWorld(engine);
  await offered(world, 'intime', { number: '+8613800004106', lasts: HOUR });
  const said = world.now() + HOUR - 1_000;
  world.later(2 * HOUR);
  await world.type('+8613800004106', '4K1', { at: said });

  expect((await first(world, 'intime'))?.state).toBe('ACCEPTED');
});

test('a sum above the confirming limit is not agreed by text: a person calls', async () => {
  const world = replyWorld(engine);
  await offered(world, 'large', { number: '+8613800004107', yuan: 60_000 });
  await world.type('+8613800004107', '4K1');

  expect((await first(world, 'large'))?.state).toBe('OPEN');
  expect(await world.caseOf('k-large')).toMatchObject({ status: 'HUMAN' });
});

test('another number than the one that was asked agrees to nothing', async () => {
  const world = replyWorld(engine);
  await offered(world, 'other', { number: '+8613800004108' });
  await world.type('+8613800004199', '4K1');

  expect((await first(world, 'other'))?.state).toBe('OPEN');
});

async function followedUp(world: ReplyWorld, id: string, number: string): Promise<void> {
  await world.bank(`u-${id}`, number);
  const now = world.now();
  await complaint(
    world,
    complaintOf({
      id: `m-${id}`,
      customerId: `u-${id}`,
      status: 'RESOLVED',
      clocks: [],
      resolvedAt: now - DAY,
      followUp: { plannedFor: now, caseId: `k-${id}` },
    }),
  );
  await asks(world, id, { number, about: { what: 'follow-up' } });
}

test('a good rating ends the complaint as satisfied', async () => {
  const world = replyWorld(engine);
  await followedUp(world, 'five', '+8613800004110');
  await world.type('+8613800004110', '5');

  expect((await world.complaint('m-five')).stored.state).toMatchObject({
    status: 'FOLLOWED_UP_SATISFIED',
    followUp: { rating: 5 },
  });
  expect(await world.caseOf('k-five')).toMatchObject({ status: 'RESOLVED' });
  expect(await world.answered(caseName('k-five'))).toEqual([]);
});

test.each([
  ['two', '+8613800004111', '2'],
  ['words', '+8613800004112', '不满意'],
])('a bad one (%s) opens it again, one stage higher', async (id, number, text) => {
  const world = replyWorld(engine);
  await followedUp(world, id, number);
  await world.type(number, text);

  expect((await world.complaint(`m-${id}`)).stored.state).toMatchObject({
    status: 'REOPENED',
    stage: 'MEDIATION',
    reopened: 1,
  });
});

test('a reply to a text that only tells rates nothing', async () => {
  const world = replyWorld(engine);
  await world.bank('u-told', '+8613800004113');
  await complaint(world, complaintOf({ id: 'm-told', customerId: 'u-told', status: 'RESOLVED', clocks: [] }));
  await asks(world, 'told', { number: '+8613800004113', about: { what: 'acknowledged' } });
  await world.type('+8613800004113', '1');

  expect((await world.complaint('m-told')).stored.state.status).toBe('RESOLVED');
});
