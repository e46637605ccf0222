import { isCalendarRefusal, nextOpening } from '#domain/calendar/calendar.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { dialled, withTime } from '#domain/case/contacts/dials.ts';
import type { Candidate } from '#domain/case/plan-turn.ts';
import { countCalls } from '#domain/contact/calls.ts';
import { type ContactSettings, evidenceFor, judgeOf } from '#domain/contact/dossier.ts';
import type { Allow, Verdict } from '#domain/contact/evidence.ts';
import { calendarFor } from '#domain/contact/gate/time.ts';
import { sensitive } from '#domain/sensitive.ts';
import { destinationOf } from '#domain/spend/destination.ts';
import { type WordingNeeds, wordsForCall } from '#domain/text/wording.ts';
import type { Instant } from '#domain/time.ts';
import { lawOfNumber } from '#policies/calling-codes.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';
import { PHRASES } from '#policies/templates/phrases.ts';
import { sha256Hex } from '#runtime/ids.ts';
import type { Settings } from '#runtime/settings.ts';
import { accountStands } from '#store/account-store.ts';
import type { Op } from '#store/ledger.ts';
import { contactStands, customerTouch } from '#store/people/customer-store.ts';
import { type DossierNeeds, type LoadedDossier, loadDossier } from '#store/people/dossier-store.ts';
import { pointTouch, unknownPoint } from '#store/point-store.ts';
import type { CallAsked } from './changes.ts';
import { candidatesFor } from './moves/call-candidates.ts';

export type CallNeeds = DossierNeeds & WordingNeeds & { readonly settings: ContactSettings };

/** Whose words are said on a call, and by which rules it is made. */
export function wordsAndRules({ bank, defaults }: Settings): WordingNeeds & Pick<CallNeeds, 'settings'> {
  return {
    catalogue: CATALOGUE,
    phrases: PHRASES,
    bank: { ...bank, locale: defaults.locale, timezone: defaults.timezone },
    hash: sha256Hex,
    settings: {
      jurisdiction: defaults.jurisdiction,
      pausedPurposes: defaults.pausedPurposes,
      channelsOn: ['call'],
      lawOfNumber: (number) => lawOfNumber(number.reveal()),
      destinationOf: (number) => destinationOf(number.reveal(), defaults.countries),
    },
  };
}

/** May this call be made now, to which number and in which words? Asked afresh, on everything as it stands. */
export async function askCall(at: { of: Case; task: Task; now: Instant }, needs: CallNeeds): Promise<CallAsked> {
  const { of, task, now } = at;
  const loaded = await loadDossier(of, needs);
  const { dossier } = loaded;
  const candidates = candidatesFor(of, task, dossier);
  const judge = judgeOf({ of, dossier, now, byPerson: true }, needs);
  let refused: Verdict | undefined;
  for (const candidate of candidates) {
    const verdict = judge(candidate);
    if (verdict.verdict === 'ALLOW') return allowed({ of, candidate, verdict, now }, loaded, needs);
    refused ??= verdict;
    // Only what speaks against a number leaves room for the next one.
    if (verdict.verdict !== 'DENY' || verdict.scope !== 'address') return { refused: verdict };
  }
  return refused === undefined ? { missing: 'plan' } : { refused };
}

type Found = { readonly of: Case; readonly candidate: Candidate; readonly verdict: Allow; readonly now: Instant };

function allowed(found: Found, loaded: LoadedDossier, needs: CallNeeds): CallAsked {
  const { of, candidate, verdict } = found;
  const { address } = candidate;
  const words = wordsForCall({ of, candidate, dossier: loaded.dossier }, needs);
  if ('refused' in words || address === undefined) return { missing: 'text' };
  return {
    verdict,
    number: address.value,
    point: address.point,
    level: words.level,
    script: sensitive(words.script),
    voicemail: sensitive(words.voicemail),
    templateId: words.templateId,
    textHash: words.textHash,
    also: counted(found, loaded),
  };
}

/**
 * What the call's transaction has to find unchanged: the reason, the customer's standing, the number, the contact; and the
 * call counted where later ones look for it.
 */
function counted({ of, candidate, verdict, now }: Found, { dossier, points }: LoadedDossier): readonly Op[] {
  const { accountId, reasonVersion } = verdict.conditions;
  const { customer } = dossier.people;
  const { address, contact, step } = candidate;
  const point = address === undefined ? undefined : (points.get(address.point) ?? unknownPoint(address.point));
  const after = step.audience === 'customer' ? { ...of, dials: dialled(of, now) } : of;
  return [
    ...(accountId === undefined || reasonVersion === undefined ? [] : [accountStands(accountId, reasonVersion)]),
    ...(customer === undefined ? [] : [customerTouch(customer, countCalls(customer.sends, of, after))]),
    ...(point === undefined ? [] : [pointTouch(point, { ...point.state, dials: withTime(point.state.dials, now) })]),
    ...(contact === undefined ? [] : [contactStands(contact)]),
  ];
}

/** When the hours of a task's call open, from an instant on; that instant where no hours are known: the gate then says why. */
export async function callOpensAt(at: { of: Case; task: Task; from: Instant }, needs: CallNeeds): Promise<Instant> {
  const { of, task, from } = at;
  const { dossier } = await loadDossier(of, needs);
  const input = { of, dossier, now: from, byPerson: true } as const;
  const judge = judgeOf(input, needs);
  const candidates = candidatesFor(of, task, dossier);
  const candidate = candidates.find((one) => judge(one).verdict !== 'DENY') ?? candidates[0];
  if (candidate === undefined) return from;
  const calendar = calendarFor({ evidence: evidenceFor(candidate, input, needs), book: needs.book });
  const opens = 'rule' in calendar ? from : nextOpening(calendar, from);
  return isCalendarRefusal(opens) ? from : opens;
}
