import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import type { Intent } from '#domain/words.ts';

/** A text as people write it, what it means, and what else must come out. */
export type Phrase = readonly [
  text: string,
  intent: Intent,
  more?: {
    readonly token?: string;
    readonly rating?: number;
    /** May settle the question; false unless it says so. */
    readonly auto?: true;
    /** Texts must stop; for `stop` and `wrong_person` always, for others only where it says so. */
    readonly suppress?: true;
  },
];

/** Phrases that answer one kind of question. */
export type PhraseGroup = {
  readonly name: string;
  readonly context: ReplyContext;
  readonly phrases: readonly Phrase[];
};

export const FRAUD: ReplyContext = { purpose: 'fraud_security', openQuestions: 1, tokens: ['4K'] };
export const WELFARE: ReplyContext = { purpose: 'welfare', openQuestions: 1, tokens: ['4K'] };
export const SERVICE: ReplyContext = { purpose: 'account_service', openQuestions: 1, tokens: ['4K'] };
export const DEBT: ReplyContext = { purpose: 'debt_reminder', openQuestions: 1, tokens: ['4K'] };
export const OFFER: ReplyContext = { purpose: 'negotiation_followup', openQuestions: 1, tokens: ['4K'] };
export const FOLLOW_UP: ReplyContext = { purpose: 'complaint_followup', openQuestions: 1, tokens: ['4K'] };
export const NOTHING_OPEN: ReplyContext = { openQuestions: 0, tokens: [] };
export const CONTACT: ReplyContext = {
  purpose: 'welfare',
  audience: 'contact',
  openQuestions: 1,
  tokens: ['4K'],
};
