import type { HeardNotice } from '../running/notices.ts';
import type { Sent } from '../running/outbox.ts';
import type { CaseSeen, WhySeen } from './seen.ts';
import type { Teller } from './teller.ts';

/** How stories print what they find on record. */
export function tellTexts(teller: Teller, texts: readonly Sent[]): void {
  for (const { at, channel, to, subject, body } of texts) {
    const said = subject === undefined ? body : `${subject}\n${body}`;
    teller.line(channel === 'sms' ? 'texted' : 'mailed', `${at}  ${to}\n${said}`);
  }
}

export function tellNotices(teller: Teller, notices: readonly HeardNotice[]): void {
  for (const { time, type, data } of notices) teller.line('told', `${time}  ${type}  ${JSON.stringify(data)}`);
}

export function tellTimeline(teller: Teller, { id, status, outcome, timeline }: CaseSeen): void {
  const entries = timeline.map(({ seq, at, type }) => `${String(seq).padStart(3)}  ${at}  ${type}`);
  teller.line('recorded', [`${id}  ${status}${outcome === undefined ? '' : ` ${outcome}`}`, ...entries].join('\n'));
}

/** The answer to "why did you contact me?", as one read gives it. */
export function tellWhy(teller: Teller, { caseId, contacts, refused, laterChanges }: WhySeen): void {
  const decisions = [...contacts, ...refused].flatMap(({ decisionId, at, verdict, templateId, rules, evidence }) => [
    [at, decisionId, verdict, ...(templateId === undefined ? rules : [templateId])].join('  '),
    ...evidence.map(
      ({ kind, source, sequence, asOf, hash }) => `  ${kind}  ${source}  #${sequence ?? '-'}  ${asOf}  ${hash}`,
    ),
  ]);
  const changes = laterChanges.map(({ asOf, what, sequence }) => `${asOf}  ${what}  #${sequence ?? '-'}`);
  teller.line('decided', [`why ${caseId}  contacts: ${contacts.length}`, ...decisions, ...changes].join('\n'));
}
