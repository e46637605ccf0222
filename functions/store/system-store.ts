import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Fault } from '#domain/errors.ts';
import { binary, type Item, keyItem, optionalBinary, refusedCondition } from './attributes.ts';
import { systemKey } from './keys.ts';
import type { KeyService } from './vault/key-service.ts';
import { type SecretName, VAULT_ITEMS } from './vault/vault.contract.ts';

export type SystemStore = {
  /** One item `SYS#kind / name`, read strongly; undefined when there is none. */
  readonly read: (kind: string, name: string) => Promise<Item | undefined>;
  /** Writes the item unless one stands there already; `exists` then. */
  readonly create: (kind: string, name: string, item: Item) => Promise<'created' | 'exists'>;
};

/** Items that belong to the deployment rather than to a person: secrets, pointers, cursors. */
export function createSystemStore(deps: { db: () => DynamoDBClient; tableName: () => string }): SystemStore {
  const keyOf = (kind: string, name: string): Item => keyItem(systemKey(kind, name));
  return {
    /** AP-21: one item of the deployment. */
    read: async (kind, name) => {
      const input = { TableName: deps.tableName(), Key: keyOf(kind, name), ConsistentRead: true };
      return (await deps.db().send(new GetItemCommand(input))).Item;
    },
    /** AP-22: make it, unless somebody was quicker. */
    create: async (kind, name, item) => {
      const input = {
        TableName: deps.tableName(),
        Item: { ...item, ...keyOf(kind, name) },
        ConditionExpression: 'attribute_not_exists(pk)',
      };
      try {
        await deps.db().send(new PutItemCommand(input));
        return 'created';
      } catch (error) {
        if (refusedCondition(error) !== undefined) return 'exists';
        throw error;
      }
    },
  };
}

/** Attribute of a wrapped secret. */
const WRAPPED = 'w';

/**
 * The deployment's secret of that name, in clear. The first function that finds none makes it; who loses that race, and
 * who cannot know whether it won, reads again: what stands in the table is the truth, so all processes agree.
 */
export async function loadSecret(
  name: SecretName,
  deps: { store: SystemStore; keys: KeyService },
): Promise<Uint8Array> {
  const found = await readWrapped(name, deps.store);
  if (found !== undefined) return deps.keys.unwrap(name, found);
  const fresh = await deps.keys.generate(name);
  await deps.store.create(VAULT_ITEMS.kind, VAULT_ITEMS[name], { [WRAPPED]: binary(fresh.wrapped) });
  const standing = await readWrapped(name, deps.store);
  if (standing === undefined) throw new Fault('store.secret-missing', { facts: { name } });
  return deps.keys.unwrap(name, standing);
}

async function readWrapped(name: SecretName, store: SystemStore): Promise<Uint8Array | undefined> {
  const item = await store.read(VAULT_ITEMS.kind, VAULT_ITEMS[name]);
  return item === undefined ? undefined : optionalBinary(item, WRAPPED);
}
