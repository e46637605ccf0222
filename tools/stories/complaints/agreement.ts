import { strict as assert } from 'node:assert';
import { castOf, type Lang, type Person, type Setting, settings } from '../cast.ts';
import { knows } from '../registry.ts';
import type { Scene } from '../scene.ts';
import { type Out, type Teller, tellerOf } from '../teller.ts';
import { tellTexts } from '../telling.ts';
import { type ComplaintSeen, complaintOf, offer, read, takeDown, tellComplaint, tokenTo, verified } from './desk.ts';
import { pass, untilHour } from './morning.ts';

/**
 * S3. A customer cannot pay as agreed. An agent offers instalments by text; the customer answers with terms of their own.
 * The next offer is above the agent's authority: no text before a supervisor approves it. It is accepted by text, with
 * its token, and stands as an agreement whose record is verified. Another customer answers after the end: refused.
 */
export async function playAgreement(scene: Scene, lang: Lang, out: Out): Promise<void> {
  const story = await setUp(scene, lang, out);
  await counter(story);
  await approval(story);
  await acceptance(story);
  await tooLate(story);
}

interface Story {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly teller: Teller;
  readonly words: (typeof words)[Lang];
  readonly debtor: Person;
  readonly late: Person;
  readonly complaintId: string;
}

const words = {
  zh: {
    heading: 'S3 · 协商：方案、短信还价、超权限报批、短信同意、协议可验证；另一位逾期答复被拒（中文）',
    people: ['何平', '冯雪'],
    complaint: '我失业了，贷款这个月还不上，对你们的催收很不满，要求协商分期还款',
    counter: '太多了，我每月只能还500元',
    waits: '超出坐席权限，等待主管批准；未发短信',
    late: '同意',
    closed: '方案已过期：答复不生效，转人工',
  },
  en: {
    heading:
      'S3 · negotiation: an offer, a counter by text, approval above authority, accepted by text, a record that verifies',
    people: ['Holly Park', 'Fay Snow'],
    complaint:
      'I complain about your collectors: I lost my job and cannot pay the loan this month, I ask for instalments',
    counter: 'too much, I can only pay $100 a month',
    waits: 'above the agent’s authority, a supervisor has to approve; no text',
    late: 'yes I agree',
    closed: 'the offer had ended: the answer changes nothing, a person reads it',
  },
} as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const sums = {
  zh: { small: '6000.00', large: '24000.00', currency: 'CNY' },
  en: { small: '1200.00', large: '6600.00', currency: 'USD' },
} as const;

async function setUp(scene: Scene, lang: Lang, out: Out): Promise<Story> {
  const setting = settings[lang];
  const said = words[lang];
  const teller = tellerOf(lang, out);
  await untilHour(scene, setting, { hour: 10 });
  const asOf = await scene.now();
  const cast = castOf(lang, 's3', Date.parse(asOf));
  const debtor = cast('debtor', said.people[0], 6);
  const late = cast('late', said.people[1], 7);
  teller.heading(said.heading);
  await scene.push(knows(debtor, setting, asOf), knows(late, setting, asOf));
  const complaintId = await takeDown(scene.registry, {
    channel: 'phone',
    customerId: debtor.id,
    text: said.complaint,
  });
  teller.line('called', `${debtor.phone}  ${said.complaint}`);
  await scene.settled();
  return { scene, setting, teller, words: said, debtor, late, complaintId };
}

/** The department that has the complaint, and two people of it. */
async function deskOf({ scene, complaintId }: Pick<Story, 'scene' | 'complaintId'>) {
  const { department } = await read(scene.registry, complaintId);
  return {
    agent: scene.staff(department, { name: 'agent-lin' }),
    supervisor: scene.staff(department, { role: 'supervisor', name: 'supervisor-mo' }),
  };
}

const instalments = (amount: string, currency: string, count: number) => ({
  kind: 'instalments',
  count,
  amount: { amount, currency },
});

