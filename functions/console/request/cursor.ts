import type { Answer } from './problems.ts';

/** Opaque to callers: the position after which the next page begins. */
export const cursorOf = (position: string): string => Buffer.from(position, 'utf8').toString('base64url');

type Begin = { readonly after?: string } | Extract<Answer, { problem: unknown }>;

/** Where a page begins; a cursor that no list of ours gave is refused before it reaches a query. */
export function readCursor(cursor: string | undefined, position: RegExp): Begin {
  if (cursor === undefined) return {};
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorOf(after) === cursor && position.test(after)) return { after };
  return { problem: { code: 'request.cursor-invalid', detail: 'got another cursor than this list gives' } };
}
