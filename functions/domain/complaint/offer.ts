import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';
import type { Role } from '../words.ts';

export const OFFER_STATES = [
  'DRAFT',
  'AWAITING_APPROVAL',
  'OPEN',
  'ACCEPTED',
  'DECLINED',
  'COUNTERED',
  'REPLACED',
  'EXPIRED',
  'WITHDRAWN',
] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What is offered. Amounts are exact; a schedule made from them adds up to the cent. */
export type OfferTerms =
  | {
      readonly kind: 'instalments';
      readonly count: number;
      readonly amount: Money;
      /** Local date `YYYY-MM-DD` of the first; absent: as the loan's own days are. */
      readonly firstOn?: string;
      readonly waive?: Money;
    }
  /** Local date `YYYY-MM-DD` until which nothing is due. */
  | { readonly kind: 'deferral'; readonly until: string }
  /** Yearly rate in percent, a decimal text. */
  | { readonly kind: 'rate'; readonly rate: string }
  | { readonly kind: 'term'; readonly months: number }
  | { readonly kind: 'waiver'; readonly fees: readonly { readonly name: string; readonly amount: Money }[] }
  | { readonly kind: 'goodwill'; readonly amount: Money };

/** What the customer named instead; the words themselves are sealed in the entry. */
export type Counter = {
  readonly amount?: Money;
  /** The amount is that of one instalment. */
  readonly each?: true;
  readonly count?: number;
  /** Local date `YYYY-MM-DD`. */
  readonly until?: string;
  readonly seq: number;
};

/** The one offer that is before the customer or the approver; a new one replaces it. */
export const isPending = ({ state }: Pick<Offer, 'state'>): boolean =>
  state === 'OPEN' || state === 'AWAITING_APPROVAL';

export type Offer = {
  readonly id: string;
  readonly state: OfferState;
  readonly terms: OfferTerms;
  readonly madeBy: string;
  readonly madeByRole: Role;
  readonly madeAt: Instant;
  /** It ends at this instant, compared with the time at which an answer came in. */
  readonly expiresAt: Instant;
  readonly approvedBy?: string;
  /** Case that asks the customer. */
  readonly caseId?: string;
  readonly accountId?: string;
  readonly counter?: Counter;
  /** Task that asks for its approval. */
  readonly taskId?: string;
  /** Why it ended other than by an answer. */
  readonly reason?: { readonly code: string; readonly sequence?: number };
};
