import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '#domain/time.ts';
import { keyItem, number, optionalNumber, refusedCondition, text } from '../attributes.ts';
import { type Key, systemKey } from '../keys.ts';
import type { Reader } from '../reader.ts';
import { hashedPart } from './open-text.ts';

export type FeedStore = {
  /** This source was alive at an instant; an older beat than the newest changes nothing. */
  readonly beat: (source: string, at: Instant) => Promise<void>;
  /** Newest sign of life; undefined for a source that does not beat. */
  readonly newest: (source: string) => Promise<Instant | undefined>;
};

const keyOf = (source: string): Key => systemKey('feed', hashedPart(source));

export function createFeedStore(reader: Reader, db: DynamoDBClient, table: string): FeedStore {
  return {
    /** AP-15: move a source's newest sign of life forward. */
    beat: async (source, at) => {
      try {
        await db.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyItem(keyOf(source)),
            UpdateExpression: 'SET #at = :at, #so = :so',
            ConditionExpression: 'attribute_not_exists(#at) OR #at < :at',
            ExpressionAttributeNames: { '#at': 'at', '#so': 'so' },
            ExpressionAttributeValues: { ':at': number(at), ':so': text(source) },
          }),
        );
      } catch (error) {
        // A later beat was quicker: it stands.
        if (refusedCondition(error) === undefined) throw error;
      }
    },
    /** AP-16: how old is what a source last said? */
    newest: async (source) => optionalNumber((await reader.get(keyOf(source))) ?? {}, 'at'),
  };
}
