import { createHash } from 'node:crypto';
import type { Bank, WordingNeeds } from '#domain/text/wording.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';
import { PHRASES } from '#policies/templates/phrases.ts';

export const BANK: Bank = {
  nameZh: '示例银行',
  nameEn: 'Demo Bank',
  phone: '95500',
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
};

/** The longest names a deployment may have. Source: lib/config/schema.ts. */
export const LONGEST_BANK: Bank = {
  ...BANK,
  nameZh: '某某某某某某某某某某某某某某某某某某某行',
  nameEn: 'Worst Case Savings and Loan Bk',
  phone: '+44 20 7946 0000 123',
};

export const wordingNeeds = (bank: Bank = BANK): WordingNeeds => ({
  catalogue: CATALOGUE,
  phrases: PHRASES,
  bank,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
});
