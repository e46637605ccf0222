import type { EventType } from '../../functions/intake/events.contract.ts';

type Says = { readonly en: string; readonly zh: string };

/** What each event does, in both languages. */
export const EVENT_SAYS: Readonly<Record<EventType, Says>> = {
  'liaison.customer.upserted.v1': { en: 'Replaces a customer’s whole record', zh: '整体替换客户资料' },
  'liaison.contact.upserted.v1': { en: 'Enters or replaces an emergency contact', zh: '登记或替换紧急联系人' },
  'liaison.contact.removed.v1': { en: 'The customer no longer names this contact', zh: '客户不再指定该紧急联系人' },
  'liaison.account.state-changed.v1': { en: 'Newest state of an account', zh: '账户最新状态' },
  'liaison.account.transaction-posted.v1': {
    en: 'Feeds the account’s baseline and the anomaly rules',
    zh: '更新账户基线并参与异常规则判断',
  },
  'liaison.account.overdue-flagged.v1': { en: 'An account is overdue', zh: '账户逾期' },
  'liaison.account.overdue-cleared.v1': { en: 'An account is overdue no more', zh: '账户逾期已解除' },
  'liaison.customer.profile-changed.v1': {
    en: 'Phone, mail, address, password or device of a customer changed',
    zh: '客户电话、邮箱、地址、密码或设备变更',
  },
  'liaison.customer.help-requested.v1': { en: 'A customer asked for help', zh: '客户求助' },
  'liaison.customer.unreachable.v1': { en: 'A customer cannot be reached', zh: '客户失联' },
  'liaison.anomaly.reported.v1': { en: 'The bank’s own detector found something', zh: '银行自有系统发现异常' },
  'liaison.contact-point.delivery-failed.v1': { en: 'An address could not be delivered to', zh: '联系方式无法送达' },
  'liaison.event.retracted.v1': { en: 'An earlier event was wrong', zh: '此前的事件有误,予以撤回' },
  'liaison.feed.heartbeat.v1': { en: 'This source is alive', zh: '数据源在线' },
};
