import { expect, test } from 'vitest';
import { ownWords, tokenOfSubject } from '../../../../functions/replies/hear/mail-text.ts';

const OURS = 'Example Bank: was it you? Answer 1 for yes, 2 for no.';

test.each([
  ['above what it quotes', `1\n\nOn Wed, 3 Jun 2026 at 10:00, Example Bank <bank@example.com> wrote:\n> ${OURS}`, '1'],
  ['below what it quotes', `On Wed, 3 Jun 2026, Example Bank wrote:\n> ${OURS}\n\n2`, '2'],
  ['between the lines', `> ${OURS}\nno, not me\n> 95500`, 'no, not me'],
  ['above a history without marks', `2\n\n-----Original Message-----\nFrom: bank@example.com\n${OURS}`, '2'],
  ['above a rule of another program', `2\n________________________________\nFrom: bank\n${OURS}`, '2'],
  ['above a Chinese history', `不是本人\n\n在 2026年6月3日，示例银行 <bank@example.com> 写道：\n> ${OURS}`, '不是本人'],
  ['above a Chinese head', `1\n发件人: 示例银行\n发送时间: 2026年6月3日\n${OURS}`, '1'],
  ['with a signature', '1\n-- \nLi Na\n+86 138 0013 8000', '1'],
  ['with lines that end as on Windows', `1\r\n\r\n> ${OURS}\r\n`, '1'],
  ['of several paragraphs', 'I did not do this.\n\nPlease call me.', 'I did not do this.\n\nPlease call me.'],
])("what a mail says %s is told from the bank's own words", (_where, text, own) => {
  expect(ownWords(text)).toBe(own);
});

test('a mail that only quotes says nothing of its own', () => {
  expect(ownWords(`> ${OURS}\n> bye`)).toBe('');
});

test.each([
  ['Re: [4K] Example Bank', '4K'],
  ['回复：【4k】示例银行', '4K'],
  ['RE: ［4Ｋ］ 示例银行', '4K'],
  ['Re: your card 4K', undefined],
  ['[5K] no token has a five', undefined],
])('the reference in the subject %s', (subject, token) => {
  expect(tokenOfSubject(subject)).toBe(token);
});
