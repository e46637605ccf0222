import { strict as assert } from 'node:assert';
import { castOf, type Lang, type Person, type Setting, settings } from '../cast.ts';
import { knows } from '../registry.ts';
import type { Scene, Told } from '../scene.ts';
import { type Out, type Teller, tellerOf } from '../teller.ts';
import { tellTexts, tellTimeline } from '../telling.ts';
import { type ComplaintSeen, complaintOf, figure, move, takeDown, tellComplaint, tokenTo } from './desk.ts';
import { untilHour } from './morning.ts';

/**
 * S5. A debt is ninety days old: the customer is invited to negotiate, before anybody speaks of a court. They complain
 * instead, on the phone: the offer of mediation, due three days later, is withheld (`hold.complaint`). The bank finds its
 * own mistake and the account clears. The complaint is resolved; asked the next morning, the customer is not content: it
 * is reopened one stage higher, by another handler, with its first receipt date. Resolved again, they are content.
 */
export async function playCourt(scene: Scene, lang: Lang, out: Out): Promise<void> {
  const story = await setUp(scene, lang, out);
  const complaint = await complain(story);
  await withheld(story);
  await corrected(story);
  await resolve(story, { complaint, handler: 'agent-first' });
  const again = await notContent(story, complaint);
  await resolve(story, { complaint: again, handler: 'agent-second' });
  await content(story, complaint);
}

interface Story {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly teller: Teller;
  readonly words: (typeof words)[Lang];
  readonly debtor: Person;
  readonly before: { readonly reopened: number; readonly satisfied: number };
}

const words = {
  zh: {
    heading: 'S5 · 诉前：邀请协商，投诉期间调解与通知暂缓；回访不满意，升级重办；再回访满意（中文）',
    name: '高远',
    complaint: '我要投诉：每月都按时还款，你们却说我逾期九十天，账目弄错了',
    answer: '已核对账目，利息计算有误，已更正',
    rootCause: '利息计算错误',
    unhappy: '不满意',
    waits: '投诉未结：调解到期，暂缓发出',
    cleared: '核实有误，账户更正：不再进入诉前程序',
    reopened: '升级一级、换人办理、沿用首次受理时间',
    figures: '报表：重办、满意',
  },
  en: {
    heading:
      'S5 · before court: an invitation; steps withheld while a complaint is open; not content, reopened higher; content',
    name: 'Gale Yuan',
    complaint:
      'I want to complain: I pay every month on time and you say I am ninety days overdue, your figures are wrong',
    answer: 'We have checked the account: the interest was wrong and is corrected',
    rootCause: 'wrong interest',
    unhappy: 'not satisfied',
    waits: 'a complaint is open: mediation is due and withheld',
    cleared: 'the bank was wrong, the account is corrected: no more of courts',
    reopened: 'one stage higher, another handler, the first receipt date',
    figures: 'figures: reopened, satisfied',
  },
} as const;

const accountOf = ({ phone }: Person): string => `63${phone.replace('+', '').slice(-11).padStart(14, '0')}`;

/** The account as the bank sees it: ninety-one days past due, or nothing. */
function owing(person: Person, { currency }: Setting, at: { asOf: string; sequence: number; cleared?: true }): Told {
  const isCleared = at.cleared === true;
  return {
    type: isCleared ? 'account.overdue-cleared' : 'account.overdue-flagged',
    data: {
      accountId: accountOf(person),
      customerId: person.id,
      overdueAmount: { amount: isCleared ? '0.00' : '2600.00', currency },
      daysPastDue: isCleared ? 0 : 91,
      sequence: at.sequence,
      asOf: at.asOf,
    },
  };
}

async function setUp(scene: Scene, lang: Lang, out: Out): Promise<Story> {
  const setting = settings[lang];
  const said = words[lang];
  const teller = tellerOf(lang, out);
  await untilHour(scene, setting, { hour: 10 });
  const asOf = await scene.now();
  const debtor = castOf(lang, 's5', Date.parse(asOf))('debtor', said.name, 9);
  teller.heading(said.heading);
  await scene.push(knows(debtor, setting, asOf));
  const told = owing(debtor, setting, { asOf, sequence: 1 });
  teller.line('pushed', `liaison.${told.type}.v1  ${JSON.stringify(told.data)}`);
  await scene.push(told);
  const texts = await scene.textsTo(debtor.phone);
  assert.equal(texts.length, 1, 'the customer is invited to negotiate');
  tellTexts(teller, texts);
  const before = {
    reopened: await figure(scene, 'complaints', 'reopened'),
    satisfied: await figure(scene, 'complaints', 'satisfied'),
  };
  return { scene, setting, teller, words: said, debtor, before };
}

async function complain(story: Story): Promise<ComplaintSeen> {
  const { scene, teller, words: said, debtor } = story;
  await takeDown(scene.registry, { channel: 'phone', customerId: debtor.id, text: said.complaint });
  await scene.settled();
  teller.line('called', `${debtor.phone}  ${said.complaint}`);
  const complaint = await complaintOf(scene, debtor);
  assert.equal(complaint.status, 'RECEIVED');
  tellComplaint(teller, complaint);
  return complaint;
}

