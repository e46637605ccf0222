import { type Sensitive, sensitive } from '../sensitive.ts';
import type { Locale } from '../words.ts';

/** Around every mail, in one language. `{bank}`, `{token}` and `{phone}` are filled in; nothing here tells why we write. */
export type MailWords = {
  /** Subject of a mail that asks: bears the token in brackets, so that a reply to it carries it back. */
  readonly asks: string;
  /** Subject of a mail that only tells. */
  readonly tells: string;
  /** How to answer. */
  readonly answer: string;
  readonly closing: string;
};

/** A mail as it goes out. Its subject is read on locked screens and by whoever shares a computer: never a reason in it. */
export type Mail = {
  readonly subject: string;
  readonly text: Sensitive<string>;
  readonly html: Sensitive<string>;
};

export type MailWanted = {
  readonly text: Sensitive<string>;
  readonly locale: Locale;
  readonly token?: string;
  readonly bank: { readonly name: string; readonly phone: string };
};

/** A text as a mail: plain, and the same as simple HTML without a link, an image or a script. */
export function mailOf({ text, locale, token, bank }: MailWanted, words: MailWords): Mail {
  const fill = (wording: string): string =>
    wording
      .replaceAll('{bank}', bank.name)
      .replaceAll('{phone}', bank.phone)
      .replaceAll('{token}', token ?? '');
  const parts = [text.reveal(), ...(token === undefined ? [] : [fill(words.answer)]), fill(words.closing)];
  return {
    subject: fill(token === undefined ? words.tells : words.asks),
    text: sensitive(parts.join('\n\n')),
    html: sensitive(htmlOf(parts, locale)),
  };
}

/** What is sealed and hashed of a mail: everything that its reader sees. */
export const mailAsRead = ({ subject, text }: Pick<Mail, 'subject' | 'text'>): string =>
  `${subject}\n\n${text.reveal()}`;

function htmlOf(parts: readonly string[], locale: Locale): string {
  const paragraphs = parts.map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`).join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body>${paragraphs}</body></html>`;
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => ENTITY[sign] ?? '');
