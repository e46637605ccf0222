import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { apiFetch } from '../../tools/local/api.ts';
import { clientConfig, openStage, queueClientConfig } from '../../tools/local/client.ts';
import { flattenStackOutputs, readOutputs, requireOutput, writeOutputs } from '../../tools/local/outputs.ts';
import { mintToken } from '../../tools/local/tokens.ts';

const folder = await mkdtemp(join(tmpdir(), 'liaison-reach-'));
const file = join(folder, 'outputs.json');
const local = { stage: 'local', region: 'us-east-1', endpoint: 'https://127.0.0.1:4567' };
let server: Server | undefined;

afterEach(() => server?.close());
afterAll(() => rm(folder, { recursive: true }));

test('the outputs of all stacks are one flat record without the exports the CDK makes for itself', () => {
  const text = JSON.stringify({ A: { TableName: 't', ExportsOutputRefX: 'x' }, B: { ApiUrl: 'u' } });

  expect(flattenStackOutputs(text)).toEqual({ TableName: 't', ApiUrl: 'u' });
});

test('refuses with the cure when no stage is described', async () => {
  await expect(readOutputs(join(folder, 'none.json'))).rejects.toThrow('start the local one with `npm start`');
});

test('refuses with the cure when the file describes no stage', async () => {
  await writeFile(file, '{"region":"us-east-1"}');

  await expect(readOutputs(file)).rejects.toThrow('names no stage and region');
});

test('refuses to guess an output that the deployed stacks do not have', () => {
  expect(() => requireOutput(local, 'ApiUrl')).toThrow('have no output ApiUrl');
});

test('the emulator gets its own root pair and queues are reached through its TLS port', async () => {
  await writeOutputs(file, local);
  const stage = await openStage(file);

  expect(clientConfig(stage)).toMatchObject({ endpoint: local.endpoint, credentials: { accessKeyId: 'test' } });
  expect(queueClientConfig(stage).useQueueUrlAsEndpoint).toBe(false);
});

test('a real account is reached at its own addresses with the credentials of the reader', async () => {
  await writeOutputs(file, { stage: 'prod', region: 'eu-west-2' });
  const stage = await openStage(file);

  expect(clientConfig(stage)).not.toHaveProperty('endpoint');
  expect(clientConfig(stage)).not.toHaveProperty('credentials');
  expect(queueClientConfig(stage).useQueueUrlAsEndpoint).toBe(true);
});

test('refuses to invent staff outside the local stage', async () => {
  await writeOutputs(file, { stage: 'prod', region: 'eu-west-2', UserPoolId: 'p' });

  await expect(mintToken(await openStage(file), { role: 'admin' })).rejects.toThrow('on the local stage only');
});

test('an execute-api name is reached on loopback with its name as Host', async () => {
  const port = await serve((request) => ({ host: request.headers.host, path: request.url, method: request.method }));
  await writeOutputs(file, { ...local, ApiUrl: `http://abc.execute-api.localhost:${port}` });
  const stage = await openStage(file);

  const answer = await apiFetch(stage, '/v1/cases?queue=fraud', { token: 't' });

  expect(answer).toMatchObject({
    status: 200,
    json: { host: `abc.execute-api.localhost:${port}`, path: '/v1/cases?queue=fraud', method: 'GET' },
  });
});

test('a body is posted as JSON with the token and the type that was asked for', async () => {
  const port = await serve(({ headers, method }) => ({
    method,
    type: headers['content-type'],
    token: headers.authorization,
  }));
  await writeOutputs(file, { ...local, ApiUrl: `http://127.0.0.1:${port}/` });
  const stage = await openStage(file);

  const answer = await apiFetch(stage, '/v1/events', {
    token: 't',
    body: {},
    contentType: 'application/cloudevents+json',
  });

  expect(answer.json).toEqual({ method: 'POST', type: 'application/cloudevents+json', token: 'Bearer t' });
});

test('an answer that is no JSON is given as text', async () => {
  const port = await serve(() => 'plain');
  await writeOutputs(file, { ...local, ApiUrl: `http://127.0.0.1:${port}` });

  expect(await apiFetch(await openStage(file), '/')).toMatchObject({ text: 'plain', json: undefined });
});

function serve(answer: (request: IncomingMessage) => unknown): Promise<number> {
  const made = createServer((request, response) => {
    const said = answer(request);
    request.resume().on('end', () => response.end(typeof said === 'string' ? said : JSON.stringify(said)));
  });
  server = made;
  return new Promise((resolve, reject) => {
    made.listen(0, '127.0.0.1', () => {
      const address = made.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the test server has no port'));
    });
  });
}