/** Three days on mediation would be offered, seven days on notice be given: nothing goes out. */
async function withheld(story: Story): Promise<void> {
  const { scene, setting, teller, words: said, debtor } = story;
  const before = (await scene.textsTo(debtor.phone)).length;
  await untilHour(scene, setting, { hour: 12, days: 4 });
  await scene.push(owing(debtor, setting, { asOf: await scene.now(), sequence: 2 }));
  assert.equal((await scene.textsTo(debtor.phone)).length, before, 'nothing goes out while the complaint is open');
  const waiting = await scene.caseOf(debtor.id);
  assert.equal(waiting.status, 'HELD');
  const { ruleIds = [] } = waiting.held ?? {};
  assert.ok(ruleIds.includes('hold.complaint'), 'the scheduled step is withheld for the complaint');
  teller.line('clock', `${await scene.now()}  ${said.waits}`);
  teller.line('decided', `${waiting.id}  HELD  ${ruleIds.join(' ')}`);
  tellTimeline(teller, waiting);
}

/** The mistake is put right where it was made: nothing is owed, and the case before court ends by itself. */
async function corrected({ scene, setting, teller, words: said, debtor }: Story): Promise<void> {
  const told = owing(debtor, setting, { asOf: await scene.now(), sequence: 3, cleared: true });
  teller.line('pushed', `liaison.${told.type}.v1  ${JSON.stringify(told.data)}`);
  await scene.push(told);
  const { id, status, outcome } = await scene.caseOf(debtor.id);
  assert.deepEqual([status, outcome], ['RESOLVED', 'CLEARED']);
  teller.line('decided', `${id}  RESOLVED CLEARED  ${said.cleared}`);
}

async function resolve(
  story: Story,
  { complaint, handler }: { readonly complaint: ComplaintSeen; readonly handler: string },
): Promise<void> {
  const { scene, teller, words: said } = story;
  const desk = scene.staff(complaint.department, { name: handler });
  await move(desk, `${complaint.id}/assign`, { handler });
  const contact = { channel: 'sms', at: await scene.now(), confirmed: false };
  const body = { answer: said.answer, rootCause: said.rootCause, contact };
  const resolved = await move(desk, `${complaint.id}/resolve`, body);
  await scene.settled();
  assert.equal(resolved.status, 'RESOLVED');
  teller.line('decided', `${complaint.id}  RESOLVED  ${handler}  ${said.answer}`);
}

/** Asked at ten the next morning. */
async function asked({ scene, setting, teller, debtor }: Story): Promise<void> {
  const before = (await scene.textsTo(debtor.phone)).length;
  await untilHour(scene, setting, { hour: 11, days: 1 });
  const texts = (await scene.textsTo(debtor.phone)).slice(before);
  assert.equal(texts.length, 1, 'the customer is asked once whether they are content');
  tellTexts(teller, texts);
}

async function notContent(story: Story, first: ComplaintSeen): Promise<ComplaintSeen> {
  const { scene, teller, words: said, debtor } = story;
  await asked(story);
  await answer(story, `${await tokenTo(scene, debtor.phone)} ${said.unhappy}`);
  const reopened = await complaintOf(scene, debtor);
  assert.deepEqual(
    [reopened.status, reopened.stage, reopened.reopened, reopened.receivedAt, reopened.handler],
    ['REOPENED', 'MEDIATION', 1, first.receivedAt, undefined],
  );
  const taken = scene.staff(reopened.department, { name: 'agent-first' });
  const refused = await taken.call(`/v1/complaints/${reopened.id}/assign`, {
    method: 'POST',
    body: { handler: 'agent-first' },
  });
  assert.equal(refused.status, 409, 'whoever had it before does not get it again');
  teller.line('decided', `${reopened.id}  REOPENED  ${reopened.stage}  ${said.reopened}`);
  return reopened;
}

async function content(story: Story, { id }: ComplaintSeen): Promise<void> {
  const { scene, teller, words: said, debtor, before } = story;
  await asked(story);
  await answer(story, `${await tokenTo(scene, debtor.phone)}5`);
  const ended = await complaintOf(scene, debtor);
  assert.deepEqual([ended.id, ended.status], [id, 'FOLLOWED_UP_SATISFIED']);
  tellComplaint(teller, ended);
  const reopened = await figure(scene, 'complaints', 'reopened');
  const satisfied = await figure(scene, 'complaints', 'satisfied');
  assert.deepEqual([reopened, satisfied], [before.reopened + 1, before.satisfied + 1]);
  teller.line('recorded', `${said.figures}  ${reopened}  ${satisfied}`);
}

async function answer({ scene, teller, debtor }: Story, body: string): Promise<void> {
  teller.line('answered', `${debtor.phone}  ${body}`);
  await scene.answer(debtor.phone, body);
}
