import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * By default a call that is never answered is waited for until the function ends; one whose promise a process keeps (a
 * key that is being loaded) would then fail every later message of that process. Four tries fit into the shortest
 * function; the table answers in milliseconds.
 */
const ANSWERED_WITHIN = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };

let client: DynamoDBClient | undefined;

/** The process's one DynamoDB client; `cacheMiddleware` saves 11 % of the CPU of a call (measured, docs/decisions). */
export function db(): DynamoDBClient {
  client ??= new DynamoDBClient({ cacheMiddleware: true, requestHandler: ANSWERED_WITHIN });
  return client;
}

/** Name of the table, given by the deployment. */
export function tableName(): string {
  const name = process.env['TABLE_NAME'];
  if (name === undefined || name === '')
    throw new Error('environment TABLE_NAME: got nothing, expected the table name');
  return name;
}
