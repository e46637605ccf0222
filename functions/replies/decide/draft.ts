import type { Case } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { ContactId, CustomerId } from '#domain/ids.ts';
import type { PointMove } from '#domain/reply/point-moves.ts';
import type { Intent } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';
import type { PersonRecord } from '#store/people/customer-store.ts';

/** A case as it moves; `person`: under whose key the words of the reply go into its entry. */
export type CaseDraft = {
  readonly stored?: Stored<Case>;
  readonly transition: Transition;
  readonly person?: PersonRecord;
};

/** A complaint as it is taken down or moves; the words go into its entry under `key`. */
export type ComplaintDraft = {
  readonly from?: Stored<Complaint>;
  readonly transition: ComplaintTransition;
  readonly key: Uint8Array;
  /** The customer on whom its holds are put. */
  readonly person?: PersonRecord;
};

/** Everything one reply leads to, decided and not yet written. */
export type Draft = {
  readonly cases: readonly CaseDraft[];
  /** More than one transaction takes: protected before the reply itself is written down. */
  readonly protectedFirst: readonly CaseDraft[];
  readonly complaint?: ComplaintDraft;
  readonly point?: PointMove;
  /** An emergency contact who does not want to be one. */
  readonly refusing?: { readonly customerId: CustomerId; readonly contactId: ContactId };
  /** Kept where staff read what matched nothing. */
  readonly inbox?: { readonly customerId?: string; readonly matchedContactId?: string };
  readonly told: Told;
};

/** What is counted of a reply. */
export type Told = {
  readonly intent: Intent;
  readonly matched: boolean;
  readonly optedOut: boolean;
  readonly quarantined: boolean;
  readonly settled: boolean;
};
