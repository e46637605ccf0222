import type { Locale, RuleId } from '#domain/words.ts';

/** What each rule says to staff, once in each language. Shown in tasks, timelines and the answer to "why". */
export const RULE_TEXTS: Readonly<Record<RuleId, Readonly<Record<Locale, string>>>> = {
  'hours.closed': {
    'zh-CN': '现在不在允许联系的时段内。',
    en: 'It is outside the hours in which this contact is permitted.',
  },
  'cap.number': {
    'zh-CN': '该号码在此时段内的联系次数已达上限。',
    en: 'This number has received as many contacts as it may in this time.',
  },
  'cap.person': {
    'zh-CN': '该客户在此时段内的联系次数已达上限。',
    en: 'This person has been contacted as often as permitted in this time.',
  },
  'cap.debt': {
    'zh-CN': '就该笔欠款的联系次数已达上限。',
    en: 'This debt has led to as many contacts as permitted in this time.',
  },
  'cap.case': { 'zh-CN': '本案件的联系次数已达上限。', en: 'This case has used the contacts it may make.' },
  'text.expired': { 'zh-CN': '短信内容已过时效,不再发送。', en: 'The text is too old to be sent.' },
  'text.refused': {
    'zh-CN': '无法按规定生成短信内容。',
    en: 'No permitted text can be made for this contact.',
  },
  'token.exhausted': { 'zh-CN': '该号码暂无可用的回复编号。', en: 'No reply code is free for this number.' },
  'country.not-allowed': {
    'zh-CN': '不向该号码所属国家或地区发送短信。',
    en: 'The bank sends no texts to the country of this number.',
  },
  'budget.spent': {
    'zh-CN': '本时段的短信预算已用完,稍后再发。',
    en: 'The budget of texts for this time is spent; this one waits.',
  },
  'numbers.side-by-side': {
    'zh-CN': '本小时发往相邻号码的短信过多,稍后再发。',
    en: 'Too many texts went to neighbouring numbers in this hour; this one waits.',
  },
  'contact-point.busy': {
    'zh-CN': '发往该号码的另一条短信尚无结果。',
    en: 'Another text to this number is still under way.',
  },
  'channel.off': { 'zh-CN': '该渠道尚未开通。', en: 'This channel is switched off.' },
  'consent.missing': {
    'zh-CN': '客户未同意以此方式就此事联系。',
    en: 'The customer has not consented to being contacted this way for this purpose.',
  },
  'consent.withdrawn': { 'zh-CN': '该号码已退订。', en: 'This number has opted out.' },
  'hold.complaint': {
    'zh-CN': '客户有未结投诉,暂停联系。',
    en: 'Contact waits while the customer has an open complaint.',
  },
  'hold.dispute': { 'zh-CN': '客户对该事项有争议,暂停联系。', en: 'Contact waits while the matter is disputed.' },
  'hold.first-flag': {
    'zh-CN': '首次逾期标记后的等待期未满。',
    en: 'The waiting time after the first overdue flag is not over.',
  },
  'hold.welfare': {
    'zh-CN': '客户正在寻求帮助或处于困境,由专人跟进,暂停诉前联系。',
    en: 'Contact before court waits while somebody sees to trouble that the customer is in.',
  },
  'hold.staff': { 'zh-CN': '工作人员已暂停联系。', en: 'Staff have put contact on hold.' },
  'payment.pending': {
    'zh-CN': '有在途或刚入账的还款可覆盖逾期金额。',
    en: 'A payment that is pending or has just posted covers the overdue amount.',
  },
  'evidence.stale': {
    'zh-CN': '账户最新状态未知或已过时,不能据此联系。',
    en: 'The account state behind this contact is missing or too old.',
  },
  'feed.silent': {
    'zh-CN': '账户系统的数据已中断,无法核实。',
    en: 'The account system has gone silent, so the reason cannot be checked.',
  },
  'event.older': { 'zh-CN': '该信息早于已有记录。', en: 'This information is older than what is on record.' },
  'reason.gone': { 'zh-CN': '联系的理由已不成立。', en: 'The reason for this contact is no longer true.' },
  'third-party.no-consent': {
    'zh-CN': '该联系人未同意被联系。',
    en: 'This contact person has not agreed to be contacted.',
  },
  'third-party.stale': {
    'zh-CN': '该联系人的信息已久未核实。',
    en: 'This contact person’s details have not been verified for too long.',
  },
  'third-party.no-proof': {
    'zh-CN': '尚未证明联系不上客户本人。',
    en: 'It is not proven that the customer cannot be reached.',
  },
  'third-party.refused': {
    'zh-CN': '该联系人已要求不再联系。',
    en: 'This contact person has asked not to be contacted.',
  },
  'third-party.not-permitted': {
    'zh-CN': '此类事项不得联系第三方。',
    en: 'No third party may be contacted for this purpose.',
  },
  'contact.removed': { 'zh-CN': '该联系人已被移除。', en: 'This contact person has been removed.' },
  'contact-point.none': { 'zh-CN': '没有可用的号码或地址。', en: 'There is no number or address to use.' },
  'contact-point.quarantined': {
    'zh-CN': '该号码已被隔离,不得使用。',
    en: 'This number is quarantined and may not be used.',
  },
  'contact-point.newer-holder': {
    'zh-CN': '该号码近期已核实为他人使用。',
    en: 'Somebody else was verified on this number more recently.',
  },
  'contact-point.unverified': {
    'zh-CN': '该号码未经核实,不得用于此事。',
    en: 'This number is not verified enough for this purpose.',
  },
  'customer.deceased': { 'zh-CN': '客户已去世。', en: 'The customer is recorded as deceased.' },
  'customer.vulnerable': {
    'zh-CN': '客户需要特别照顾,只能由人工联系。',
    en: 'The customer is vulnerable: only a person may make this contact.',
  },
  'customer.represented': {
    'zh-CN': '客户已委托他人代理,不得直接联系。',
    en: 'The customer is represented by somebody and is not contacted directly.',
  },
  'customer.minor': {
    'zh-CN': '客户未成年,不得就此事联系。',
    en: 'The customer is a minor and is not contacted for this purpose.',
  },
  'customer.unknown': { 'zh-CN': '尚无该客户的资料。', en: 'There is no record of this customer yet.' },
  'purpose.paused': { 'zh-CN': '运维已暂停此类联系。', en: 'Operations have paused contacts of this purpose.' },
  'policy.none': { 'zh-CN': '没有适用的方案或法规数据。', en: 'There is no plan or law on file for this contact.' },
  'zone.unknown': {
    'zh-CN': '无法确定客户所在时区的允许时段。',
    en: 'No permitted hour can be determined for where the person may be.',
  },
  'calendar.year-missing': {
    'zh-CN': '缺少该年度的节假日数据。',
    en: 'The public holidays of that year are not on file.',
  },
};
