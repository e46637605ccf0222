import type { Case } from '#domain/case/case.ts';
import { type Candidate, stepRef } from '#domain/case/plan-turn.ts';
import { evidenceFor, type JudgeInput } from '#domain/contact/dossier.ts';
import type { Allow, Deny, Verdict } from '#domain/contact/evidence.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { AllocatedToken } from '#domain/reply/token.ts';
import { sensitive } from '#domain/sensitive.ts';
import { type Mail, mailAsRead, mailOf } from '#domain/text/mail.ts';
import { renderFor, type Wording } from '#domain/text/wording.ts';
import type { DenyScope, RuleId } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';
import type { LoadedDossier } from '#store/people/dossier-store.ts';
import type { DispatchNeeds } from '../ports.ts';
import { type Asking, tokenFor } from './question-token.ts';

/** A text the gate allows, ready to be claimed: its words, its token, the number it goes to, and what it rests on. */
export type Draft = {
  readonly asking: Asking;
  readonly allow: Allow;
  readonly before: Stored<ContactPoint>;
  /** Without a token the text asks nothing. */
  readonly token: Partial<Pick<AllocatedToken, 'token'>> & Omit<AllocatedToken, 'token'>;
  readonly text: Wording;
  /** What goes out where the channel is mail; `text` then is all that its reader sees. */
  readonly mail?: Mail;
};

export type DraftInput = {
  readonly allow: Allow;
  readonly input: JudgeInput;
  readonly loaded: LoadedDossier;
  /** Words of the bank's answer, for a mail. */
  readonly answer?: string;
};

/** The text of an allowed contact; or, where none can be made, the verdict as a denial that says why. */
export function draftText(candidate: Candidate, at: DraftInput, needs: DispatchNeeds): Draft | Deny {
  const { step, address, contact } = candidate;
  const { allow, input, loaded } = at;
  const { of, now, dossier } = input;
  if (step.channel === 'call' || address === undefined) return denied(allow, 'channel.off', 'channel');
  const before = loaded.points.get(address.point) ?? needs.store.unknownPoint(address.point);
  const { seed } = evidenceFor(candidate, input, needs);
  const asking: Asking = { of, candidate, seed, now };
  const asks = step.asks !== false;
  const token: Draft['token'] | undefined = asks ? tokenFor(before.state, asking) : { tokens: before.state.tokens };
  if (token === undefined) return denied(allow, 'token.exhausted', 'address');
  const text = renderFor(
    {
      of,
      template: templateFor(of, allow.template),
      audience: step.audience,
      ...(contact === undefined ? {} : { contact }),
      ...(token.token === undefined ? {} : { token: token.token }),
      dossier,
    },
    needs.words,
  );
  if ('refused' in text) return denied(allow, 'text.refused', step.audience === 'contact' ? 'address' : 'channel');
  const draft = { asking, allow, before, token, text };
  return step.channel === 'mail' ? { ...draft, ...mailed(draft, at, needs) } : draft;
}

/** The words as a mail, in the same reader's language, and below them the bank's answer where it is told. */
function mailed(
  { asking, token, text }: Draft,
  { input, answer }: Pick<DraftInput, 'input' | 'answer'>,
  { words, mailWords }: DispatchNeeds,
): Pick<Draft, 'mail' | 'text'> {
  const { people } = input.dossier;
  const { bank, hash } = words;
  const own = asking.candidate.contact?.locale;
  const locale = own ?? people.customer?.locale ?? bank.locale;
  const name = locale === 'zh-CN' ? bank.nameZh : bank.nameEn;
  const mail = mailOf(
    {
      text: answer === undefined ? text.text : sensitive([text.text.reveal(), answer].join('\n\n')),
      locale,
      bank: { name, phone: bank.phone },
      ...(token.token === undefined ? {} : { token: token.token }),
    },
    mailWords[locale],
  );
  const read = mailAsRead(mail);
  return { mail, text: { ...text, text: sensitive(read), textHash: hash(read) } };
}

/** A notice of a complaint has the words of what it tells. */
const templateFor = ({ about, plan }: Case, template: string): string =>
  NOTICES.includes(plan.id) && about !== undefined ? `complaint.${about.what}` : template;
const NOTICES: readonly string[] = ['complaint-notice', 'complaint-answer'];

function denied(allow: Allow, rule: RuleId, scope: DenyScope): Deny {
  const { verdict: _allow, template: _template, conditions: _conditions, ...decided } = allow;
  return { ...decided, verdict: 'DENY', scope, rules: [rule], because: [rule] };
}

export const isDraft = (made: Draft | Verdict): made is Draft => 'asking' in made;

/** What the step of a draft is called in attempts and entries. */
export const draftRef = (draft: Draft): ReturnType<typeof stepRef> => stepRef(draft.asking.candidate);
