import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import type { Customer } from './customers.ts';
import type { Staff } from './staff.ts';

const MINUTE = 60_000;
/** Longer than a hash: keys and what they seal. */
const SEALED_BYTES = 33;

/** Somebody who asked to be forgotten, and everything sealed that their record held just before. */
export type Erased = { readonly customerId: string; readonly sealed: readonly string[] };

type At = {
  readonly machine: Machine;
  readonly staff: Staff;
  readonly chance: Chance;
  readonly customers: readonly Customer[];
};

type Ordering = At & { readonly erased: Erased[] };

/** One seed in so many has people who ask to be forgotten. */
const EVERY = 3;
export const forgets = (seed: string): boolean => Number(seed.split('.').at(-1)) % EVERY === 2;

/** Now and then somebody asks to be forgotten; whom the law keeps is let be, and an order without an answer comes again. */
export function keepErasing(at: At, isOver: () => boolean): readonly Erased[] {
  const erased: Erased[] = [];
  const { machine, chance, customers } = at;
  const next = (): void => {
    machine.time.after(chance.between(8 * MINUTE, 25 * MINUTE), () => {
      if (isOver()) return undefined;
      next();
      const left = customers.filter(({ id }) => !erased.some((one) => one.customerId === id));
      return left.length === 0 ? undefined : order(chance.pick(left).id, { ...at, erased });
    });
  };
  next();
  return erased;
}

/** Time waits for the reading of the table, which takes none of its own, and not for the answer, which does. */
async function order(customerId: string, at: Ordering, tries = 1): Promise<void> {
  return void ask({ customerId, sealed: await sealedOf(customerId, at.machine) }, at, tries);
}

async function ask(one: Erased, at: Ordering, tries: number): Promise<void> {
  const { customerId } = one;
  const answer = await at.staff.ask('POST', `/v1/subjects/${customerId}/erase`, { reason: '本人要求' });
  const again = answer === undefined || answer.status >= 500 || answer.body['complete'] === false;
  if (answer?.status === 200 && !at.erased.some((other) => other.customerId === customerId)) at.erased.push(one);
  if (again && tries < 6) at.machine.time.after(MINUTE, () => order(customerId, at, tries + 1));
}

/** Keys and sealed fields of the registry; what stands in timelines stays there, as noise. */
export async function sealedOf(customerId: string, { engine }: Machine): Promise<readonly string[]> {
  const { Items = [] } = await engine.client.send(
    new QueryCommand({
      TableName: engine.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `CUS#${customerId}` } },
      ConsistentRead: true,
    }),
  );
  return Items.filter((item) => item['sk']?.S?.startsWith('E#') !== true).flatMap(bytesOf);
}

/** Binary values of an item that may be a key or something sealed. */
export const bytesOf = (item: Readonly<Record<string, AttributeValue>>): readonly string[] =>
  Object.values(item).flatMap(({ B }) =>
    B === undefined || B.length < SEALED_BYTES ? [] : [Buffer.from(B).toString('base64')],
  );
