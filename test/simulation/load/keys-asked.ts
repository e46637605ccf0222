import type { Call } from '../machine/calls.ts';

/** How often each partition of the table and its indexes was asked, a request for every item that a call names. */
export type KeysAsked = {
  readonly ask: (call: Call) => undefined;
  /** This call was refused by the run itself: that it is made once more is not the doing of who asks. */
  readonly spare: (call: Call) => void;
  readonly counts: ReadonlyMap<string, number>;
  /** Most requests of each key within one second. */
  readonly busiest: ReadonlyMap<string, number>;
};

type Named = { readonly pk?: { readonly S: string } };
type Item = { readonly Key?: Named; readonly Item?: Named };
type Body = Item & {
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  readonly KeyConditionExpression?: string;
  readonly TransactItems?: readonly Readonly<Record<string, Item>>[];
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly Named[] }>>;
};

const SECOND = 1_000;

export function countKeys(now: () => number): KeysAsked {
  const counts = new Map<string, number>();
  const busiest = new Map<string, number>();
  let second = 0;
  let inSecond = new Map<string, number>();
  return {
    counts,
    busiest,
    spare: (call) => {
      if (call.service !== 'dynamodb') return;
      for (const key of keysIn(JSON.parse(call.body) as Body)) counts.set(key, (counts.get(key) ?? 0) - 1);
    },
    ask: (call) => {
      if (call.service !== 'dynamodb') return undefined;
      if (Math.floor(now() / SECOND) !== second) {
        second = Math.floor(now() / SECOND);
        inSecond = new Map();
      }
      for (const key of keysIn(JSON.parse(call.body) as Body)) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        inSecond.set(key, (inSecond.get(key) ?? 0) + 1);
        busiest.set(key, Math.max(busiest.get(key) ?? 0, inSecond.get(key) ?? 0));
      }
      return undefined;
    },
  };
}

function keysIn(body: Body): readonly string[] {
  const items: readonly Item[] = [body, ...(body.TransactItems ?? []).flatMap((one) => Object.values(one))];
  const named = items.flatMap(({ Key, Item }) => [Key?.pk?.S, Item?.pk?.S]);
  const many = Object.values(body.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys.map(({ pk }) => pk?.S));
  return [...named, ...many, queried(body)].filter((key) => key !== undefined);
}

/** The partition that a query reads, with the name of its index. */
function queried({ KeyConditionExpression, ExpressionAttributeValues = {}, IndexName }: Body): string | undefined {
  const value = /=\s*(:\w+)/u.exec(KeyConditionExpression ?? '')?.[1];
  const key = value === undefined ? undefined : ExpressionAttributeValues[value]?.S;
  return key === undefined || IndexName === undefined ? key : [IndexName, key].join(' ');
}
