import type { AttributeValue, CancellationReason } from '@aws-sdk/client-dynamodb';
import type { Key } from './keys.ts';

/** An item as DynamoDB speaks it. */
export type Item = Record<string, AttributeValue>;

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });
export const binary = (value: Uint8Array): AttributeValue => ({ B: value });
export const json = (value: unknown): AttributeValue => ({ S: JSON.stringify(value) });

export const keyItem = (key: Key): Item => ({ pk: text(key.pk), sk: text(key.sk) });

/** Attributes whose value is undefined are left out, so that optional fields cost nothing. */
export function item(attributes: Readonly<Record<string, AttributeValue | undefined>>): Item {
  const result: Item = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) result[name] = value;
  return result;
}

export function readText(source: Item, name: string): string {
  const value = source[name]?.S;
  if (value === undefined) throw new Error(`attribute ${name}: got nothing, expected text`);
  return value;
}

export function readNumber(source: Item, name: string): number {
  const value = source[name]?.N;
  if (value === undefined) throw new Error(`attribute ${name}: got nothing, expected a number`);
  return Number(value);
}

export function readBinary(source: Item, name: string): Uint8Array {
  const value = source[name]?.B;
  if (value === undefined) throw new Error(`attribute ${name}: got nothing, expected bytes`);
  return value;
}

export const optionalText = (source: Item, name: string): string | undefined => source[name]?.S;
export const optionalNumber = (source: Item, name: string): number | undefined =>
  source[name]?.N === undefined ? undefined : Number(source[name].N);
export const optionalBinary = (source: Item, name: string): Uint8Array | undefined => source[name]?.B;

/** Reads a JSON text attribute written by our own codec. */
export const readJson = <T>(source: Item, name: string): T => JSON.parse(readText(source, name)) as T;

export const optionalJson = <T>(source: Item, name: string): T | undefined =>
  source[name]?.S === undefined ? undefined : readJson<T>(source, name);

export function sameBytes(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((byte, index) => byte === other[index]);
}

/** Set when a write was refused by its condition: with the item that stood there, if any and if it was asked for. */
export function refusedCondition(error: unknown): { readonly standing?: Item } | undefined {
  if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') return undefined;
  const { Item: standing } = error as { Item?: Item };
  return standing === undefined ? {} : { standing };
}

/** Why each action of a cancelled transaction was refused, in their order; undefined for every other error. */
export function cancellationReasons(error: unknown): readonly CancellationReason[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined;
  return (error as { CancellationReasons?: CancellationReason[] }).CancellationReasons ?? [];
}