async function made(story: Story, terms: object, days = 5): Promise<{ offerId: string; state: string }> {
  const { scene, teller, complaintId } = story;
  const { agent } = await deskOf(story);
  const expiresAt = new Date(Date.parse(await scene.now()) + days * DAY).toISOString();
  const result = await offer(agent, complaintId, { terms, expiresAt });
  teller.line('decided', `${result.offerId}  ${result.state}  ${JSON.stringify(terms)}`);
  await scene.settled();
  return result;
}

/** A first offer, within the agent's authority; the customer names other terms. */
async function counter(story: Story): Promise<void> {
  const { scene, setting, teller, words: said, debtor, complaintId } = story;
  const { small, currency } = sums[setting.lang];
  const { offerId, state } = await made(story, instalments(small, currency, 6));
  assert.equal(state, 'OPEN');
  const texts = await scene.textsTo(debtor.phone);
  tellTexts(teller, texts);
  assert.ok(texts.length > 0, 'the offer is texted');
  await answer(story, debtor, said.counter);
  const { offers } = await read(scene.registry, complaintId);
  assert.equal(offers.find(({ id }) => id === offerId)?.state, 'COUNTERED');
}

/** Above authority: nothing goes out before another person approves. */
async function approval(story: Story): Promise<void> {
  const { scene, setting, teller, words: said, debtor, complaintId } = story;
  const { large, currency } = sums[setting.lang];
  const before = (await scene.textsTo(debtor.phone)).length;
  const { offerId, state } = await made(story, instalments(large, currency, 48));
  assert.equal(state, 'AWAITING_APPROVAL');
  assert.equal((await scene.textsTo(debtor.phone)).length, before, 'no text before the approval');
  teller.line('decided', `${offerId}  ${said.waits}`);
  const { supervisor } = await deskOf(story);
  await supervisor.ask(`/v1/complaints/${complaintId}/offers/${offerId}/approve`, { method: 'POST', body: {} });
  await scene.settled();
  const texts = (await scene.textsTo(debtor.phone)).slice(before);
  assert.equal(texts.length, 1, 'approved, it is texted once');
  tellTexts(teller, texts);
}

async function acceptance(story: Story): Promise<void> {
  const { scene, setting, teller, debtor, complaintId } = story;
  const before = (await scene.textsTo(debtor.phone)).length;
  await answer(story, debtor, `${await tokenTo(scene, debtor.phone)}1`);
  const written = (await scene.textsTo(debtor.phone)).slice(before);
  assert.ok(
    written.length === 1 && written[0]?.body.includes(sums[setting.lang].large) === true,
    'confirmed once, with its sum',
  );
  tellTexts(teller, written);
  const complaint = await read(scene.registry, complaintId);
  const [agreement] = complaint.agreements;
  assert.ok(agreement !== undefined, 'the acceptance stands as an agreement');
  assert.deepEqual(
    complaint.offers.map(({ state }) => state),
    ['COUNTERED', 'ACCEPTED'],
  );
  teller.line('recorded', JSON.stringify(agreement));
  tellComplaint(teller, complaint);
  teller.line('decided', `audit verify ${complaintId}  ok  ${await verified(scene, complaintId)}`);
}

/** Another customer, another offer, and an answer after its end. */
async function tooLate(story: Story): Promise<void> {
  const { scene, setting, teller, words: said, late } = story;
  const { small, currency } = sums[setting.lang];
  const complaintId = await takeDown(scene.registry, {
    channel: 'phone',
    customerId: late.id,
    text: said.complaint,
  });
  await scene.settled();
  const theirs = { ...story, complaintId };
  await made(theirs, instalments(small, currency, 6), 1);
  const token = await tokenTo(scene, late.phone);
  await pass(scene, DAY + HOUR);
  await answer(theirs, late, `${token}1 ${said.late}`);
  const complaint: ComplaintSeen = await complaintOf(scene, late);
  assert.deepEqual([complaint.offers.map(({ state }) => state), complaint.agreements], [['EXPIRED'], []]);
  teller.line('decided', said.closed);
  tellComplaint(teller, complaint);
}

async function answer({ scene, teller }: Story, from: Person, body: string): Promise<void> {
  teller.line('answered', `${from.phone}  ${body}`);
  await scene.answer(from.phone, body);
}
