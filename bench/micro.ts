import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import { renderFor, type TextWanted } from '#domain/text/wording.ts';
import { classifyReply } from '#policies/reply-grammar.ts';
import { caseOf, NOON } from '../test/support/cases.ts';
import { evidenceOf, judge, thirdParty } from '../test/support/rules/evidence.ts';
import { customerOf } from '../test/support/rules/people.ts';
import { wordingNeeds } from '../test/support/texts.ts';
import { median, round, type Section } from './measure.ts';

/** Microseconds each may take: a choice of ours, far below one request to the table. */
const LIMIT_US = 50;
const BATCHES = 21;
const PER_BATCH = 2_000;
const NIGHT = NOON + 13 * 3_600_000;

/** The pure parts on the way of every text, with a JSON text of a usual event as the measure of the machine. */
export function pureParts(): Section {
  const event = JSON.stringify({
    specversion: '1.0',
    id: 'e1',
    source: 'urn:bank:core',
    data: evidenceOf('debt').case,
  });
  const parts: readonly (readonly [string, (nth: number) => unknown])[] = [
    ['JSON.parse of one event', () => JSON.parse(event) as unknown],
    ['gate, a reminder that may go', gating(evidenceOf('debt'))],
    ['gate, a contact person', gating(thirdParty('welfare'))],
    ['gate, at night', gating(evidenceOf('debt'), NIGHT)],
    ['gate, at night, two laws in nine zones', gating(evidenceOf('debt', { jurisdictions: ['CN', 'US'] }), NIGHT)],
    ['reply classification', (nth) => classifyReply(REPLIES[nth % REPLIES.length] ?? '', CONTEXT)],
    ['rendering', (nth) => renderFor(WANTED[nth % WANTED.length] ?? wanted('fraud.ask'), NEEDS)],
  ];
  const times = parts.map(([name, work]) => [name, microseconds(work)] as const);
  const base = times[0]?.[1] ?? Number.NaN;
  return {
    title: 'Gate, replies, texts',
    said: `CPU microseconds a call, median of ${BATCHES} batches of ${PER_BATCH}, and as a multiple of parsing one event's JSON in the same run.`,
    head: ['what', 'µs', 'ratio', 'to reach'],
    rows: times.map(([name, time], index) => [
      name,
      round(time, 2),
      round(time / base, 1),
      index === 0 ? '' : `≤ ${LIMIT_US}`,
    ]),
  };
}

const gating =
  (evidence: Parameters<typeof judge>[0], now = NOON) =>
  () =>
    judge(evidence, now);

/** CPU time of this process, so that what else runs on the machine counts little. */
function microseconds(work: (nth: number) => unknown): number {
  for (let nth = 0; nth < PER_BATCH; nth += 1) work(nth);
  const batches = Array.from({ length: BATCHES }, () => {
    const begun = process.cpuUsage();
    for (let nth = 0; nth < PER_BATCH; nth += 1) work(nth);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / PER_BATCH;
  });
  return median(batches);
}

const REPLIES = [
  '1',
  '4K1',
  '４Ｋ２',
  '是的',
  '不是本人',
  '是不是本人？',
  '不，是我',
  '退订',
  '打错了',
  'Yes, it was me',
  'STOP',
  'not me, please block the card',
  'who is this?',
  'wrong number',
  '我已经还款了，为什么还催',
  '你们再骚扰我就投诉到银保监会',
  'I paid this last week and I want to make a complaint about the calls',
  '我在医院，请晚点联系',
];
const CONTEXT: ReplyContext = {
  purpose: 'fraud_security',
  audience: 'customer',
  openQuestions: 1,
  tokens: ['4K'],
  optedOut: false,
};

const NEEDS = wordingNeeds();
const wanted = (template: string, locale: 'zh-CN' | 'en' = 'zh-CN'): TextWanted => ({
  of: caseOf(template.startsWith('debt') ? 'debt' : 'fraud'),
  template,
  audience: 'customer',
  token: '4K',
  dossier: { people: { customer: customerOf({ locale }), contacts: [] }, account: undefined },
});
const WANTED = ['fraud.ask', 'fraud.ask.neutral', 'debt.remind'].flatMap((name) => [wanted(name), wanted(name, 'en')]);
