import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { castOf, type Lang, langs, type Person, settings } from '../cast.ts';
import { knows } from '../registry.ts';
import type { Scene } from '../scene.ts';
import { type Out, type Teller, tellerOf } from '../teller.ts';
import { tellNotices } from '../telling.ts';
import { figure } from './desk.ts';
import { pass } from './morning.ts';

/**
 * S2, its second part. Twelve people text about one outage within the hour, six in Chinese and six in English: of the
 * app, of the login, of the system. Before
 * anybody at the bank has read two of them, they are one incident with its members: departments are told once.
 */
export async function playRecurring(scene: Scene, outs: Readonly<Record<Lang, Out>>): Promise<void> {
  const tellers = langs.map((lang) => tellerOf(lang, outs[lang]));
  const startedAt = Date.parse(await scene.now());
  const people = langs.flatMap((lang) => texters(lang, startedAt));
  const asOf = await scene.now();
  for (const lang of langs) tellerOf(lang, outs[lang]).heading(words[lang].heading);
  await scene.push(...people.map(({ person, lang }) => knows(person, settings[lang], asOf)));
  const before = await incidents(scene);
  for (const { person, lang, text } of people) {
    tellerOf(lang, outs[lang]).line('answered', `${person.phone}  ${text}`);
    await scene.answer(person.phone, text);
    await pass(scene, BETWEEN);
  }
  await found(scene, { tellers, known: new Set(before.map(({ id }) => id)), people: people.length });
}

const words = {
  zh: {
    heading: 'S2 · 十二条短信、同一故障、说法不一：自动识别为一个事件（中英文合并）',
    texts: [
      '我要投诉：手机银行打不开，一直闪退',
      '投诉！你们的手机银行今天一直打不开',
      '手机银行又打不开了，我要投诉',
      '投诉：今天一直登录不上，什么都办不了',
      '我要投诉，你们系统又瘫痪了',
      '手机银行打不开了，什么时候能修好？我要投诉',
    ],
  },
  en: {
    heading: 'S2 · twelve texts about one outage, told in many ways: one incident, Chinese and English together',
    texts: [
      'I want to complain: your app is down',
      'complaint: the mobile app is not working since this morning',
      'I want to complain, I cannot log in since this morning',
      'your app is down again, I want to make a complaint',
      'Complaint: your whole system is down',
      'Complaint. The app keeps crashing',
    ],
  },
} as const;

const MINUTE = 60_000;
const BETWEEN = 2 * MINUTE;

type Texter = { readonly person: Person; readonly lang: Lang; readonly text: string };

function texters(lang: Lang, startedAt: number): readonly Texter[] {
  const cast = castOf(lang, 's2r', startedAt);
  return words[lang].texts.map((text, index) => ({
    person: cast(String(index + 1), `${lang} ${index + 1}`, index),
    lang,
    text,
  }));
}

const Incident = v.object({
  id: v.string(),
  kind: v.string(),
  count: v.number(),
  firstAt: v.string(),
  lastAt: v.string(),
  members: v.array(v.string()),
});
const Incidents = v.object({ items: v.array(v.object({ id: v.string() })) });

const incidents = async (scene: Scene) => v.parse(Incidents, await scene.registry.ask('/v1/incidents')).items;

async function found(
  scene: Scene,
  by: { readonly tellers: readonly Teller[]; readonly known: ReadonlySet<string>; readonly people: number },
): Promise<void> {
  const fresh = (await incidents(scene)).filter(({ id }) => !by.known.has(id));
  assert.equal(fresh.length, 1, 'twelve texts about one outage are one incident');
  const incident = v.parse(Incident, await scene.registry.ask(`/v1/incidents/${fresh[0]?.id}`));
  assert.deepEqual([incident.count, new Set(incident.members).size], [by.people, by.people]);
  const told = (await scene.notices({})).filter(
    ({ type, data }) => type === 'liaison.issue.recurring.v1' && data['incidentId'] === incident.id,
  );
  assert.equal(told.length, 1, 'departments are told once within the hour');
  assert.ok((await figure(scene, 'recurring', 'recurring-issues')) > 0, 'it shows in the figures');
  for (const teller of by.tellers) {
    const { id, kind, count, firstAt, lastAt, members } = incident;
    teller.line('recorded', [`${id}  ${kind}  ${count}  ${firstAt} – ${lastAt}`, members.join('\n')].join('\n'));
    tellNotices(teller, told);
  }
}
