import { once } from 'node:events';
import { cp, glob, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BundleReport, bundleAll, sizesOf } from '../../tools/bundle.ts';
import { repositoryRoot } from '../../tools/local/paths.ts';

/** A handler with the parts that matter here: the clock, an AWS client, a built-in module. */
const sample = `
import { createHash } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { clock } from '#runtime/clock.ts';
const table = new DynamoDBClient({ region: 'eu-west-1' });
export const handler = async () => [clock.businessNow(), createHash('sha256').update('a').digest('hex'), await table.config.region()];
export const whoAmI = () => table.config.credentials();
export const put = (endpoint) =>
  new DynamoDBClient({ region: 'eu-west-1', endpoint, maxAttempts: 1 })
    .send(new PutItemCommand({ TableName: 't', Item: { pk: { S: 'a' } } }))
    .catch(({ name, message, $fault, Item }) => ({ name, message, fault: $fault, item: Item }));
`;

let here: string;
let there: string;
let dev: BundleReport;
let elsewhere: BundleReport;
let local: BundleReport;

beforeAll(async () => {
  [here, there] = await Promise.all([copyOfCheckout('here'), copyOfCheckout('a-folder-with-a-longer-name')]);
  dev = await bundleAll({ stage: 'dev', root: here });
  elsewhere = await bundleAll({ stage: 'dev', root: there });
  local = await bundleAll({ stage: 'local', root: here });
});

afterAll(() => Promise.all([here, there].map((folder) => rm(folder, { recursive: true }))));

test('the same sources give the same bytes in any folder', async () => {
  expect(Object.keys(dev.entries)).toContain('sample');
  expect(Object.keys(elsewhere.entries)).toEqual(Object.keys(dev.entries));
  for (const name of Object.keys(dev.entries)) {
    expect(await bundleOf(there, name)).toEqual(await bundleOf(here, name));
  }
});

test('no path of the machine is inside a bundle', async () => {
  for (const name of Object.keys(dev.entries)) {
    const text = (await bundleOf(here, name)).toString('utf8');
    expect(text).not.toContain(here);
    expect(text).not.toContain(repositoryRoot);
  }
});

test('the local stage differs in exactly one module, the clock', async () => {
  expect(Object.keys(local.entries)).toEqual(Object.keys(dev.entries));
  for (const name of Object.keys(dev.entries)) {
    const [only, onlyLocal] = [differences(dev, local, name), differences(local, dev, name)];
    expect([only, onlyLocal]).toEqual(
      only.length === 0 ? [[], []] : [['functions/runtime/clock.ts'], ['functions/runtime/clock.local.ts']],
    );
  }
  expect(differences(local, dev, 'sample')).toEqual(['functions/runtime/clock.local.ts']);
});

test('the clock of the local stage follows its file', async () => {
  const clockFile = join(here, 'clock.json');
  await writeFile(clockFile, '{"offsetMs":3600000}');
  process.env['LIAISON_CLOCK_FILE'] = clockFile;

  const [now] = await runSample(here, 'local');

  expect(Number(now) - Date.now()).toBeGreaterThan(3_590_000);
});

test('a bundle runs, with built-in modules and the AWS client inside', async () => {
  const [now, hash, region] = await runSample(here, 'dev');

  expect(Math.abs(Number(now) - Date.now())).toBeLessThan(10_000);
  expect(hash).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  expect(region).toBe('eu-west-1');
});

test('credentials come from the environment, and any other source is refused in words', async () => {
  const { whoAmI } = await loadSample(here, 'dev');
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE']) delete process.env[name];

  await expect(whoAmI()).rejects.toThrow('credentials come from the environment of the function');
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' });
  await expect(whoAmI()).resolves.toMatchObject({ accessKeyId: 'key' });
});

