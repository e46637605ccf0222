import type { ApiRequest } from '#runtime/from-api.ts';
import { type Answer, isProblem } from './problems.ts';

/**
 * A cursor stands on a place of a list, and that place may be of something its reader may not see: it travels sealed, and
 * opens for its own list alone.
 */
export type Cursors = {
  readonly seal: (list: string, position: string) => Promise<string>;
  /** Undefined: no cursor that this list gave. */
  readonly open: (list: string, cursor: string) => Promise<string | undefined>;
};

/** Stands for a cursor that nobody gave: no position is written so. */
const NOBODYS = '~';

/** The request as its operation reads it, its cursor opened. */
export async function withOpened(
  { routeKey, query, body }: Pick<ApiRequest, 'routeKey' | 'query' | 'body'>,
  cursors: Cursors | undefined,
): Promise<{ readonly query: ApiRequest['query']; readonly body: unknown }> {
  if (cursors === undefined) return { query, body };
  const open = async (cursor: string) => (await cursors.open(routeKey, cursor)) ?? NOBODYS;
  const { cursor } = query;
  const read = cursor === undefined ? query : { ...query, cursor: await open(cursor) };
  const marked = cursorIn(body);
  return { query: read, body: marked === undefined ? body : { ...Object(body), cursor: await open(marked) } };
}

/** The answer as it leaves, its cursor sealed. */
export async function withSealed(answer: Answer, list: string, cursors: Cursors | undefined): Promise<Answer> {
  if (cursors === undefined || isProblem(answer)) return answer;
  const cursor = cursorIn(answer.body);
  if (cursor === undefined) return answer;
  return { ...answer, body: { ...Object(answer.body), cursor: await cursors.seal(list, cursor) } };
}

const cursorIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'cursor' in value && typeof value.cursor === 'string'
    ? value.cursor
    : undefined;
