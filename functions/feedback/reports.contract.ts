import { COMPLAINTS, RECURRING_ISSUES, SLA } from '#domain/feedback/complaint-figures.ts';
import type { Dimension } from '#domain/feedback/fact.ts';
import type { Figure } from '#domain/feedback/figure.ts';
import { COST, FRESHNESS, INTAKE, OUTREACH, REPLIES, WRONGFUL_CONTACTS } from '#domain/feedback/figures.ts';

export { DIMENSIONS, type Dimension } from '#domain/feedback/fact.ts';

/** Names of the reports. */
export const REPORT_NAMES = [
  'outreach',
  'replies',
  'intake',
  'complaints',
  'sla',
  'freshness',
  'wrongful-contacts',
  'recurring',
  'cost',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

export type Report = {
  /** What it tells, as a sentence; each figure has its own definition. */
  readonly en: string;
  readonly zh: string;
  readonly figures: readonly Figure[];
  /** By what its rows may be split. */
  readonly by: readonly Dimension[];
};

/** Every report with its figures; what counts how stands in functions/domain/feedback. */
export const REPORTS: Readonly<Record<ReportName, Report>> = {
  outreach: {
    en: 'Who was contacted, how, and what the rules refused',
    zh: '触达了谁、以何种方式，以及规则拒绝了什么',
    figures: OUTREACH,
    by: ['day', 'purpose', 'department', 'channel', 'audience', 'severity', 'rule', 'outcome'],
  },
  replies: {
    en: 'What people answered',
    zh: '人们如何答复',
    figures: REPLIES,
    by: ['day', 'purpose', 'department', 'intent', 'audience', 'outcome'],
  },
  intake: {
    en: 'What the bank’s systems told, and what cases came of it',
    zh: '银行系统上报的事件及由此形成的案件',
    figures: INTAKE,
    by: ['day', 'purpose', 'department', 'severity', 'outcome'],
  },
  complaints: {
    en: 'Complaints from receipt to the question afterwards',
    zh: '投诉从收到到回访的全过程',
    figures: COMPLAINTS,
    by: ['day', 'department', 'channel', 'category', 'severity', 'outcome', 'fault'],
  },
  sla: {
    en: 'Clocks of complaints: near their end, met, run out, extended',
    zh: '投诉时限：临近到期、按时完成、超期与延期',
    figures: SLA,
    by: ['day', 'department', 'channel', 'category', 'severity', 'clock'],
  },
  freshness: {
    en: 'How old the knowledge was that contacts rested on',
    zh: '触达所依据信息的时效',
    figures: FRESHNESS,
    by: ['day', 'purpose', 'department', 'channel', 'rule'],
  },
  'wrongful-contacts': {
    en: 'Contacts that should not have been made, found from later events, retractions and upheld complaints',
    zh: '不应发生的触达：由后到事件、撤回和属实投诉发现',
    figures: WRONGFUL_CONTACTS,
    by: ['day', 'sent', 'purpose', 'department', 'channel', 'rule'],
  },
  recurring: {
    en: 'Issues that many customers complain about at once',
    zh: '多名客户同时反映的问题',
    figures: RECURRING_ISSUES,
    by: ['day', 'department', 'category', 'fault'],
  },
  cost: {
    en: 'What is paid for by the piece',
    zh: '按件计费的项目',
    figures: COST,
    by: ['day', 'purpose', 'department', 'channel', 'audience'],
  },
};

/** The definition of a report: its own, then each figure's. */
export const definitionOf = ({ en, zh, figures }: Report): { readonly en: string; readonly zh: string } => ({
  en: [en, ...figures.map((one) => `${one.figure}: ${one.en}`)].join('. '),
  zh: [zh, ...figures.map((one) => `${one.figure}：${one.zh}`)].join('。'),
});