test('errors of the table keep their names without their classes, and what they carry beside a message', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' });
  const { put } = await loadSample(here, 'dev');
  const refusing = async (type: string, more: object = {}): Promise<unknown> => {
    const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no', ...more });
    const server = createServer((_request, response) => response.writeHead(400).end(body)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = v.parse(v.object({ port: v.number() }), server.address());
    return put(`http://127.0.0.1:${port}`).finally(() => server.close());
  };

  for (const name of ['ResourceNotFoundException', 'TransactionInProgressException', 'TransactionConflictException']) {
    expect(await refusing(name)).toEqual({ name, message: 'no', fault: 'client', item: undefined });
  }
  expect(await refusing('ConditionalCheckFailedException', { Item: { pk: { S: 'a' } } })).toMatchObject({
    name: 'ConditionalCheckFailedException',
    item: { pk: { S: 'a' } },
  });
  const bundle = (await bundleOf(here, 'sample')).toString('utf8');
  const names = ['TransactionCanceledException', 'BackupInUseException'];
  expect(names.filter((name) => bundle.includes(name))).toEqual(['TransactionCanceledException']);
});

test('refuses two functions of one name, because the stacks find bundles by name', async () => {
  const twin = join(here, 'functions', 'twin');
  await mkdir(twin);
  await writeFile(join(twin, 'sample.lambda.ts'), sample);

  await expect(bundleAll({ stage: 'dev', root: here })).rejects.toThrow('two functions are called sample');
  await rm(twin, { recursive: true });
});

test('the bundle of a function that is gone goes too', async () => {
  const small = await copyOfCheckout('small', ['functions/runtime', 'functions/domain', 'package.json']);
  await mkdir(join(small, 'build/dev/forgotten'), { recursive: true });

  await bundleAll({ stage: 'dev', root: small });

  await expect(readFile(join(small, 'build/dev/forgotten'))).rejects.toThrow('ENOENT');
  await rm(small, { recursive: true });
});

test('the sizes are listed largest first', () => {
  const entry = { gzipBytes: 500, onDemandBytes: 0, inputs: {} };
  const table = sizesOf({
    stage: 'dev',
    entries: { small: { bytes: 1000, ...entry }, large: { bytes: 2000, ...entry } },
  });

  expect(table.split('\n').map((line) => line.split(' ')[0])).toEqual(['function', 'large', 'small']);
});

/** Entries of several stages; the others are bundled alike. */
const SEVERAL: readonly string[] = ['accept-events.lambda.ts', 'advance-case.lambda.ts', 'relay.lambda.ts'];

async function copyOfCheckout(name: string, parts = ['functions', 'package.json']): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), 'liaison-bundle-')), name);
  await mkdir(root);
  for (const part of parts) await cp(join(repositoryRoot, part), join(root, part), { recursive: true });
  await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'functions', 'sample.lambda.ts'), sample);
  for await (const entry of glob('functions/*/*.lambda.ts', { cwd: root })) {
    if (!SEVERAL.includes(basename(entry))) await rm(join(root, entry));
  }
  return root;
}

/** Every file of a function, by name. */
async function bundleOf(root: string, name: string): Promise<Buffer> {
  const folder = join(root, 'build', 'dev', name);
  const files = (await readdir(folder)).toSorted();
  return Buffer.concat(
    await Promise.all(
      files.map(async (file) => Buffer.concat([Buffer.from(file), await readFile(join(folder, file))])),
    ),
  );
}

/** Source files of a function in the first report that the second does not have. */
function differences(first: BundleReport, second: BundleReport, name: string): readonly string[] {
  const [a, b] = [first, second].map((report) => Object.keys(report.entries[name]?.inputs ?? {}));
  return (a ?? []).filter((file) => b?.includes(file) !== true);
}

type Call<A extends unknown[] = []> = (...given: A) => Promise<readonly unknown[]>;
const isCall = <A extends unknown[]>(value: unknown): value is Call<A> => typeof value === 'function';
const Sample = v.looseObject({
  handler: v.custom<Call>(isCall),
  whoAmI: v.custom<Call>(isCall),
  put: v.custom<Call<[endpoint: string]>>(isCall),
});

async function loadSample(root: string, stage: string): Promise<v.InferOutput<typeof Sample>> {
  return v.parse(Sample, await import(pathToFileURL(join(root, 'build', stage, 'sample/index.mjs')).href));
}

async function runSample(root: string, stage: string): Promise<readonly unknown[]> {
  return (await loadSample(root, stage)).handler();
}
