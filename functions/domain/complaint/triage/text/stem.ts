const LATIN = /^[a-z]+$/u;

/**
 * An English word without its ending (`charges`, `charged`, `charging`: `charg`). The lists are cut in the same way, so
 * that only words of one family have to fall together; it need not be a word.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !LATIN.test(word)) return word;
  const cut = withoutEnding(word);
  const last = cut.at(-1);
  const doubled = last !== undefined && cut.length > 3 && last === cut.at(-2) && !'aeioulsz'.includes(last);
  if (doubled) return cut.slice(0, -1);
  return cut.length > 3 && cut.endsWith('e') ? cut.slice(0, -1) : cut;
}

function withoutEnding(word: string): string {
  if (word.endsWith('ies') || word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (word.endsWith('ing')) return stemmed(word, 3);
  if (word.endsWith('ed')) return stemmed(word, 2);
  if (word.endsWith('es') && /(?:s|x|z|ch|sh)es$/u.test(word)) return stemmed(word, 2);
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word;
}

/** A stem has three letters and a vowel: `thing` and `need` stay whole. */
function stemmed(word: string, ending: number): string {
  const stem = word.slice(0, -ending);
  return stem.length >= 3 && /[aeiouy]/u.test(stem) ? stem : word;
}
