import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, SECOND } from '#domain/time.ts';
import { PURPOSES, type Purpose } from '#domain/words.ts';
import { type Item, keyItem, number, readNumber, readText, refusedCondition, text } from '../attributes.ts';
import { type Key, systemKey } from '../keys.ts';
import type { Reader } from '../reader.ts';

/** A purpose that contacts nobody until it is resumed, since when, and who paused it. */
export type Pause = { readonly purpose: Purpose; readonly at: Instant; readonly by: string };

export type PauseStore = {
  readonly all: () => Promise<readonly Pause[]>;
  /** A pause that stands already keeps its time and name. */
  readonly pause: (pause: Pause) => Promise<void>;
  readonly resume: (purpose: Purpose) => Promise<void>;
};

const KIND = 'pause';
const keyOf = (purpose: Purpose): Key => systemKey(KIND, purpose);

export function createPauseStore(reader: Reader, db: DynamoDBClient, table: string): PauseStore {
  return {
    all: () => readPauses(reader),
    /** AP-71: pause a purpose. */
    pause: async ({ purpose, at, by }) => {
      const kept = { ...keyItem(keyOf(purpose)), at: number(at), by: text(by) };
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
      await db.send(new DeleteItemCommand({ TableName: table, Key: keyItem(keyOf(purpose)) }));
    },
  };
}

/** AP-70: the purposes that are paused, a partition of at most eight items. */
const readPauses = async (reader: Pick<Reader, 'collection'>): Promise<readonly Pause[]> =>
  (await reader.collection(systemKey(KIND, KIND).pk)).flatMap(pauseOf);

function pauseOf(source: Item): Pause[] {
  const name = readText(source, 'sk');
  const purpose = PURPOSES.find((one) => one === name);
  return purpose === undefined ? [] : [{ purpose, at: readNumber(source, 'at'), by: readText(source, 'by') }];
}

/** A process hears of a pause this much later at most. Source: docs/behaviour.md, Pausing a purpose. */
export const PAUSE_HEARD_WITHIN = 2 * SECOND;

/**
 * The paused purposes as the gate reads them: asked at most once in two seconds of wall time, so that a gate costs no
 * request of its own. A read that fails fails the gate: nobody is contacted on a guess.
 */
export function pausedPurposes(
  reader: Pick<Reader, 'collection'>,
  wallNow: () => number,
): () => Promise<readonly Purpose[]> {
  let known: { readonly at: number; readonly purposes: Promise<readonly Purpose[]> } | undefined;
  return async () => {
    const now = wallNow();
    if (known === undefined || now - known.at >= PAUSE_HEARD_WITHIN || now < known.at) {
      known = { at: now, purposes: readPauses(reader).then((all) => all.map(({ purpose }) => purpose)) };
    }
    try {
      return await known.purposes;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}
