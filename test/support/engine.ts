import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { INDEX, TABLE } from '#store/table.contract.ts';

/** A table engine with the one empty table, and a client that speaks to it. */
export type Engine = {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Ends the engine (or, on an engine that was named from outside, deletes the table). */
  readonly stop: () => Promise<void>;
};

const BINARY = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const READY_WITHIN_MS = 15_000;
const STARTS = 3;
const FILE = 'table.db';

/** `folder`: where its file is, of one that is not in memory. */
type Started = { readonly child: ChildProcess; readonly endpoint: string; readonly folder?: string };

const running = new Set<Started>();
process.once('exit', () => {
  for (const started of running) end(started);
});

/** Endpoint of any other DynamoDB to test against, instead of the one started here. */
const NAMED_ENDPOINT = process.env['LIAISON_TEST_DYNAMODB_ENDPOINT'];

/** True when this machine has a table engine; else tests that need one say so and what to set. */
export const hasEngine = (): boolean => NAMED_ENDPOINT !== undefined || existsSync(BINARY);

export type EngineOptions = {
  /** More than some ten thousand writes are to come: the engine keeps a file then, whose stream is indexed. */
  readonly many?: boolean;
};

/**
 * Starts a fresh engine in memory on a free port, makes the table and points this process's store client at it
 * (`TABLE_NAME`, `AWS_ENDPOINT_URL_DYNAMODB`, region, throw-away credentials). Start one per test file or per seed.
 */
export async function startEngine({ many = false }: EngineOptions = {}): Promise<Engine> {
  const started = NAMED_ENDPOINT === undefined ? await startProcess(many) : undefined;
  const endpoint = started?.endpoint ?? NAMED_ENDPOINT ?? '';
  const tableName = `liaison-${crypto.randomUUID()}`;
  pointProcessAt(endpoint, tableName);
  const client = new DynamoDBClient({ endpoint, cacheMiddleware: true });
  await client.send(tableDefinition(tableName));
  const stop = async (): Promise<void> => {
    if (started === undefined) await client.send(new DeleteTableCommand({ TableName: tableName }));
    client.destroy();
    if (started !== undefined) end(started);
  };
  return { endpoint, client, tableName, stop };
}

/** Every attribute that keys the table or an index is text. */
export function tableDefinition(tableName: string): CreateTableCommand {
  const indexes = Object.values(INDEX);
  const keyed = [TABLE, ...indexes].flatMap((at) => [at.partitionKey, at.sortKey]);
  return new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(TABLE),
    AttributeDefinitions: keyed.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection:
        'include' in index
          ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.include] }
          : { ProjectionType: 'KEYS_ONLY' },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
}

function keySchema(at: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: at.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: at.sortKey, KeyType: 'RANGE' as const },
  ];
}

function pointProcessAt(endpoint: string, tableName: string): void {
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: process.env['AWS_REGION'] ?? 'eu-west-2',
    AWS_ACCESS_KEY_ID: process.env['AWS_ACCESS_KEY_ID'] ?? 'test',
    AWS_SECRET_ACCESS_KEY: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'test',
  });
}

/** Another program may take the free port between looking and binding, so a start is tried more than once. */
async function startProcess(many: boolean): Promise<Started> {
  if (!existsSync(BINARY)) {
    throw new Error('table engine: got none for this machine, expected LIAISON_TEST_DYNAMODB_ENDPOINT to name one');
  }
  for (let attempt = 1; attempt <= STARTS; attempt += 1) {
    const port = await freePort();
    const folder = many ? mkdtempSync(join(tmpdir(), 'liaison-engine-')) : undefined;
    const file = folder === undefined ? [] : ['--db-path', join(folder, FILE)];
    const child = spawn(BINARY, ['--host', '127.0.0.1', '--port', String(port), ...file], { stdio: 'ignore' });
    const started = { child, endpoint: `http://127.0.0.1:${port}`, ...(folder === undefined ? {} : { folder }) };
    running.add(started);
    if (await isReady(child, started.endpoint)) {
      if (folder !== undefined) {
        indexStream(join(folder, FILE));
        // The engine has it open: so nothing stays behind, whatever ends this process.
        rmSync(folder, { recursive: true });
      }
      return started;
    }
    end(started);
  }
  throw new Error(`table engine: got no answer in ${STARTS} starts, expected one within ${READY_WITHIN_MS} ms`);
}

/**
 * With every item that it writes the engine looks for the last record of its stream, and reads all of them for that: from
 * a few thousand on it costs more than the write. With these indexes it finds it at once (decision 0038).
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE INDEX liaison_last ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX liaison_next ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
  `);
  database.close();
}

function end(started: Started): void {
  running.delete(started);
  started.child.kill('SIGKILL');
  if (started.folder !== undefined) rmSync(started.folder, { recursive: true, force: true });
}

async function isReady(child: ChildProcess, endpoint: string): Promise<boolean> {
  const probe = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  try {
    while (child.exitCode === null && performance.now() < deadline) {
      const answered = await probe.send(new ListTablesCommand({})).then(
        () => true,
        () => false,
      );
      if (answered) return true;
      await sleep(25);
    }
    return false;
  } finally {
    probe.destroy();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
