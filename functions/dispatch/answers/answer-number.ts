import { gateAnswer } from '#domain/contact/gate/answer.ts';
import { type ContactPoint, openedNumber, type PendingAnswer } from '#domain/contact/point.ts';
import { Fault } from '#domain/errors.ts';
import type { PointId } from '#domain/ids.ts';
import { type Sensitive, sensitive } from '#domain/sensitive.ts';
import { isOnTime } from '#domain/task/timers.ts';
import { renderNeutral, type Wording } from '#domain/text/wording.ts';
import type { RuleId } from '#domain/words.ts';
import type { Stored } from '#store/ledger.ts';
import { ADVANCED_BY, type Advanced } from '../carry-out.ts';
import type { DispatchNeeds } from '../ports.ts';
import { sendOnce } from '../publish.ts';
import { paidAnswer } from '../spend/paid-answer.ts';
import { answeredBy, claimed, dropped, type NumberMove, type Sent } from './number-moves.ts';

const TRIES = 5;

/**
 * The one automatic answer to a text from a number that belongs to no open case: judged, claimed in the number's own
 * timeline, sent once, its outcome noted, or it throws. A claim that is never followed by an outcome stays visible as what it
 * is: the message that comes back finds no answer owed, and sends none.
 */
export async function answerNumber(id: PointId, needs: DispatchNeeds): Promise<Advanced> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await needs.store.points.load(id);
    const pending = stored?.state.pending;
    if (stored === undefined || pending === undefined || isEarly(pending, needs)) return 'nothing';
    const made = await answerOf(stored, pending, needs);
    const { change, send } =
      'rule' in made ? { change: dropped(stored.state, made.rule, needs.now()), send: undefined } : made;
    const result = await needs.store.ledger.commit({
      advances: [needs.store.pointAdvance(stored, change.after, change.entry)],
    });
    if (result.kind === 'stale') continue;
    if (send === undefined) return 'moved';
    const seq = stored.state.version + 1;
    const outcome = await sendOnce({ channel: 'sms', ...send }, [id, seq].join('.'), needs);
    await noteOutcome(id, { seq, pending, outcome }, needs);
    return ADVANCED_BY[outcome.state];
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

const isEarly = ({ again }: PendingAnswer, { now }: DispatchNeeds): boolean =>
  again !== undefined && !isOnTime(again.at, now());

type Made = {
  readonly change: NumberMove;
  readonly send: { to: Sensitive<string>; text: Wording['text'] };
};

async function answerOf(
  stored: Stored<ContactPoint>,
  pending: PendingAnswer,
  needs: DispatchNeeds,
): Promise<Made | { readonly rule: RuleId }> {
  const point = stored.state;
  const now = needs.now();
  const smsOn = needs.settings.channelsOn.includes('sms');
  const asked = { template: pending.template, inboundAt: pending.at, point, smsOn };
  const early = gateAnswer(asked, now, needs.book);
  if (early.verdict === 'DENY') return { rule: early.rules[0] ?? 'text.expired' };
  const number = await numberOf(point, pending, needs);
  if (number === undefined) return { rule: 'contact-point.none' };
  const text = renderNeutral(pending.template, point.locale, needs.words);
  if ('refused' in text) return { rule: 'text.refused' };
  const verdict = await paidAnswer(asked, { parts: text.parts, to: sensitive(number), now }, needs);
  if (verdict.verdict === 'DENY') return { rule: verdict.rules[0] ?? 'text.expired' };
  const facts = { template: text.templateId, textHash: text.textHash, counters: verdict.counters };
  return {
    change: claimed(point, { pending, facts }, now),
    send: { to: sensitive(number), text: text.text },
  };
}

async function numberOf(
  point: ContactPoint,
  pending: PendingAnswer,
  needs: DispatchNeeds,
): Promise<string | undefined> {
  if (point.key === undefined) return undefined;
  const kept = await needs.store.timeline.entry('point', point.id, pending.seq);
  if (kept?.sealed === undefined) return undefined;
  const plain = await needs.store.open(point.key, { kind: 'point', id: point.id, seq: pending.seq }, kept.sealed);
  return openedNumber(plain).number;
}

async function noteOutcome(id: PointId, sent: Sent, needs: DispatchNeeds): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await needs.store.points.load(id);
    if (stored === undefined) return;
    const { after, entry } = answeredBy(stored.state, sent, needs.now());
    const result = await needs.store.ledger.commit({ advances: [needs.store.pointAdvance(stored, after, entry)] });
    if (result.kind === 'committed') return;
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}
