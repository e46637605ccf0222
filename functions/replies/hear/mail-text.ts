/** Where the history of a mail begins: what mail programs write above what they quote. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|forwarded message|原始邮件|原邮件|转发邮件)\s*-{2,}$/iu,
  /^_{8,}$/u,
  /^on\b.{5,200}\bwrote\s*[:：]?$/iu,
  /^(?:在|于)?.{0,200}(?:写道|写到)\s*[:：]?$/u,
  /^(?:from|发件人|寄件人)\s*[:：].*$/iu,
];
/** Source: RFC 3676 §4.3. */
const SIGNATURE = /^-- ?$/u;
const QUOTED = /^\s*>/u;

/**
 * What the sender of a mail wrote themselves: without lines that are quoted, without the history below, without the
 * signature. Our own question stands in the history, and must not be taken for an answer.
 */
export function ownWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line, at) => endsHere(line.trim(), lines.slice(0, at)));
  const own = end < 0 ? lines : lines.slice(0, end);
  return own
    .filter((line) => !QUOTED.test(line) && !isAttribution(line.trim()))
    .join('\n')
    .trim();
}

/** History ends the mail only where words stand above it; else it was answered below. */
const endsHere = (line: string, above: readonly string[]): boolean =>
  (SIGNATURE.test(line) || isAttribution(line)) && above.some((one) => one.trim() !== '' && !QUOTED.test(one));

const isAttribution = (line: string): boolean => ATTRIBUTIONS.some((one) => one.test(line));

const IN_BRACKETS = /[[【]\s*([2346789][acdefhjkmpquvwx])\s*[\]】]/iu;

/** The reference that our mails carry in their subject. */
export const tokenOfSubject = (subject: string): string | undefined =>
  IN_BRACKETS.exec(subject.normalize('NFKC'))?.[1]?.toUpperCase();
