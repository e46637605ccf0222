import { createHash } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type Fact, type Noted, type Subject, subjectOf } from '#domain/feedback/fact.ts';
import { daysOf, type Span } from '#domain/feedback/span.ts';
import { DAY } from '#domain/time.ts';
import { binary, keyItem, readBinary } from '../attributes.ts';
import { fromItem } from '../codecs/entry.ts';
import { packFacts, unpackFacts } from '../codecs/feed/facts.ts';
import { aggregateName, entryKey, factsKey, factsPartition } from '../keys.ts';
import type { Reader } from '../reader.ts';

export type FactReader = {
  /** Every fact of the span, those written down twice twice: `rowsOf` counts them once. */
  readonly facts: (span: Span) => Promise<readonly Fact[]>;
};

export type SubjectReader = {
  /** Whom these aggregates are about, by what their first entries say. */
  readonly subjects: (aggregates: readonly string[]) => Promise<ReadonlyMap<string, Subject>>;
};

export type FactWriter = {
  /** All of them are written when it returns; writing them again, in whatever batches, adds nothing to any figure. */
  readonly write: (facts: readonly Fact[]) => Promise<void>;
};

/** Days that are read at the same time. */
const AT_ONCE = 8;

export function factReader(reader: Reader): FactReader {
  return {
    /** AP-90: the facts of some days, each day a partition, a hundred entries an item. */
    facts: async (span) => {
      const days = daysOf(span);
      const found: Fact[] = [];
      for (let at = 0; at < days.length; at += AT_ONCE) {
        const some = await Promise.all(
          days.slice(at, at + AT_ONCE).map((day) => reader.collection(factsPartition(day))),
        );
        for (const item of some.flat()) found.push(...unpackFacts(readBinary(item, 'f')));
      }
      return found.filter((fact) => fact.at >= span.from && fact.at < span.to);
    },
  };
}

export function subjectReader(reader: Reader): SubjectReader {
  return {
    /** AP-91: the first entries of up to a hundred aggregates a batch. */
    subjects: async (aggregates) => {
      const names = [...new Set(aggregates)];
      const known = names.filter(hasSubject);
      const items = known.length === 0 ? [] : await reader.getAll(known.map((name) => entryKey(name, 1)));
      const first = new Map(items.flatMap((item) => (item === undefined ? [] : [noted(item)])));
      return new Map(names.map((aggregate) => [aggregate, subjectOf(first.get(aggregate), { aggregate })]));
    },
  };
}

const hasSubject = (name: string): boolean =>
  name.startsWith(aggregateName('case', '-').slice(0, -1)) ||
  name.startsWith(aggregateName('complaint', '-').slice(0, -1));

const noted = (item: Parameters<typeof fromItem>[0]): [string, Noted] => {
  const entry = fromItem(item);
  return [entry.aggregate, entry];
};

export function factWriter(db: DynamoDBClient, table: string): FactWriter {
  return {
    /** AP-93: the facts of one batch on one day, one item. The same batch writes the same item. */
    write: async (facts) => {
      for (const [day, some] of byDay(facts)) {
        const key = factsKey(day, nameOfBatch(some));
        await db.send(new PutItemCommand({ TableName: table, Item: { ...keyItem(key), f: binary(packFacts(some)) } }));
      }
    },
  };
}

function byDay(facts: readonly Fact[]): ReadonlyMap<number, readonly Fact[]> {
  const days = new Map<number, Fact[]>();
  for (const fact of facts) {
    const day = Math.floor(fact.at / DAY);
    const known = days.get(day);
    if (known === undefined) days.set(day, [fact]);
    else known.push(fact);
  }
  return days;
}

const nameOfBatch = (facts: readonly Fact[]): string =>
  createHash('sha256')
    .update(JSON.stringify(facts.map(({ what, of, seq, index }) => [what, of, seq, index])))
    .digest('base64url')
    .slice(0, 22);
