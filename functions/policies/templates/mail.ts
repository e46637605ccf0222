import type { MailWords } from '#domain/text/mail.ts';
import type { Locale } from '#domain/words.ts';

/** What stands around every text that goes out as a mail. No reason, account or amount: a subject is read by anybody. */
export const MAIL: Readonly<Record<Locale, MailWords>> = {
  'zh-CN': {
    asks: '{bank}：请您答复 [{token}]',
    tells: '{bank}：通知',
    answer: '直接回复本邮件即可，请保留主题中的编号。',
    closing: '我行不会通过邮件索要密码或验证码。如有疑问请致电{phone}。{bank}',
  },
  en: {
    asks: '{bank}: please answer [{token}]',
    tells: '{bank}: a notice for you',
    answer: 'Just reply to this mail and keep the code in its subject.',
    closing: 'We never ask for a password or a code by mail. Questions? Please call {phone}. {bank}',
  },
};
