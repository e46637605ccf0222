import { claimAnswer, dropAnswer } from '#domain/case/answers/answer.ts';
import type { Attempt, Case } from '#domain/case/case.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { type AnswerVerdict, gateAnswer } from '#domain/contact/gate/answer.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { Address } from '#domain/customer/customer.ts';
import { pointId } from '#domain/ids.ts';
import { renderFor, type Wording } from '#domain/text/wording.ts';
import type { Instant } from '#domain/time.ts';
import type { RuleId } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';
import type { LoadedDossier } from '#store/people/dossier-store.ts';
import { leftBy, type Planned, plannedMove } from '../carry-out.ts';
import { touched, withRecent } from '../point-sends.ts';
import type { DispatchNeeds } from '../ports.ts';
import { paidAnswer } from '../spend/paid-answer.ts';
import { addressAt, evidenceOf } from './answer-evidence.ts';
import { useAnswer } from './number-moves.ts';

type Answering = { readonly attempt: Attempt; readonly now: Instant };

/** Plans the one automatic answer to an inbound text: claimed like any text, outside caps and hours, within five minutes. */
export async function planAnswer(
  stored: Stored<Case>,
  at: Answering,
  needs: DispatchNeeds,
): Promise<Planned | undefined> {
  const of = stored.state;
  const { attempt, now } = at;
  const loaded = await needs.store.dossier(of);
  const id = pointId(attempt.point ?? '');
  const before = loaded.points.get(id) ?? (await needs.store.points.load(id)) ?? needs.store.unknownPoint(id);
  const { person, dossier } = loaded;
  const address = addressAt(id, dossier.people);
  const smsOn = needs.settings.channelsOn.includes('sms');
  const asked = { ...evidenceOf({ of, attempt, point: before.state, address, people: dossier.people }), smsOn };
  const early = gateAnswer(asked, now, needs.book);
  if (early.verdict === 'DENY') return drop(stored, at, { rule: early.rules[0] ?? 'text.expired', needs });
  if (address === undefined || person === undefined) return drop(stored, at, { rule: 'contact-point.none', needs });
  const text = answerText(of, attempt, { loaded, needs });
  if ('refused' in text) return drop(stored, at, { rule: 'text.refused', needs });
  const verdict = await paidAnswer(asked, { parts: text.parts, to: address.value, now }, needs);
  if (verdict.verdict === 'DENY') return drop(stored, at, { rule: verdict.rules[0] ?? 'text.expired', needs });
  return claim(stored, at, { needs, before, verdict, text, key: person.key, address });
}

function drop(
  stored: Stored<Case>,
  { attempt, now }: Answering,
  by: { readonly rule: RuleId; readonly needs: DispatchNeeds },
): Planned | undefined {
  const dropped = dropAnswer(stored.state, { n: attempt.n, rule: by.rule }, now);
  return isRefusal(dropped) ? undefined : plannedMove(stored, dropped, by.needs);
}

type Claiming = {
  readonly needs: DispatchNeeds;
  readonly before: Stored<ContactPoint>;
  readonly verdict: Extract<AnswerVerdict, { verdict: 'ALLOW' }>;
  readonly text: Wording;
  readonly key: Uint8Array;
  readonly address: Address;
};

async function claim(stored: Stored<Case>, { attempt, now }: Answering, with_: Claiming): Promise<Planned | undefined> {
  const { needs, before, verdict, text } = with_;
  const { templateId, textHash } = text;
  const decision = { verdict: 'ALLOW', counters: verdict.counters, templateId, textHash };
  const claimed = claimAnswer(stored.state, { n: attempt.n, decision }, now);
  if (isRefusal(claimed)) return undefined;
  const { id, version } = claimed.next;
  const sealed = await needs.store.seal(with_.key, { kind: 'case', id, seq: version }, text.text.reveal());
  const { change } = plannedMove(stored, claimed, { store: needs.store, sealed });
  const point = useAnswer(before.state, now);
  const after = { ...point, recent: withRecent(point.recent, { caseId: id, attempt: attempt.n }) };
  return {
    change: { ...change, also: [...change.also, needs.store.pointTouch(before, after)] },
    send: {
      caseId: id,
      claimed: leftBy(claimed, change.advances, needs.store),
      attempt: attempt.n,
      point: touched(before, after),
      what: { channel: 'sms', to: with_.address.value, text: text.text },
      claimedAt: now,
    },
  };
}

function answerText(
  of: Case,
  attempt: Attempt,
  by: { readonly loaded: LoadedDossier; readonly needs: DispatchNeeds },
): ReturnType<typeof renderFor> {
  const { dossier } = by.loaded;
  const contact = dossier.people.contacts.find((one) => one.contactId === attempt.contactId);
  const own = by.loaded.points.get(attempt.point ?? '')?.state.questions.find((one) => one.caseId === of.id);
  const token = own?.token ?? (attempt.audience === 'customer' ? of.token : undefined);
  return renderFor(
    {
      of,
      template: attempt.step,
      audience: attempt.audience,
      ...(contact === undefined ? {} : { contact }),
      ...(token === undefined ? {} : { token }),
      dossier,
    },
    by.needs.words,
  );
}
