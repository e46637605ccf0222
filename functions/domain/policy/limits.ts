import type { SpendRules } from '../spend/budget.ts';
import type { Lane } from '../words.ts';
import type { Cap } from './types.ts';

/** How long a claimed task stays with its agent; policy data (limits). */
export type Leases = {
  /** A call that was taken and not begun. */
  readonly call: string;
  /** A call from when its number was given out. */
  readonly dialled: string;
  /** Every other task. */
  readonly desk: string;
};

export type Limits = {
  readonly version: number;
  /** Confirming by SMS (trust 2) up to this amount, inclusive, in minor units by currency. */
  readonly confirm: Readonly<Record<string, number>>;
  readonly attemptsPerCase: number;
  readonly verifiedTrustedFor: string;
  readonly changedNumberGuard: string;
  /** Sources of an address that may be used though it was never verified (not for debt). */
  readonly knownSources: readonly string[];
  /** Caps that hold everywhere; packs add theirs. */
  readonly caps: readonly Cap[];
  /** A beating source silent for longer holds debt contacts. */
  readonly feedSilence: string;
  /** A credit that has not posted for longer covers nothing any more. */
  readonly pendingFor: string;
  /** A hold that ends with an event (complaint, dispute, pending payment) is looked at again this often. */
  readonly recheckKnownEnd: string;
  /** A DEFER spreads over at most this much of the window that opens. */
  readonly spread: Readonly<Record<Lane, string>>;
  /** An answer to an inbound text leaves within this time or not at all. */
  readonly answerWithin: string;
  readonly unansweredAnswers: number;
  readonly neutralAnswerEvery: string;
  /** How long a claimed task stays with its agent before it is free again. */
  readonly leases: Leases;
  /** Days past due from which a debt is asked about before court instead of reminded of. */
  readonly preLitigationFrom: number;
  /** Is a person told who was newly named as an emergency contact, or whose number there is new? */
  readonly contactNotice: boolean;
  /** While a protective hold stands a bare digit confirms nothing: the token is asked for. */
  readonly tokenWhileProtected: boolean;
  /** A bare digit answers the one open question that was asked within this time. */
  readonly bareDigitWithin: string;
  /** How the budget of texts is divided. */
  readonly spend: SpendRules;
};
