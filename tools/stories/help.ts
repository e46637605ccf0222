import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { castOf, type Lang, type Person, type Setting, settings } from './cast.ts';
import { knows, names } from './registry.ts';
import type { Scene } from './scene.ts';
import { CustomerSeen, DialSeen } from './seen.ts';
import { type Out, type Teller, tellerOf } from './teller.ts';
import { tellNotices, tellTexts, tellTimeline } from './telling.ts';

/**
 * S1. A customer asks for help and then is silent. After two texts, a mail and two calls the silence is proven, and the emergency
 * contacts are asked, one at a time, to pass a message on; they learn nothing. One passes it on, the other's number is a
 * stranger's by now: it is quarantined for everybody who is on record with it. The customer answers: settled.
 */
export async function playHelp(scene: Scene, lang: Lang, out: Out): Promise<void> {
  const story = await setUp(scene, lang, out);
  await silence(story);
  await contacts(story);
  await settlement(story);
}

interface Story {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly teller: Teller;
  readonly words: (typeof words)[Lang];
  readonly customer: Person;
  readonly husband: Person;
  readonly sister: Person;
  /** Somebody else on record with the number that was the sister's. */
  readonly stranger: Person;
  readonly caseId: string;
}

const words = {
  zh: {
    heading: 'S1 · 求助：客户沉默，证明联系不上，转告紧急联系人，本人答复（中文）',
    people: ['王芳', '李强', '王静', '赵明'],
    relations: ['丈夫', '妹妹'],
    note: '在外地住院，需要临时提额',
    passedOn: '好的，我会转告她',
    notesOf: '无人接听',
    called: '客服中心拨打，无人接听',
    dueIn: '时间过去',
  },
  en: {
    heading: 'S1 · a call for help: silence, proof of it, emergency contacts pass a message on, the customer answers',
    people: ['Fiona Wang', 'Lee Strong', 'Jean Wang', 'Ming Chow'],
    relations: ['husband', 'sister'],
    note: 'In hospital abroad, needs a higher limit',
    passedOn: 'ok I will tell her',
    notesOf: 'No answer',
    called: 'the contact centre calls, nobody answers',
    dueIn: 'time passes',
  },
} as const;

const MINUTE = 60_000;

async function setUp(scene: Scene, lang: Lang, out: Out): Promise<Story> {
  const setting = settings[lang];
  const said = words[lang];
  const teller = tellerOf(lang, out);
  const asOf = await scene.now();
  const cast = castOf(lang, 's1', Date.parse(asOf));
  const customer: Person = { ...cast('customer', said.people[0], 0), mail: `${lang}.s1@customer.example` };
  const husband = cast('husband', said.people[1], 1);
  const sister = cast('sister', said.people[2], 2);
  const stranger = { ...cast('stranger', said.people[3], 3), phone: sister.phone };
  teller.heading(said.heading);
  await scene.push(
    knows(customer, setting, asOf),
    names(customer, husband, { relation: said.relations[0], order: 1, asOf, locale: setting.locale }),
    names(customer, sister, { relation: said.relations[1], order: 2, asOf, locale: setting.locale }),
  );
  const older = new Date(Date.parse(asOf) - 90 * 24 * 60 * MINUTE).toISOString();
  await scene.push(knows(stranger, setting, older));
  const help = { customerId: customer.id, kind: 'family-emergency', note: said.note };
  teller.line('pushed', `liaison.customer.help-requested.v1  ${JSON.stringify(help)}`);
  await scene.push({ type: 'customer.help-requested', data: help });
  const { id: caseId } = await scene.caseOf(customer.id);
  return { scene, setting, teller, words: said, customer, husband, sister, stranger, caseId };
}

/** Two texts, two calls, no answer. */
async function silence(story: Story): Promise<void> {
  const { scene, teller, customer, caseId } = story;
  const [first] = await scene.textsTo(customer.phone);
  assert.ok(first !== undefined, 'the customer was texted');
  await pass(story, 11 * MINUTE);
  const texts = await scene.textsTo(customer.phone);
  assert.equal(texts.length, 2, 'the customer was texted a second time');
  tellTexts(teller, texts);
  const mails = await scene.mailsTo(customer);
  assert.ok(mails === undefined || mails.length === 1, 'and mailed once');
  tellTexts(teller, mails ?? []);
  await pass(story, 21 * MINUTE);
  for (const tries of [1, 2]) {
    await callInVain(story, tries);
    await pass(story, tries === 1 ? 121 * MINUTE : MINUTE);
  }
  const { proof } = await scene.caseOf(customer.id);
  assert.ok(proof !== undefined, 'the silence is proven');
  const mail = mails === undefined ? [] : ['mail'];
  assert.deepEqual(new Set(proof.channels), new Set(['sms', ...mail, 'call']));
  teller.line('decided', `${caseId}  proof ${proof.at}  ${proof.channels.join(' + ')}  ${proof.attempts.join(', ')}`);
}

