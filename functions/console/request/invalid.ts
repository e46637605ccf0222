import { type Answer, type Issue, refuse } from './problems.ts';

/** A body or query that does not fit: each fault with its place. */
export const unfit = (issues: readonly Issue[]): Answer =>
  refuse('request.invalid', `got ${issues.length} fault(s), expected a request that fits its schema`, { issues });

/** The same with one fault; '' is the request as a whole. */
export const invalidAt = (pointer: string, detail: string): Answer => unfit([{ pointer, detail }]);
