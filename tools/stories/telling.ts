import type { HeardNotice } from '../running/notices.ts';
import type { Sent } from '../running/outbox.ts';
import type { CaseSeen, WhySeen } from './seen.ts';
import type { Teller } from './teller.ts';

/** How stories print what they find on record. */
export function tellTexts(teller: Teller, texts: readonly Sent[]): void {
  for (const { at, to, body } of texts) teller.line('texted', `${at}  ${to}\n${body}`);
}

export function tellNotices(teller: Teller, notices: readonly HeardNotice[]): void {
  for (const { time, type, data } of notices) teller.line('told', `${time}  ${type}  ${JSON.stringify(data)}`);
}

export function tellTimeline(teller: Teller, { id, status, outcome, timeline }: CaseSeen): void {
  const entries = timeline.map(({ seq, at, type }) => `${String(seq).padStart(3)}  ${at}  ${type}`);
  teller.line('recorded', [`${id}  ${status}${outcome === undefined ? '' : ` ${outcome}`}`, ...entries].join('\n'));
}

/** The answer to "why did you contact me?", as one read gives it. */
export function tellWhy(teller: Teller, { caseId, contacts, laterChanges }: WhySeen): void {
  const decisions = contacts.flatMap(({ decisionId, at, verdict, templateId, evidence }) => [
    `${at}  ${decisionId}  ${verdict}  ${templateId ?? ''}`,
    ...evidence.map(
      (item) => `  ${item.kind}  ${item.source}  #${item.sequence ?? '-'}  ${item.asOf}  ${item.hash.slice(0, 16)}`,
    ),
  ]);
  const changes = laterChanges.map(({ asOf, what, sequence }) => `${asOf}  ${what}  #${sequence ?? '-'}`);
  teller.line('decided', [`why ${caseId}  contacts: ${contacts.length}`, ...decisions, ...changes].join('\n'));
}
