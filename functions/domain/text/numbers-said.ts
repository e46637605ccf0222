import type { Jurisdiction } from '../words.ts';

/** Digits of a number as people write one: with a plus, spaces, hyphens, dots or brackets between them. */
const WRITTEN = /(?:\+|00)?\d(?:[ ().-]{0,2}\d){6,15}/gu;

/** What a number written without its country's code stands for. Source: E.164 country codes, national prefixes. */
const AT_HOME: Readonly<Record<Jurisdiction, (digits: string) => string>> = {
  CN: (digits) => `+86${digits.replace(/^0/u, '')}`,
  UK: (digits) => `+44${digits.replace(/^0/u, '')}`,
  US: (digits) => `+1${digits.replace(/^1(?=\d{10}$)/u, '')}`,
};

/**
 * Numbers that a text may name, in E.164 and in their order; whether one exists is for the numbering plans to say.
 * Written without a country's code, a number is one of the country whose law the person is under.
 */
export function numbersSaid(text: string, at: Jurisdiction | undefined): readonly string[] {
  return [...text.normalize('NFKC').matchAll(WRITTEN)].map(([written]) => {
    const digits = written.replaceAll(/\D/gu, '');
    if (written.startsWith('+')) return `+${digits}`;
    if (written.startsWith('00')) return `+${digits.slice(2)}`;
    return at === undefined ? `+${digits}` : AT_HOME[at](digits);
  });
}
