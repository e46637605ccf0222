import type { MailSender } from '#channels/mail.ts';
import type { PushSender } from '#channels/push.ts';
import type { SmsSender } from '#channels/sms.ts';
import type { Case } from '#domain/case/case.ts';
import type { JudgeNeeds } from '#domain/contact/dossier.ts';
import type { MailWords } from '#domain/text/mail.ts';
import type { WordingNeeds } from '#domain/text/wording.ts';
import type { Instant } from '#domain/time.ts';
import type { Locale } from '#domain/words.ts';
import type { Meter } from '#runtime/metrics/metrics.ts';
import type { accountStands } from '#store/account-store.ts';
import type { CaseStore, caseChange } from '#store/case-store.ts';
import type { AggregateKind, parseAggregateName } from '#store/keys.ts';
import type { headAfter, Ledger, Op } from '#store/ledger.ts';
import type { Timeline } from '#store/lists/timeline.ts';
import type { contactStands, customerTouch, PersonStore } from '#store/people/customer-store.ts';
import type { LoadedDossier } from '#store/people/dossier-store.ts';
import type { PointStore, pointAdvance, pointTouch, unknownPoint } from '#store/point-store.ts';
import type { Purse } from './spend/purse.ts';

/** An entry's text lives under one key, at one place of one timeline. */
export type EntryPlace = { readonly kind: AggregateKind; readonly id: string; readonly seq: number };

/** The store as dispatch uses it: strong reads, and the writes that a change is made of. */
export type DispatchStore = {
  readonly cases: Pick<CaseStore, 'load' | 'loadAll' | 'task' | 'idsOfCustomer'>;
  readonly points: Pick<PointStore, 'load'>;
  readonly people: Pick<PersonStore, 'load'>;
  /** Was this customer erased? Strongly consistent. */
  readonly isErased: (customerId: string) => Promise<boolean>;
  readonly timeline: Pick<Timeline, 'entry'>;
  readonly ledger: Ledger;
  readonly dossier: (of: Case) => Promise<LoadedDossier>;
  readonly seal: (wrappedKey: Uint8Array, at: EntryPlace, text: string) => Promise<Uint8Array>;
  readonly open: (wrappedKey: Uint8Array, at: EntryPlace, sealed: Uint8Array) => Promise<string>;
  /** The bank's answer in an entry of a complaint, opened by the complaint's own key, else by this; undefined where it has none. */
  readonly answerIn: (
    at: { readonly complaintId: string; readonly seq: number },
    wrappedKey: Uint8Array,
  ) => Promise<string | undefined>;
  readonly parseName: typeof parseAggregateName;
  readonly caseChange: typeof caseChange;
  readonly headAfter: typeof headAfter;
  readonly unknownPoint: typeof unknownPoint;
  readonly pointTouch: typeof pointTouch;
  readonly pointAdvance: typeof pointAdvance;
  readonly customerTouch: typeof customerTouch;
  /** Nothing that bears on contact has changed on the customer; undefined: there is still no record. */
  readonly customerStands: (customerId: string, gateVersion: number | undefined) => Op;
  readonly contactStands: typeof contactStands;
  readonly accountStands: typeof accountStands;
};

export type SendNeeds = {
  readonly store: DispatchStore;
  readonly sms: SmsSender;
  /** Absent: the deployment sends no mails. */
  readonly mail?: MailSender;
  /** Absent: the bank has no app that the deployment knows of. */
  readonly push?: PushSender;
  /** The number the texts come from; absent: the account's own choice. */
  readonly originationNumber?: string;
  readonly book: JudgeNeeds['book'];
  readonly count: Meter['count'];
  readonly now: () => Instant;
};

export type DispatchNeeds = SendNeeds &
  JudgeNeeds & {
    readonly purse: Purse;
    readonly words: WordingNeeds;
    readonly mailWords: Readonly<Record<Locale, MailWords>>;
    /** Brings the holders of a customer's contact points up to date; safe to repeat. */
    readonly syncHolders: (customerId: string) => Promise<void>;
    readonly pause: (ms: number) => Promise<void>;
  };
