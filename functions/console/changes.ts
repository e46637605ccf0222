import type { Case } from '#domain/case/case.ts';
import type { Transition } from '#domain/case/transition.ts';
import type { Complaint } from '#domain/complaint/complaint.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { Allow, Verdict } from '#domain/contact/evidence.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { EntryDraft } from '#domain/effects.ts';
import type { PointId } from '#domain/ids.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import type { DisclosureLevel } from '#domain/words.ts';
import type { Op, Stored } from '#store/ledger.ts';

/** What a move of a case writes: the transition, a text for its entry, conditions it rests on. */
export type CaseMove = {
  readonly from: Stored<Case>;
  readonly transition: Transition;
  readonly sealed?: Uint8Array;
  readonly also?: readonly Op[];
  /** The number it changes as well, with the number's own entry. */
  readonly point?: {
    readonly before: Stored<ContactPoint>;
    readonly after: ContactPoint;
    readonly entry: EntryDraft;
  };
};
/** What a move of a complaint writes: the transition, and its words under the seal. */
export type SealedComplaintMove = {
  readonly from: Stored<Complaint>;
  readonly transition: ComplaintTransition;
  readonly sealed?: Uint8Array;
};
export type Written = 'committed' | 'stale';

/** What may be said on a call the gate allowed, and what the claim of it has to find unchanged. */
export type AllowedCall = {
  readonly verdict: Allow;
  readonly number: Sensitive<string>;
  readonly point: PointId;
  readonly level: DisclosureLevel;
  readonly script: Sensitive<string>;
  readonly voicemail: Sensitive<string>;
  readonly templateId: string;
  readonly textHash: string;
  readonly also: readonly Op[];
};
export type CallAsked = AllowedCall | { readonly refused: Verdict } | { readonly missing: 'plan' | 'text' };

/** A number, as it stands before a change of it; undefined: nothing was ever written about it. */
export type PointBefore = { readonly id: PointId; readonly before: Stored<ContactPoint> | undefined };
