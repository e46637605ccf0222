import { expect, test } from 'vitest';
import { sensitive } from '#domain/sensitive.ts';
import { mailAsRead, mailOf } from '#domain/text/mail.ts';
import { MAIL } from '#policies/templates/mail.ts';

const bank = { name: 'Smith & Sons <Bank>', phone: '95500' };
const mailWith = (text: string, token?: string) =>
  mailOf({ text: sensitive(text), locale: 'en', bank, ...(token === undefined ? {} : { token }) }, MAIL.en);

test('a mail that asks bears its token in brackets in the subject; one that tells bears none', () => {
  expect(mailWith('Was it you?', '4K').subject).toBe('Smith & Sons <Bank>: please answer [4K]');
  expect(mailWith('We have your complaint.').subject).toBe('Smith & Sons <Bank>: a notice for you');
  expect(mailWith('We have your complaint.').text.reveal()).not.toContain('reply to this mail');
});

test('its HTML says the same in plain paragraphs, and what a name contains is text, not markup', () => {
  const html = mailWith('<script>alert("1")</script>\nsecond line', '4K').html.reveal();

  expect(html).toContain('<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>second line</p>');
  expect(html).toContain('Smith &amp; Sons &lt;Bank&gt;');
  expect(html).not.toMatch(/<(?:a|img|script)\b/u);
});

test('what is kept of a mail is all that its reader sees, the subject first', () => {
  expect(mailAsRead(mailWith('Was it you?', '4K'))).toMatch(/^Smith .*\[4K\]\n\nWas it you\?\n\nJust reply/u);
});

test.each(['zh-CN', 'en'] as const)('in %s nothing around a text tells why the bank writes', (locale) => {
  const around = Object.values(MAIL[locale]).join(' ');
  expect(new Set(Array.from(around.matchAll(/\{(\w+)\}/gu), ([, name]) => name))).toEqual(
    new Set(['bank', 'phone', 'token']),
  );
});
