import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '#domain/time.ts';
import { PURPOSES, type Purpose } from '#domain/words.ts';
import { type Item, keyItem, number, readNumber, readText, refusedCondition, text } from '../attributes.ts';
import { type Key, systemKey } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { PAUSE_KIND } from '../table.contract.ts';

/** A purpose that contacts nobody until it is resumed, since when, and who paused it. */
export type Pause = { readonly purpose: Purpose; readonly at: Instant; readonly by: string };

export type PauseStore = {
  readonly all: () => Promise<readonly Pause[]>;
  /** A pause that stands already keeps its time and name. */
  readonly pause: (pause: Pause) => Promise<void>;
  readonly resume: (purpose: Purpose) => Promise<void>;
};

/** Where a purpose's pause stands, for those who ask for it beside other things. */
export const pauseKey = (purpose: Purpose): Key => systemKey(PAUSE_KIND, purpose);

export function createPauseStore(reader: Reader, db: DynamoDBClient, table: string): PauseStore {
  return {
    all: () => readPauses(reader),
    /** AP-71: pause a purpose. */
    pause: async ({ purpose, at, by }) => {
      const kept = { ...keyItem(pauseKey(purpose)), at: number(at), by: text(by) };
      try {
        await db.send(
          new PutItemCommand({ TableName: table, Item: kept, ConditionExpression: 'attribute_not_exists(pk)' }),
        );
      } catch (error) {
        if (refusedCondition(error) === undefined) throw error;
      }
    },
    /** AP-72: let it go on. */
    resume: async (purpose) => {
      await db.send(new DeleteItemCommand({ TableName: table, Key: keyItem(pauseKey(purpose)) }));
    },
  };
}

/** AP-70: the purposes that are paused, a partition of at most eight items. */
const readPauses = async (reader: Pick<Reader, 'collection'>): Promise<readonly Pause[]> =>
  (await reader.collection(systemKey(PAUSE_KIND, PAUSE_KIND).pk)).flatMap(pauseOf);

function pauseOf(source: Item): Pause[] {
  const name = readText(source, 'sk');
  const purpose = PURPOSES.find((one) => one === name);
  return purpose === undefined ? [] : [{ purpose, at: readNumber(source, 'at'), by: readText(source, 'by') }];
}
