import { claimAnswer, dropAnswer } from '#domain/case/answer.ts';
import type { Attempt, Case } from '#domain/case/case.ts';
import { isRefusal } from '#domain/case/transition.ts';
import { gateAnswer } from '#domain/contact/gate-answer.ts';
import { pointId } from '#domain/ids.ts';
import { caseChange } from '#store/case-store.ts';
import { aggregateName } from '#store/keys.ts';
import type { Stored } from '#store/ledger.ts';
import { pointTouch, unknownPoint } from '#store/point-store.ts';
import type { AdvanceNeeds } from './advance-case.ts';
import { loadDossier } from './dossier.ts';
import type { Planned } from './take-turn.ts';
import { answerFor } from './wording.ts';

/** Plans the one automatic answer to an inbound text: claimed like any text, outside caps and hours, within five minutes. */
export async function planAnswer(
  stored: Stored<Case>,
  attempt: Attempt,
  needs: AdvanceNeeds,
): Promise<Planned | undefined> {
  const of = stored.state;
  const now = needs.now();
  const dossier = await loadDossier(of, needs);
  const id = pointId(attempt.point ?? '');
  const before = (await needs.points.load(id)) ?? unknownPoint(id);
  const smsOn = needs.settings.channelsOn.includes('sms');
  const verdict = gateAnswer(
    { template: attempt.step, inboundAt: attempt.at, point: before.state, smsOn },
    now,
    needs.book,
  );
  const address = [
    ...dossier.people.contacts.flatMap((contact) => contact.phone ?? []),
    ...(dossier.people.customer?.phones ?? []),
  ].find((one) => one.point === id);
  if (verdict.verdict === 'DENY' || address === undefined) {
    const rule = verdict.verdict === 'DENY' ? verdict.rules[0] : undefined;
    const dropped = dropAnswer(of, attempt.n, rule ?? 'contact-point.none', now);
    if (isRefusal(dropped)) return undefined;
    const { advance, also } = caseChange(stored, dropped);
    return { change: { advances: [advance], also } };
  }
  const text = answerFor({ of, attempt, dossier }, needs);
  const { templateId, textHash } = text;
  const claimed = claimAnswer(
    of,
    attempt.n,
    { verdict: 'ALLOW', counters: verdict.counters, templateId, textHash },
    now,
  );
  if (isRefusal(claimed)) return undefined;
  const at = { aggregate: aggregateName('case', of.id), seq: claimed.next.version };
  const key = dossier.person?.key;
  const sealed = key === undefined ? undefined : await needs.seal(key, at, text.text.reveal());
  const { advance, also } = caseChange(stored, claimed, sealed);
  const answers = { ...before.state.answers, unanswered: before.state.answers.unanswered + 1, lastAt: now };
  return {
    change: { advances: [advance], also: [...also, pointTouch(before, { ...before.state, answers })] },
    send: { caseId: of.id, attempt: attempt.n, to: address.value, text: text.text },
  };
}
