import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Bytes that DynamoDB counts for an item. Source: Developer Guide, "DynamoDB item sizes and formats". */
export function itemSize(item: Readonly<Record<string, AttributeValue>>): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.B !== undefined) return value.B.length;
  if (value.N !== undefined) return Math.ceil(value.N.replaceAll(/^0+|[-.]|0+$/gu, '').length / 2) + 1;
  throw new Error('item size: got another type, expected text, number or bytes');
}
