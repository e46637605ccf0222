import { createServer } from 'node:http';

/** What the service answers a call with: a body, or an error by name. */
export type KmsAnswer = { readonly body: object } | { readonly error: string };
export type KmsCall = { readonly target: string; readonly input: Readonly<Record<string, unknown>> };

/** A service that speaks KMS's wire form on loopback, and tells what it was asked. */
export async function startKms(answer: (call: KmsCall) => KmsAnswer) {
  const calls: KmsCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      const call = { target, input: JSON.parse(Buffer.concat(chunks).toString('utf8')) as KmsCall['input'] };
      calls.push(call);
      const said = answer(call);
      response.writeHead('error' in said ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify('error' in said ? { __type: said.error, message: said.error } : said.body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
