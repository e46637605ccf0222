import fc from 'fast-check';

/** One arbitrary for every field of a type, optional ones too: a field that is added has to be named here as well. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: fc.Arbitrary<Exclude<T[K], undefined>> };

/** Any value of the type: required fields always, each optional one now and then, left out otherwise. */
export function anyOf<T>(fields: FieldsOf<T>, required: readonly (keyof T & string)[]): fc.Arbitrary<T> {
  return fc.record(fields, { requiredKeys: [...required] }) as fc.Arbitrary<T>;
}
