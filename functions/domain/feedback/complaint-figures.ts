import { type Figure, figure } from './figure.ts';

const RECURRING = figure('recurring-issues', ['issue.recurring'], {
  en: 'Notices that many complaints are about one thing',
  zh: '多起投诉指向同一问题的通知',
});
export const COMPLAINTS: readonly Figure[] = [
  figure('received', ['complaint.received'], { en: 'Complaints received', zh: '收到的投诉' }),
  figure('other-messages', ['message.received'], {
    en: 'Messages that are no complaints: questions, praise, calls for help',
    zh: '非投诉来信：咨询、表扬、求助等',
  }),
  figure('customers-affected', ['complaint.received'], {
    value: 'people',
    en: 'Distinct customers who complained',
    zh: '提出投诉的客户数(去重)',
  }),
  figure('acknowledged', ['complaint.acknowledged'], { en: 'Complaints a person took note of', zh: '已由人工受理' }),
  figure('transferred', ['complaint.transferred'], { en: 'Moves to another department', zh: '转办次数' }),
  figure('decided', ['complaint.decided'], { en: 'Decisions on complaints', zh: '作出决定的投诉' }),
  figure('resolved', ['complaint.resolved'], { en: 'Complaints resolved', zh: '已办结投诉' }),
  figure('first-time-resolved', ['complaint.resolved'], {
    value: 'without-reopened',
    en: 'Complaints resolved and not reopened, both within the period',
    zh: '期内办结且期内未重新受理的投诉',
  }),
  figure('reopened', ['complaint.reopened'], { en: 'Complaints reopened', zh: '重新受理的投诉' }),
  figure('not-content', ['complaint.not-content'], {
    value: 'cases',
    en: 'Complaints whose customer is not content and that were reopened as often as may be: a supervisor sees to them',
    zh: '客户仍不满意且已达重新受理次数上限、转由主管处理的投诉',
  }),
  figure('corrections', ['complaint.classified'], {
    en: 'Corrections by staff of what triage made of a complaint: kind, category, flags or severity',
    zh: '人工更正自动分类(类型、类别、标记或级别)的次数',
  }),
  figure('recategorised', ['complaint.recategorised'], {
    value: 'cases',
    en: 'Complaints whose category staff put right; by category: the one that was wrong',
    zh: '经人工更正类别的投诉；按类别统计时为更正前的类别',
  }),
  figure('withdrawn', ['complaint.withdrawn'], { en: 'Complaints taken back', zh: '撤回的投诉' }),
  figure('ratings', ['complaint.rating'], { en: 'Answers to the question afterwards', zh: '满意度答复' }),
  figure('rating-mean', ['complaint.rating'], {
    value: 'mean',
    en: 'Mean of the ratings in digits, from 1 to 5',
    zh: '评分平均值(1 至 5 分)',
  }),
  figure('satisfied', ['complaint.satisfied'], {
    en: 'Complaints whose customer said so; nobody who could not be reached',
    zh: '客户表示满意的投诉；未联系上的不计',
  }),
  figure('unreached', ['complaint.unreached'], {
    en: 'Complaints whose customer could not be asked; never counted as satisfied',
    zh: '回访未联系上的投诉；不计为满意',
  }),
  figure('handling-time-seconds', ['complaint.resolved'], {
    value: 'mean',
    en: 'Mean time from receipt to resolution, in seconds, nights and holidays included',
    zh: '从收到到办结的平均时长(秒，含夜间和节假日)',
  }),
  figure('offers', ['offer.made'], { en: 'Offers made', zh: '提出的方案' }),
  figure('agreements', ['offer.accepted'], { en: 'Offers accepted', zh: '达成的协议' }),
  figure('litigation-avoided', ['litigation.avoided'], {
    value: 'cases',
    en: 'Matters kept out of court: complaints with an agreement, cases before court that were cleared or arranged',
    zh: '避免诉讼的事项：达成协议的投诉，以及诉前已清偿或已安排还款的案件',
  }),
];

export const SLA: readonly Figure[] = [
  figure('received', ['complaint.received'], { en: 'Complaints received', zh: '收到的投诉' }),
  figure('resolved', ['complaint.resolved'], { en: 'Complaints resolved', zh: '已办结投诉' }),
  figure('due-soon', ['complaint.due-soon'], { en: 'Clocks that neared their end', zh: '临近到期的时限' }),
  figure('met', ['clock.met'], { en: 'Clocks that were met in time', zh: '按时完成的时限' }),
  figure('breached', ['complaint.breached'], { en: 'Clocks that ran out', zh: '超期的时限' }),
  figure('escalated', ['complaint.escalated-clock'], {
    en: 'Clocks that went to somebody higher before they ran out',
    zh: '到期前升级督办的时限',
  }),
  figure('extended', ['complaint.extended'], { en: 'Extensions granted', zh: '批准的延期' }),
  figure('mediations', ['complaint.mediation-started'], { en: 'Mediations begun', zh: '启动的调解' }),
];

export const RECURRING_ISSUES: readonly Figure[] = [
  RECURRING,
  figure('complaints-of-known-faults', ['complaint.received'], {
    where: { fault: ['*'] },
    en: 'Complaints in which a fault was recognised',
    zh: '识别出具体故障的投诉',
  }),
];
