import { type ApiAnswer, type ApiCall, apiFetch } from '../local/api.ts';
import type { StageClient } from '../local/client.ts';
import { type MintedToken, mintToken, type TokenRequest } from '../local/tokens.ts';

const RENEW_BEFORE_MS = 60_000;

/** An answer other than 2xx, with the problem document the API gave. */
export class RefusedByApi extends Error {
  override readonly name = 'RefusedByApi';
  readonly status: number;
  readonly problem: unknown;

  constructor(path: string, { status, json, text }: ApiAnswer) {
    const said = typeof json === 'object' && json !== null && 'detail' in json ? String(json.detail) : text;
    super(`${path} was answered with ${status}: ${said}`);
    this.status = status;
    this.problem = json ?? { status, detail: text };
  }
}

/** Calls routes as one made-up member of staff; the token is made when first needed and renewed before it ends. */
export interface Staff {
  readonly call: (path: string, call?: ApiCall) => Promise<ApiAnswer>;
  /** The answer's document. Anything but 2xx is a {@link RefusedByApi} that carries the problem document. */
  readonly ask: (path: string, call?: ApiCall) => Promise<unknown>;
}

export function staffOf(stage: StageClient, person: TokenRequest): Staff {
  let minted: Promise<MintedToken> | undefined;
  const token = async (): Promise<string> => {
    minted ??= mintToken(stage, person);
    const held = await minted;
    if (Date.parse(held.expiresAt) - Date.now() > RENEW_BEFORE_MS) return held.token;
    minted = mintToken(stage, person);
    return (await minted).token;
  };
  const call: Staff['call'] = async (path, given = {}) =>
    apiFetch(stage, path, { ...given, token: given.token ?? (await token()) });
  return { call, ask: async (path, given) => answered(path, await call(path, given)) };
}

function answered(path: string, answer: ApiAnswer): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  throw new RefusedByApi(path, answer);
}
