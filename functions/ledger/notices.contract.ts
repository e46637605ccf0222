import * as v from 'valibot';
import { NOTICE_TYPES, type NoticeData, type NoticeType } from '#domain/effects.ts';
import { DEPARTMENTS, OUTCOMES, PURPOSES, RULE_IDS, SEVERITIES } from '#domain/words.ts';

const Id = v.exactOptional(v.string());

/**
 * What a notice says: ids, words and numbers, nothing that tells of a person to somebody who finds it. It has the fields
 * of the effect, no more and no less, or it does not compile.
 */
export const NoticeFields = v.strictObject({
  caseId: Id,
  complaintId: Id,
  customerId: Id,
  contactId: Id,
  accountId: Id,
  outcome: v.exactOptional(v.picklist(OUTCOMES)),
  ruleIds: v.exactOptional(v.array(v.picklist(RULE_IDS))),
  step: v.exactOptional(v.string()),
  incidentId: Id,
  clock: v.exactOptional(v.pipe(v.string(), v.description('Kind of the clock that it is about'))),
  dueAt: v.exactOptional(v.pipe(v.string(), v.description('Due instant of that clock, RFC 3339'))),
  count: v.exactOptional(v.number()),
  to: v.exactOptional(v.pipe(v.string(), v.description('Role that an escalation is for'))),
} satisfies Readonly<Record<keyof NoticeData, v.GenericSchema>>);

/** A notice as departments hear it: a CloudEvent 1.0. */
export const NoticeEvent = v.strictObject({
  specversion: v.literal('1.0'),
  id: v.pipe(v.string(), v.description('aggregateId#seq: stable over repeats, consumers drop repeats by it')),
  source: v.literal('urn:liaison'),
  type: v.picklist(NOTICE_TYPES.map((type) => `liaison.${type}.v1` as const)),
  subject: v.pipe(v.string(), v.description('The aggregate that it is about')),
  time: v.pipe(v.string(), v.description('RFC 3339')),
  sequence: v.pipe(v.number(), v.description('Number of the fact in its aggregate')),
  datacontenttype: v.literal('application/json'),
  data: NoticeFields,
});

/** Message attributes that departments filter by. */
export const NoticeAttributes = v.strictObject({
  type: v.string(),
  purpose: v.exactOptional(v.picklist(PURPOSES)),
  department: v.exactOptional(v.picklist(DEPARTMENTS)),
  severity: v.exactOptional(v.picklist(SEVERITIES)),
});

/** What each notice says, in both languages. */
export const NOTICE_SAYS: Readonly<Record<NoticeType, { readonly en: string; readonly zh: string }>> = {
  'case.opened': { en: 'A case was opened', zh: '已立案' },
  'case.settled': { en: 'A case has its outcome', zh: '案件已有结果' },
  'case.escalated': { en: 'A person must go on with a case', zh: '案件需人工处理' },
  'case.suppressed': { en: 'The rules forbid every contact in this matter', zh: '规则禁止就此事触达任何人' },
  'contact.refused': {
    en: 'The gate said no, with rule ids; once per case, step, person and reason',
    zh: '规则不允许触达(附规则编号);每个案件、步骤、对象和原因只通知一次',
  },
  'contact-point.quarantined': { en: 'A number is somebody else’s, or nobody’s', zh: '号码属于他人或已失效' },
  'complaint.received': { en: 'A complaint was received', zh: '已收到投诉' },
  'complaint.routed': { en: 'A complaint has come to another department', zh: '投诉已转至其他部门' },
  'complaint.due-soon': { en: 'A clock of a complaint runs out soon', zh: '投诉的某一时限即将到期' },
  'complaint.breached': { en: 'A clock of a complaint has run out', zh: '投诉的某一时限已超期' },
  'complaint.resolved': { en: 'A complaint was resolved', zh: '投诉已办结' },
  'complaint.reopened': { en: 'A complaint was reopened', zh: '投诉已重新受理' },
  'issue.recurring': { en: 'Many complaints are about one thing', zh: '多起投诉指向同一问题' },
  'account.hold-requested': {
    en: 'Please block: a high or critical fraud case has opened',
    zh: '请止付:出现高风险欺诈案件',
  },
  'account.release-requested': {
    en: 'Please release: a trusted confirmation, or a person, has settled it',
    zh: '请解除止付:已获可信确认或由人工处理完毕',
  },
};
