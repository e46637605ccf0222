import type { Home } from '#domain/complaint/home.ts';
import type { ComplaintTransition } from '#domain/complaint/transition.ts';
import type { Triage, TriageVerdict } from '#domain/complaint/triage/verdict.ts';
import type { ContactPoint, FromNumber } from '#domain/contact/point.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { PointMove } from '#domain/reply/point-moves.ts';
import type { FactReader } from '#store/figures/figure-store.ts';
import type { IncidentStore } from '#store/figures/incident-store.ts';
import type { Stored } from '#store/ledger.ts';
import type { Written } from './changes.ts';
import type { ConsoleNeeds } from './ports.ts';

/** A complaint as it is taken down, with its words sealed; the reference that stands for it, the number it changes. */
export type TakenDownComplaint = {
  readonly transition: ComplaintTransition;
  readonly sealed: Uint8Array;
  readonly reference?: string;
  readonly number?: { readonly before: Stored<ContactPoint>; readonly move: PointMove; readonly said: FromNumber };
};

/** Everything the routes of complaints ask of the world. */
export type ComplaintNeeds = Pick<
  ConsoleNeeds,
  | 'accounts'
  | 'answers'
  | 'cases'
  | 'changeComplaint'
  | 'complaintBook'
  | 'complaints'
  | 'cursors'
  | 'customerCases'
  | 'customerEntries'
  | 'hashedId'
  | 'keyOf'
  | 'newKey'
  | 'noteCustomer'
  | 'now'
  | 'open'
  | 'parse'
  | 'pause'
  | 'people'
  | 'pointOf'
  | 'seal'
  | 'tasks'
> & {
  readonly positions: Pick<ConsoleNeeds['positions'], 'opened' | 'worklist'> & { readonly incidents: RegExp };
  readonly figures: FactReader;
  readonly incidents: IncidentStore;
  /** What a text is about; its words are read with the first complaint. */
  readonly triage: (...said: Parameters<Triage>) => Promise<TriageVerdict>;
  /** Law and zone of a person whose record names none. */
  readonly defaults: Home;
  readonly policies: Pick<PolicyBook, 'pack'>;
  /** What stands under a number, known or not. */
  readonly pointByNumber: (number: string) => Promise<Stored<ContactPoint>>;
  /** Was a complaint received under this reference? */
  readonly referenceStands: (reference: string) => Promise<boolean>;
  /** Was this customer erased? */
  readonly isErased: (customerId: string) => Promise<boolean>;
  readonly receive: (taken: TakenDownComplaint) => Promise<Written>;
  /** SHA-256 of a text in hexadecimal. */
  readonly hash: (text: string) => string;
};
