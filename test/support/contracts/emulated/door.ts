import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a function is to do with an event: its answer, or `raises`. */
export type Told = (event: unknown) => Promise<object | 'raises'>;

/** Where functions of the emulator ask what to do, so that a test says it in its own process. */
export type FunctionDoor = { readonly add: (name: string, told: Told) => string; readonly close: () => void };

export async function openDoor(): Promise<FunctionDoor> {
  const rooms = new Map<string, Told>();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const event: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const isTrial = typeof event !== 'object' || event === null || !('Records' in event);
    const told = isTrial ? undefined : rooms.get(request.url ?? '');
    const answer = (await told?.(event)) ?? {};
    response.writeHead(answer === 'raises' ? 500 : 200).end(JSON.stringify(answer));
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    add: (name, told) => {
      rooms.set(`/${name}`, told);
      return `http://127.0.0.1:${port}/${name}`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
