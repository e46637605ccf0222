/**
 * Numbers as people write them in an offer's answer: ２００, 1,200.50, 1.5万, 3k, 三百五, 两千, 一万二, twelve.
 * The text comes back with every one of them in plain digits.
 */
export function withPlainNumbers(raw: string): string {
  const folded = raw
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[萬兩個號幾塊錢圓]/gu, (letter) => SIMPLE[letter] ?? letter)
    .replaceAll(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '')
    .replaceAll(ENGLISH, (word) => String(WORDS[word] ?? word));
  return folded
    .replaceAll(/(\d+(?:\.\d+)?) ?([kw])(?![a-z\d])/gu, (_, digits: string, unit: string) => times(digits, unit))
    .replaceAll(/\d+(?:\.\d+)? ?[万千百](?:\d(?![\d.]))?/gu, (found) => {
      const [, digits = '', unit = '', rest = '0'] = /^([\d.]+) ?(\D)(\d?)$/u.exec(found) ?? [];
      return times(digits, unit, rest);
    })
    .replaceAll(/[零〇一二两三四五六七八九十百千万]+/gu, (run) => {
      const value = readHan(run);
      return value === undefined ? run : plain(value);
    });
}

const SIMPLE: Readonly<Record<string, string>> = {
  萬: '万',
  兩: '两',
  個: '个',
  號: '号',
  幾: '几',
  塊: '块',
  錢: '钱',
  圓: '元',
};
const UNIT: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000, 百: 100, 十: 10 };
const DIGITS = '零一二三四五六七八九';
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
  fifty: 50,
};
const ENGLISH = new RegExp(`\\b(?:${Object.keys(WORDS).join('|')})\\b`, 'gu');

/** 2千5 is 2,500: what follows stands in the place below. */
const times = (digits: string, unit: string, rest = '0'): string => {
  const place = UNIT[unit] ?? 1;
  return plain(Number(digits) * place + (Number(rest) * place) / 10);
};

/** At most two decimals survive a multiplication: 1.15万 is 11500. */
const plain = (value: number): string => String(Math.round(value * 100) / 100);

/** 三百五 is 350 and 一万二 is 12,000: a last digit without a unit stands in the place below the last one. */
function readHan(run: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let place = 1;
  for (const letter of run) {
    const value = letter === '两' ? 2 : letter === '〇' ? 0 : DIGITS.indexOf(letter);
    const unit = UNIT[letter];
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) place = 1;
    } else if (unit === 10_000) {
      total = (total + section + (digit ?? 0)) * unit;
      [section, digit, place] = [0, undefined, unit / 10];
    } else {
      section += (digit ?? 1) * unit;
      [digit, place] = [undefined, unit / 10];
    }
  }
  return total + section + (digit ?? 0) * place;
}
