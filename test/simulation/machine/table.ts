import { Agent, request } from 'node:http';

export type TableAnswer = { readonly status: number; readonly body: Buffer };
/** The real table engine, asked in its own protocol. */
export type Table = {
  readonly ask: (operation: string, body: string | Uint8Array) => Promise<TableAnswer>;
  readonly close: () => void;
};

const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export function tableAt(endpoint: string): Table {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(endpoint);
  return {
    close: () => agent.destroy(),
    ask: (operation, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          ...HEADERS,
          'x-amz-target': `DynamoDB_20120810.${operation}`,
          'content-length': Buffer.byteLength(body),
        };
        const asked = request({ hostname, port, method: 'POST', path: '/', agent, headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 500, body: Buffer.concat(parts) }));
          answer.on('error', reject);
        });
        asked.on('error', reject);
        asked.end(body);
      }),
  };
}
