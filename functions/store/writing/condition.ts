import type { Item } from '../attributes.ts';

/** Attribute equalities; `undefined` means the attribute must be absent. */
export type Condition = {
  readonly exists?: boolean;
  readonly equals?: Readonly<Record<string, Item[string] | undefined>>;
};

type Expression = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
};

/** DynamoDB's spelling of a condition; failed ones return the item that stood there. */
export function expression(condition: Condition | undefined): Expression {
  if (condition === undefined) return {};
  const names: Record<string, string> = {};
  const values: Item = {};
  const terms: string[] = [];
  if (condition.exists !== undefined) terms.push(`attribute_${condition.exists ? '' : 'not_'}exists(pk)`);
  for (const [index, [name, value]] of Object.entries(condition.equals ?? {}).entries()) {
    names[`#c${index}`] = name;
    if (value === undefined) terms.push(`attribute_not_exists(#c${index})`);
    else {
      values[`:c${index}`] = value;
      terms.push(`#c${index} = :c${index}`);
    }
  }
  if (terms.length === 0) return {};
  return {
    ConditionExpression: terms.join(' AND '),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

/** An update's spelling of what it sets under a condition. */
export function setExpression(set: Item, condition: Condition): Expression & { UpdateExpression: string } {
  const base = expression(condition);
  const names: Record<string, string> = { ...base.ExpressionAttributeNames };
  const values: Item = { ...base.ExpressionAttributeValues };
  const terms = Object.entries(set).map(([name, value], index) => {
    names[`#s${index}`] = name;
    values[`:s${index}`] = value;
    return `#s${index} = :s${index}`;
  });
  return {
    ...base,
    UpdateExpression: `SET ${terms.join(', ')}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}
