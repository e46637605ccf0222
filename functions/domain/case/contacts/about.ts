import type { FurtherRoute } from '../../complaint/clocks/policy.ts';
import type { DecisionWord } from '../../complaint/complaint.ts';
import type { OfferTerms } from '../../complaint/offer.ts';
import type { Instant } from '../../time.ts';

/** What a contact is about beyond its reason: the words of a complaint's contact, the person told; structured, so that they are worded in the reader's language. */
export type ContactAbout =
  | { readonly what: 'acknowledged' }
  | { readonly what: 'offer'; readonly offerId: string; readonly terms: OfferTerms; readonly expiresAt: Instant }
  | {
      readonly what: 'decided';
      readonly decision: DecisionWord;
      readonly routes: readonly FurtherRoute[];
      /** Entry of the complaint that holds the answer's words; who has a mail address gets them by mail. */
      readonly answer?: number;
    }
  | { readonly what: 'agreed'; readonly offerId: string; readonly terms: OfferTerms }
  | { readonly what: 'extended'; readonly dueAt: Instant }
  | { readonly what: 'mediation-ended' }
  | { readonly what: 'follow-up' }
  /** An emergency contact is told that they were named. */
  | { readonly what: 'contact'; readonly contactId: string };
