import { get } from 'node:https';
import type { StageClient } from '../local/client.ts';
import { LocalStageFailure } from '../local/failure.ts';

/**
 * A page the emulator keeps for its users and AWS does not have: what phones and mailboxes were handed, what waits in a
 * queue. Undefined where the endpoint is no such emulator.
 */
export async function emulatorPage(stage: StageClient, path: string): Promise<unknown> {
  const { endpoint } = stage.outputs;
  if (endpoint === undefined || !endpoint.startsWith('https:')) return undefined;
  const { status, text } = await fetchText(new URL(`/_ministack/${path}`, endpoint), stage);
  // An emulator without this page takes it for a bucket, and tells nobody of one.
  if (status === 404 || status === 403) return undefined;
  if (status !== 200) throw new Error(`the emulator answered ${path} with ${status}`);
  return JSON.parse(text);
}

/** The same, where nothing else would do. */
export async function requireEmulatorPage(stage: StageClient, path: string, what: string): Promise<unknown> {
  const page = await emulatorPage(stage, path);
  if (page !== undefined) return page;
  throw new LocalStageFailure(
    `${what} can be read on the local stage only, where the provider keeps it; start one with \`npm start\`.`,
  );
}

function fetchText(url: URL, { agent }: StageClient): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    request.on('error', reject);
  });
}