async function callInVain({ scene, teller, words: said, customer, caseId }: Story, tries: number): Promise<void> {
  const agent = scene.staff('contact-centre');
  const task = (await scene.tasksOf(caseId)).find(({ kind, state }) => kind === 'call' && state === 'QUEUED');
  assert.ok(task !== undefined, 'a call is queued at the contact centre');
  await agent.ask(`/v1/tasks/${task.id}/claim`, { method: 'POST', body: {} });
  const dial = v.parse(DialSeen, await agent.ask(`/v1/tasks/${task.id}/dial`, { method: 'POST', body: {} }));
  assert.equal(dial.number, customer.phone);
  const body = { outcome: 'NO_ANSWER', note: said.notesOf };
  await agent.ask(`/v1/tasks/${task.id}/outcome`, { method: 'POST', body });
  await scene.settled();
  teller.line('called', `${tries}  ${dial.number}  ${said.called}`);
}

/** One contact at a time: the first passes the message on, the second's number is a stranger's. */
async function contacts(story: Story): Promise<void> {
  const { scene, teller, words: said, customer, husband, sister } = story;
  const [relay] = await scene.textsTo(husband.phone);
  assert.ok(relay !== undefined, 'the first contact was asked to pass a message on');
  tellTexts(teller, [relay]);
  assert.equal((await scene.textsTo(sister.phone)).length, 0, 'only one contact is asked at a time');
  for (const secret of [said.note, 'family', customer.id, story.caseId]) {
    assert.ok(!relay.body.includes(secret), `a third party learns nothing: ${secret}`);
  }
  await answer(story, husband, said.passedOn);
  await pass(story, 31 * MINUTE);
  const [second] = await scene.textsTo(sister.phone);
  assert.ok(second !== undefined, 'then the second contact was asked');
  tellTexts(teller, [second]);
  await answer(story, sister, '9');
  await quarantined(story);
}

async function quarantined({ scene, teller, stranger, sister, caseId }: Story): Promise<void> {
  const told = await scene.notices({ caseId });
  const notice = told.find(({ type }) => type === 'liaison.contact-point.quarantined.v1');
  assert.ok(notice !== undefined, 'departments hear that the number is quarantined');
  tellNotices(teller, [notice]);
  const record = v.parse(CustomerSeen, await scene.registry.ask(`/v1/customers/${stranger.id}`));
  const phone = record.phones.find(({ number }) => number === sister.phone);
  assert.ok(phone?.quarantine !== undefined, 'the number is quarantined for whoever else is on record with it');
  teller.line('recorded', `${stranger.id}  ${JSON.stringify(phone)}`);
  const refresh = (await scene.tasksOf(caseId)).find(({ kind }) => kind === 'refresh');
  assert.ok(refresh !== undefined, 'somebody is to bring the contact data up to date');
  teller.line('recorded', `${refresh.id}  ${refresh.kind}  ${refresh.state}  ${refresh.queue}`);
}

async function settlement(story: Story): Promise<void> {
  const { scene, teller, customer, caseId } = story;
  const body = (await scene.textsTo(customer.phone)).at(-1)?.body ?? '';
  const token = /([2346789][ACDEFHJKMPQUVWX])1/.exec(body)?.[1];
  assert.ok(token !== undefined, 'the text says how to answer');
  await answer(story, customer, `${token}1`);
  const settled = await scene.caseOf(customer.id);
  assert.deepEqual([settled.status, settled.outcome], ['RESOLVED', 'REACHED_SAFE']);
  const told = await scene.notices({ caseId });
  const ended = told.filter(({ type }) => type === 'liaison.case.settled.v1');
  assert.equal(ended.length, 1, 'departments hear once that it is settled');
  tellNotices(teller, ended);
  tellTimeline(teller, settled);
}

async function answer({ scene, teller }: Story, from: Person, body: string): Promise<void> {
  teller.line('answered', `${from.phone}  ${body}`);
  await scene.answer(from.phone, body);
}

async function pass({ scene, teller, words: said }: Story, ms: number): Promise<void> {
  await scene.until(Date.parse(await scene.now()) + ms);
  teller.line('clock', `${await scene.now()}  ${said.dueIn}`);
}
