import type { ReplyContext } from '#domain/reply/reading/reading.ts';

/** The rule that must read a text, what is known about the number, and texts in both languages up to its very limits. */
export type Ruled = readonly [why: string, context: ReplyContext, texts: readonly string[]];

/** A title for the rows, as a clause of the law of replies. */
export type RuleGroup = { readonly name: string; readonly rows: readonly Ruled[] };

/** So many words that say nothing, so that a text has the length a rule looks at. */
export const words = (count: number): string => 'mmm '.repeat(count).trim();
