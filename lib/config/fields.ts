import * as v from 'valibot';

/** Every message says what is expected and how to write it: it is all that a failed synth prints. */
export const text = (example: string, limit: number) => {
  const cure = `write a text of 1 to ${limit} characters, such as "${example}"`;
  return v.pipe(v.string(cure), v.trim(), v.minLength(1, cure), v.maxLength(limit, cure));
};
export const pattern = (rule: RegExp, cure: string) => v.pipe(v.string(cure), v.regex(rule, cure));
export const whole = (least: number, most: number) => {
  const cure = `write a whole number from ${least} to ${most}`;
  return v.pipe(v.number(cure), v.integer(cure), v.minValue(least, cure), v.maxValue(most, cure));
};
export const yesOrNo = v.boolean('write true or false');
export const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(words, `write one of ${words.join(', ')}`);
