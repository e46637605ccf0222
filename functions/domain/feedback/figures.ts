import { type Figure, figure } from './figure.ts';

const CONTACTS = figure('contacts', ['contact.accepted'], {
  en: 'Texts, mails and notices to an app that a provider took',
  zh: '服务商已受理的短信、邮件和应用通知',
});
const WRONGFUL = figure('wrongful-contacts', ['contact.wrongful'], {
  en: 'Texts, mails, notices and calls in which somebody was spoken to, whose reason was not true when they were made, by the day on which that was found; each once',
  zh: '发出或通话时理由已不成立的短信、邮件、应用通知和接通的电话，按发现之日计，每次触达只计一次',
});
const REFUSALS = figure('refusals', ['contact.refused'], {
  en: 'Contacts that the rules did not permit, once per case, step, person and reason',
  zh: '规则不允许的触达，每个案件、步骤、对象和原因计一次',
});
const LATE = figure('late-events', ['event.late'], {
  en: 'Events that came too late for the contact they asked for, and events of accounts that remember only newer ones',
  zh: '到达过晚、不再据以触达的事件，以及因账户只记较新事件而被拒的事件',
});
const SETTLED = figure('settled', ['case.settled'], { en: 'Cases that came to their outcome', zh: '已有结果的案件' });

export const OUTREACH: readonly Figure[] = [
  CONTACTS,
  figure('third-party-contacts', ['contact.accepted'], {
    where: { audience: ['contact'] },
    en: 'Of the contacts, those to a person whom the customer had named',
    zh: '其中发给紧急联系人的触达',
  }),
  figure('not-sent', ['contact.not-sent'], { en: 'Contacts that surely did not go out', zh: '确定未发出的触达' }),
  figure('in-doubt', ['contact.in-doubt'], {
    en: 'Contacts of which nobody can know whether they went out',
    zh: '无法确定是否发出的触达',
  }),
  figure('deferred', ['contact.deferred'], { en: 'Contacts put off to permitted hours', zh: '推迟到允许时段的触达' }),
  REFUSALS,
  figure('holds', ['case.held'], { en: 'Cases held until the rules permit', zh: '因规则暂缓的案件' }),
  figure('suppressed', ['case.suppressed'], {
    en: 'Cases in which the rules forbid every contact',
    zh: '规则禁止一切触达的案件',
  }),
  figure('delivered', ['receipt.recorded'], {
    where: { outcome: ['DELIVERED'] },
    en: 'Texts that a carrier reported as delivered',
    zh: '运营商回执为已送达的短信',
  }),
  figure('undelivered', ['receipt.recorded'], {
    where: { outcome: ['UNDELIVERED', 'EXPIRED'] },
    en: 'Texts that a carrier reported as not delivered',
    zh: '运营商回执为未送达的短信',
  }),
  figure('calls', ['call.dialled'], { en: 'Calls that an agent began', zh: '坐席拨出的电话' }),
  figure('calls-reached', ['call.concluded'], {
    where: { outcome: ['RIGHT_PARTY'] },
    en: 'Calls that reached the person who was called',
    zh: '找到本人的电话',
  }),
  SETTLED,
  WRONGFUL,
];

export const REPLIES: readonly Figure[] = [
  figure('replies', ['reply.received', 'reply.late'], {
    en: 'Answers of people to what they were sent, whatever they mean',
    zh: '收到的答复，不论含义',
  }),
  ...(
    [
      ['confirmed', 'confirm', 'Answers that confirm', '确认的答复'],
      ['denied', 'deny', 'Answers that deny', '否认的答复'],
      ['complaining', 'complaint', 'Answers that complain', '表达不满的答复'],
      ['unclear', 'unclear', 'Answers that nothing could be read from', '无法理解的答复'],
    ] as const
  ).map(([name, intent, en, zh]) =>
    figure(name, ['reply.received', 'reply.late'], { where: { intent: [intent] }, en, zh }),
  ),
  figure('late-replies', ['reply.late'], { en: 'Answers after the end of their case', zh: '案件结束后的答复' }),
  figure('opt-outs', ['point.opted-out'], { en: 'Numbers that want no more texts', zh: '要求不再接收短信的号码' }),
  figure('wrong-numbers', ['point.quarantined'], {
    en: 'Numbers whose holder says that they are somebody else’s',
    zh: '被告知属于他人的号码',
  }),
  SETTLED,
];

const LATENESS = figure('late-events-age-seconds', ['event.late'], {
  value: 'mean',
  en: 'Mean age of the late events when they came, in seconds',
  zh: '迟到事件到达时的平均时效(秒)',
});

export const INTAKE: readonly Figure[] = [
  figure('cases-opened', ['case.opened'], { en: 'Cases opened', zh: '新立案件' }),
  figure('cases-merged', ['case.merged'], {
    en: 'Events that joined a case that was open already',
    zh: '并入已有案件的事件',
  }),
  figure('cases-cleared', ['case.cleared'], {
    en: 'Cases ended because their reason is gone',
    zh: '因理由消失而结束的案件',
  }),
  figure('retractions', ['case.retracted'], {
    en: 'Cases whose event the bank took back after somebody was contacted',
    zh: '触达之后被撤回事件的案件',
  }),
  LATE,
  LATENESS,
  figure('customers-registered', ['customer.registered'], { en: 'Customers taken in', zh: '新登记客户' }),
];

export const FRESHNESS: readonly Figure[] = [
  figure('evidence-age-seconds', ['contact.claimed'], {
    value: 'mean',
    en: 'Mean age of the account’s state when a contact was decided on, in seconds',
    zh: '决定触达时账户状态的平均时效(秒)',
  }),
  figure('evidence-age-greatest-seconds', ['contact.claimed'], {
    value: 'greatest',
    en: 'Greatest age of the account’s state when a contact was decided on, in seconds',
    zh: '决定触达时账户状态的最长时效(秒)',
  }),
  figure('held-stale', ['case.held'], {
    where: { rule: ['evidence.stale', 'feed.silent'] },
    en: 'Cases held because what was known was too old, or its source silent',
    zh: '因信息过旧或来源中断而暂缓的案件',
  }),
  LATE,
];

export const WRONGFUL_CONTACTS: readonly Figure[] = [CONTACTS, WRONGFUL, REFUSALS];

export const COST: readonly Figure[] = [
  CONTACTS,
  figure('calls', ['call.dialled'], { en: 'Calls that an agent began', zh: '坐席拨出的电话' }),
  SETTLED,
  figure('received', ['complaint.received'], { en: 'Complaints received', zh: '收到的投诉' }),
];
