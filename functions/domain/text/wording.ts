import type { Case } from '../case/case.ts';
import { greatestSum } from '../case/open.ts';
import type { Candidate } from '../case/plan-turn.ts';
import type { Dossier } from '../contact/dossier.ts';
import type { EmergencyContact } from '../customer/customer.ts';
import { formatMoney } from '../money.ts';
import { isTemplate } from '../policy/template-names.ts';
import type { Audience, DisclosureLevel, Locale } from '../words.ts';
import { aboutWords } from './about-words.ts';
import { localMoment } from './moment.ts';
import { maskName, type Phrases, reasonWords } from './phrases.ts';
import { type RenderedText, type RenderRefusal, type RenderRequest, render } from './render.ts';
import type { Catalogue, MessageName, ScriptName, Values } from './template.ts';

/** How the bank calls itself, and what holds for people whose record does not say. */
export type Bank = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly timezone: string;
};

export type WordingNeeds = {
  readonly catalogue: Catalogue;
  readonly phrases: Readonly<Record<Locale, Phrases>>;
  readonly bank: Bank;
  /** SHA-256 in hexadecimal: the decision keeps the text's hash, the entry the text itself, sealed. */
  readonly hash: (text: string) => string;
};

export type Wording = RenderedText & { readonly textHash: string };

/** The customer reads texts at level 2, whoever else at 0. Source: docs/behaviour.md, Levels of disclosure. */
export const levelOf = (audience: Audience): DisclosureLevel => (audience === 'contact' ? 0 : 2);

export type TextWanted = {
  readonly of: Case;
  /** Family; a name that is none is refused. */
  readonly template: string;
  readonly audience: Audience;
  readonly contact?: EmergencyContact;
  readonly token?: string;
  readonly dossier: Pick<Dossier, 'people' | 'account'>;
};

/** The text of one contact or answer, in the reader's language at the reader's level; refused rather than cut. */
export function renderFor(want: TextWanted, needs: WordingNeeds): Wording | RenderRefusal {
  const { template, audience } = want;
  if (!isTemplate(template)) return { refused: 'text.above-level' };
  return worded({ template, reader: levelOf(audience) }, want, needs);
}

/** The text to a number that is nobody's we know: the bank's own language unless the number has shown another. */
export function renderNeutral(
  template: string,
  locale: Locale | undefined,
  needs: WordingNeeds,
): Wording | RenderRefusal {
  if (!isTemplate(template)) return { refused: 'text.above-level' };
  const language = locale ?? needs.bank.locale;
  return hashed(
    render(needs.catalogue, { template, locale: language, reader: 0, values: bankValues(language, needs.bank) }),
    needs,
  );
}

/** What staff may say on a call: the level, the script, and what may be left on a machine. */
export type CallWords = {
  readonly level: DisclosureLevel;
  readonly script: string;
  readonly voicemail: string;
  /** Of the script. */
  readonly templateId: string;
  readonly textHash: string;
};

const SCRIPT_OF: Readonly<Record<Case['purpose'], ScriptName>> = {
  fraud_security: 'call.fraud',
  welfare: 'call.welfare',
  account_service: 'call.service',
  debt_reminder: 'call.debt',
  pre_litigation: 'call.debt',
  negotiation_followup: 'call.service',
  complaint_followup: 'call.follow-up',
  survey: 'call.service',
};

/** The script of a call task: the customer's at level 3, which begins once they are identified; a contact's at 0. */
export function wordsForCall(
  want: {
    readonly of: Case;
    readonly candidate: Pick<Candidate, 'step' | 'contact'>;
    readonly dossier: TextWanted['dossier'];
  },
  needs: WordingNeeds,
): CallWords | RenderRefusal {
  const { step, contact } = want.candidate;
  const { audience } = step;
  const level: DisclosureLevel = audience === 'contact' ? 0 : 3;
  const template = audience === 'contact' ? 'call.relay' : SCRIPT_OF[want.of.purpose];
  const text: TextWanted = {
    of: want.of,
    template,
    audience,
    dossier: want.dossier,
    ...(contact === undefined ? {} : { contact }),
  };
  const script = worded({ template, reader: level }, text, needs);
  const voicemail = worded({ template: 'call.voicemail', reader: 0 }, text, needs);
  if ('refused' in script) return script;
  if ('refused' in voicemail) return voicemail;
  const { templateId, textHash } = script;
  return { level, script: script.text.reveal(), voicemail: voicemail.text.reveal(), templateId, textHash };
}

function worded(
  by: { readonly template: MessageName; readonly reader: DisclosureLevel },
  want: TextWanted,
  needs: WordingNeeds,
): Wording | RenderRefusal {
  const locale = localeOf(want, needs.bank);
  const request: RenderRequest = { ...by, locale, values: valuesFor(want, locale, needs) };
  return hashed(render(needs.catalogue, request), needs);
}

const hashed = (made: RenderedText | RenderRefusal, needs: WordingNeeds): Wording | RenderRefusal =>
  'refused' in made ? made : { ...made, textHash: needs.hash(made.text.reveal()) };

/** A contact's own language, else the customer's, else the bank's. */
function localeOf({ audience, contact, dossier }: TextWanted, bank: Bank): Locale {
  const own = audience === 'contact' ? contact?.locale : undefined;
  return own ?? dossier.people.customer?.locale ?? bank.locale;
}

const bankValues = (locale: Locale, bank: Bank): Values => ({
  bank: locale === 'zh-CN' ? bank.nameZh : bank.nameEn,
  phone: bank.phone,
});

/** Everything that is known; which of it may be read is the renderer's to say. */
function valuesFor(want: TextWanted, locale: Locale, needs: WordingNeeds): Values {
  const { of, token, dossier } = want;
  const words = needs.phrases[locale];
  const name = dossier.people.customer?.name.reveal();
  const amount = amountOf(of, dossier);
  const zone = dossier.people.customer?.timezone ?? needs.bank.timezone;
  const about = aboutReason(want, words, { locale, zone });
  return {
    ...bankValues(locale, needs.bank),
    ...about,
    ...aboutWords(of, { words, locale, zone }),
    ...(name === undefined ? {} : { name, whom: maskName(name) }),
    ...(token === undefined ? {} : { token, choices: words.choices[of.purpose].replaceAll('{token}', token) }),
    reference: of.complaintId ?? of.id,
    ...(amount === undefined ? {} : { amount }),
  };
}

function aboutReason(
  { of }: TextWanted,
  words: Phrases,
  at: { locale: Locale; zone: string },
): Required<Pick<Values, 'account' | 'reason' | 'when' | 'cause'>> {
  const { code, tail } = of.reason;
  const account = tail === undefined ? words.account : words.accountEnding.replace('{tail}', tail);
  const reason = reasonWords(words, of.purpose, code);
  const when = localMoment(of.reason.at, at.zone, at.locale);
  const cause = words.causes[of.purpose]
    .replace('{account}', account)
    .replace('{reason}', reason)
    .replace('{when}', when);
  return { account, reason, when, cause };
}

/** A debt's amount is what the newest state says, any other reason's the greatest that an event said: a call asks about that. */
function amountOf(of: Case, { account }: TextWanted['dossier']): string | undefined {
  const isDebt = of.purpose === 'debt_reminder' || of.purpose === 'pre_litigation';
  const money = isDebt ? account?.state?.overdue : greatestSum(of);
  if (money === undefined) return undefined;
  const { amount, currency } = formatMoney(money);
  return `${currency} ${amount}`;
}
