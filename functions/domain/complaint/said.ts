/** Free texts of one entry by their names. */
type Words = Readonly<Record<string, string | undefined>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/**
 * The words of an opened entry by their names: its facts say which they are, and the seal holds them in that order. The only
 * one of an entry has the name `text`.
 */
export function wordsOf({ facts }: { readonly facts: Readonly<Record<string, unknown>> }, opened: string): Words {
  const names = facts['said'];
  const texts = textsIn(opened);
  if (!areTexts(names) || texts === undefined) return { text: opened };
  return Object.fromEntries(names.map((name, index) => [name, texts[index]]));
}

function textsIn(opened: string): readonly string[] | undefined {
  try {
    const texts: unknown = JSON.parse(opened);
    return areTexts(texts) ? texts : undefined;
  } catch {
    return undefined;
  }
}
