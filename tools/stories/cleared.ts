import { strict as assert } from 'node:assert';
import { nextStoryTime } from './calendar.ts';
import { castOf, type Lang, langs, type Person, type Setting, settings } from './cast.ts';
import { knows } from './registry.ts';
import type { Scene, Told } from './scene.ts';
import { type Out, type Teller, tellerOf } from './teller.ts';
import { tellNotices, tellTexts, tellTimeline, tellWhy } from './telling.ts';

/**
 * S4. Two customers are flagged as overdue. A day later both reminders are about to go out; one of the two has paid, and
 * the bank learns it between queueing and sending: no text. The other is reminded and asks why, and gets an answer. Both
 * decisions can be read afterwards, with the account state they rested on.
 */
export async function playCleared(scene: Scene, outs: Readonly<Record<Lang, Out>>): Promise<void> {
  await scene.until(nextStoryTime(Date.parse(await scene.now())) ?? 0);
  const startedAt = Date.parse(await scene.now());
  const stories = langs.map((lang) => castStory(scene, lang, { startedAt, out: outs[lang] }));
  for (const story of stories) await flag(story);
  await scene.until(startedAt + DAY - QUEUED_AHEAD);
  for (const story of stories) await payWhileQueued(story);
  await scene.until(startedAt + DAY + MINUTE);
  for (const story of stories) await look(story);
}

interface Story {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly teller: Teller;
  readonly words: (typeof words)[Lang];
  readonly payer: Person;
  readonly debtor: Person;
}

const words = {
  zh: {
    heading: 'S4 · 误催：排队与发送之间欠款已结清，不发短信；另一位收到提醒并问“为什么”（中文）',
    people: ['陈晨', '孙悦'],
    held: '首次逾期后先观望二十四小时',
    queued: '提醒已排队，几秒后发送；这时到账',
    silent: '没有短信',
    why: '为什么联系我',
  },
  en: {
    heading:
      'S4 · wrongly dunned: the debt clears between queueing and sending, no text; another is reminded and asks why',
    people: ['Dawn Chen', 'Joy Sun'],
    held: 'held for a day after the first flag',
    queued: 'the reminder is queued, seconds before it goes out; now the payment arrives',
    silent: 'no text',
    why: 'why are you texting me',
  },
} as const;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** The sweep queues what falls due within a minute, delayed to its second. */
const QUEUED_AHEAD = 8 * SECOND;

function castStory(scene: Scene, lang: Lang, at: { readonly startedAt: number; readonly out: Out }): Story {
  const said = words[lang];
  const cast = castOf(lang, 's4', at.startedAt);
  return {
    scene,
    setting: settings[lang],
    teller: tellerOf(lang, at.out),
    words: said,
    payer: cast('payer', said.people[0], 4),
    debtor: cast('debtor', said.people[1], 5),
  };
}

/** Sixteen digits, as accounts are written; a text names the last four. */
const accountOf = ({ phone }: Person): string => `62${phone.replace('+', '').slice(-11).padStart(14, '0')}`;

function overdue(person: Person, { currency }: Setting, at: { readonly asOf: string; readonly cleared?: true }): Told {
  const isCleared = at.cleared === true;
  return {
    type: isCleared ? 'account.overdue-cleared' : 'account.overdue-flagged',
    data: {
      accountId: accountOf(person),
      customerId: person.id,
      overdueAmount: { amount: isCleared ? '0.00' : '300.00', currency },
      daysPastDue: isCleared ? 0 : 3,
      sequence: isCleared ? 2 : 1,
      asOf: at.asOf,
    },
  };
}

async function flag({ scene, setting, teller, words: said, payer, debtor }: Story): Promise<void> {
  const asOf = await scene.now();
  teller.heading(said.heading);
  await scene.push(knows(payer, setting, asOf), knows(debtor, setting, asOf));
  const flags = [payer, debtor].map((person) => overdue(person, setting, { asOf }));
  for (const { type, data } of flags) teller.line('pushed', `liaison.${type}.v1  ${JSON.stringify(data)}`);
  await scene.push(...flags);
  for (const person of [payer, debtor]) {
    const { id, status, held } = await scene.caseOf(person.id);
    assert.deepEqual([status, held?.ruleIds], ['HELD', ['hold.first-flag']]);
    assert.equal((await scene.textsTo(person.phone)).length, 0, 'nobody is reminded on the day of the flag');
    teller.line('decided', `${id}  HELD  hold.first-flag  ${held?.recheckAt ?? ''}  ${said.held}`);
  }
}

async function payWhileQueued({ scene, setting, teller, words: said, payer }: Story): Promise<void> {
  const { id } = await scene.caseOf(payer.id);
  await scene.queue(id);
  const cleared = overdue(payer, setting, { asOf: await scene.now(), cleared: true });
  teller.line('clock', `${await scene.now()}  ${said.queued}`);
  teller.line('pushed', `liaison.${cleared.type}.v1  ${JSON.stringify(cleared.data)}`);
  await scene.pushOnly(cleared);
}

async function look(story: Story): Promise<void> {
  const { scene, teller, words: said, payer, debtor } = story;
  teller.line('clock', await scene.now());
  const texts = await scene.textsTo(debtor.phone);
  assert.equal(texts.length, 1, 'who still owes is reminded once');
  tellTexts(teller, texts);
  assert.equal((await scene.textsTo(payer.phone)).length, 0, 'who has paid gets no text');
  teller.line('texted', `${payer.phone}  ${said.silent}`);
  const paid = await scene.caseOf(payer.id);
  assert.deepEqual([paid.status, paid.outcome], ['RESOLVED', 'CLEARED']);
  tellTimeline(teller, paid);
  const whyPaid = await scene.whyOf(paid.id);
  assert.equal(whyPaid.contacts.length, 0);
  assert.ok(
    whyPaid.refused.some(({ evidence }) => evidence.some(({ sequence }) => sequence === 1)),
    'the decision not to send names the account state it rested on',
  );
  assert.ok(
    whyPaid.laterChanges.some(({ sequence }) => sequence === 2),
    'the state that cleared it is on record',
  );
  tellWhy(teller, whyPaid);
  await askWhy(story);
}

async function askWhy({ scene, teller, words: said, debtor }: Story): Promise<void> {
  const { id } = await scene.caseOf(debtor.id);
  const why = await scene.whyOf(id);
  const [contact] = why.contacts;
  assert.ok(contact !== undefined && contact.verdict === 'ALLOW', 'the reminder rests on a decision');
  assert.ok(
    contact.evidence.some(({ sequence }) => sequence === 1),
    'the decision names the account state it rests on',
  );
  tellWhy(teller, why);
  teller.line('answered', `${debtor.phone}  ${said.why}`);
  await scene.answer(debtor.phone, said.why);
  const answers = (await scene.textsTo(debtor.phone)).slice(1);
  assert.equal(answers.length, 1, 'who asks gets one answer');
  tellTexts(teller, answers);
  const told = await scene.notices({ customerId: debtor.id });
  tellNotices(teller, told);
  tellTimeline(teller, await scene.caseOf(debtor.id));
}
