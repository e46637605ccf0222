import type { TemplateName } from '../policy/template-names.ts';
import type { DisclosureLevel, Locale } from '../words.ts';

/**
 * Everything a text may name, with the level of disclosure from which on its reader may know it.
 * Source: docs/behaviour.md, Levels of disclosure.
 */
export const VARIABLES = {
  /** How the bank calls itself. */
  bank: 0,
  /** The line a customer may call back. */
  phone: 0,
  /** Whom a third party is to ask, masked: 李*, J. Li. */
  whom: 0,
  token: 0,
  /** Reference of the case or complaint. */
  reference: 1,
  /** Full name, for staff who have to ask for the person. */
  name: 1,
  /** `尾号1234账户`, or `您的账户` where no number is known. */
  account: 2,
  /** What happened, in a few words by the reason's code. */
  reason: 2,
  /** Local time of what happened. */
  when: 2,
  /** Why the bank wrote, as the end of a sentence. */
  cause: 2,
  /** What the answer digits mean for the question. */
  choices: 2,
  /** What is offered, in words: the customer negotiates it (docs/decisions/0021). */
  terms: 2,
  /** Local date to which something lasts: an offer, the time for an answer. */
  until: 2,
  /** How a complaint was decided, and the ways that stay open. */
  decision: 2,
  routes: 2,
  amount: 3,
} as const satisfies Readonly<Record<string, DisclosureLevel>>;

export type Variable = keyof typeof VARIABLES;
export type Values = Readonly<Partial<Record<Variable, string>>>;

type UpTo = { readonly 0: 0; readonly 1: 0 | 1; readonly 2: 0 | 1 | 2; readonly 3: DisclosureLevel };
type Allowed<L extends DisclosureLevel> = {
  [V in Variable]: (typeof VARIABLES)[V] extends UpTo[L] ? V : never;
}[Variable];

/** Names between braces in a text. */
type Named<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;

/** The text itself; or, if it names what its reader may not know, a type that says which name and which level. */
type Permitted<T extends string, L extends DisclosureLevel> = [Exclude<Named<T>, Allowed<L>>] extends [never]
  ? T
  : `{${Exclude<Named<T>, Allowed<L>>}} may not be read at level ${L}`;

type AllPermitted<T extends readonly string[], L extends DisclosureLevel> = {
  readonly [K in keyof T]: T[K] extends string ? Permitted<T[K], L> : never;
};

/**
 * One message for one level: its wordings, the preferred first. The first one whose variables are all known and that
 * keeps the budget is used; if none does nothing is sent. `parts`: text messages it may take; absent for what is spoken.
 */
export type Message = {
  readonly level: DisclosureLevel;
  readonly parts?: number;
  readonly wordings: readonly string[];
};

/** What is spoken or read by staff beside the texts. */
export const SCRIPTS = [
  'call.fraud',
  'call.welfare',
  'call.service',
  'call.debt',
  'call.follow-up',
  'call.relay',
  'call.voicemail',
] as const;
export type ScriptName = (typeof SCRIPTS)[number];
export type MessageName = TemplateName | ScriptName;

/** A family of messages may have one message per level: the highest that its reader may see is taken. */
export type Catalogue = { readonly version: number } & Readonly<
  Record<Locale, Readonly<Record<MessageName, readonly Message[]>>>
>;

/** A text message of one part. A wording that names a variable above the level does not compile. */
export const oneText = <L extends DisclosureLevel, const T extends readonly string[]>(
  level: L,
  ...wordings: T & AllPermitted<T, L>
): Message => ({ level, parts: 1, wordings });

/** A message of two parts, for agreements and corrections: what has to be right is not cut short. */
export const twoTexts = <L extends DisclosureLevel, const T extends readonly string[]>(
  level: L,
  ...wordings: T & AllPermitted<T, L>
): Message => ({ level, parts: 2, wordings });

/** Words for a call: as long as they need to be. A wording that names a variable above the level does not compile. */
export const spoken = <L extends DisclosureLevel, const T extends readonly string[]>(
  level: L,
  ...wordings: T & AllPermitted<T, L>
): Message => ({ level, wordings });
