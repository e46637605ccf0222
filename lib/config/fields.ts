import * as v from 'valibot';

export type Tree = Readonly<Record<string, unknown>>;
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys with values. A list is none, though JavaScript takes it for an object without keys. */
const tree = v.custom<Tree>(isTree);
/** Keys of ours; unknown ones are refused: a misspelt threshold must not be silently the default. */
export const group = <const T extends v.ObjectEntries>(entries: T) => v.pipe(tree, v.strictObject(entries));
/** Keys of the bank's. */
export const named = <const K extends v.GenericSchema<string>, const V extends v.GenericSchema>(key: K, value: V) =>
  v.pipe(tree, v.record(key, value));

/** Every message says what is expected; the example that a failed synth prints with it stands in `example.ts`. */
export const text = (limit: number) => {
  const cure = `write a text of 1 to ${limit} characters`;
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
