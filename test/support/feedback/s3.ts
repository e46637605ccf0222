import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A bucket in this process that speaks S3's wire form on loopback: versions, deletion marks, pages. */
export type FakeS3 = {
  readonly endpoint: string;
  readonly put: (name: string, body: string | Uint8Array) => void;
  /** As anybody may who may delete: the versions stay. */
  readonly remove: (name: string) => void;
  /** Methods and names that were asked. */
  readonly asked: readonly string[];
  readonly stop: () => void;
};

type Version = { readonly body: Buffer; readonly marker: boolean };

/** `page`: so many names a page, few enough that a test sees several. */
export async function startS3(page = 1000): Promise<FakeS3> {
  const kept = new Map<string, Version[]>();
  const asked: string[] = [];
  const add = (name: string, version: Version): void => void kept.set(name, [...(kept.get(name) ?? []), version]);
  const answer = (url: URL, method: string, body: Buffer): { status: number; body: string | Buffer } => {
    const [, , ...parts] = url.pathname.split('/');
    const name = parts.map(decodeURIComponent).join('/');
    asked.push(`${method} ${name === '' ? [...url.searchParams.keys()].toSorted().join(' ') : name}`);
    if (name === '') return { status: 200, body: listed(kept, url.searchParams, page) };
    if (method === 'PUT') {
      add(name, { body, marker: false });
      return { status: 200, body: '' };
    }
    const newest = kept.get(name)?.at(-1);
    return newest === undefined || newest.marker
      ? { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
      : { status: 200, body: newest.body };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = answer(new URL(request.url ?? '', 'http://s3'), request.method ?? '', Buffer.concat(chunks));
    response.writeHead(said.status);
    response.end(said.body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    put: (name, body) => add(name, { body: Buffer.from(body), marker: false }),
    remove: (name) => add(name, { body: Buffer.alloc(0), marker: true }),
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function listed(kept: ReadonlyMap<string, readonly Version[]>, query: URLSearchParams, page: number): string {
  const versions = query.has('versions');
  const start = query.get(versions ? 'key-marker' : 'continuation-token') ?? '';
  const found = [...kept]
    .filter(([, all]) => versions || all.at(-1)?.marker === false)
    .map(([name]) => name)
    .filter((name) => name.startsWith(query.get('prefix') ?? '') && name > start)
    .toSorted();
  const names = found.slice(0, page);
  const more = found.length > names.length;
  const next = versions ? 'NextKeyMarker' : 'NextContinuationToken';
  const rows = names.map((name) => `<Contents><Key>${name.replaceAll('&', '&amp;')}</Key></Contents>`).join('');
  return `<Result><IsTruncated>${more}</IsTruncated>${more ? `<${next}>${names.at(-1)}</${next}>` : ''}${rows}</Result>`;
}
