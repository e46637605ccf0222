import * as v from 'valibot';
import { standsOf } from '#domain/case/contacts/next-number.ts';
import { type By, closeByStaff, holdByStaff, resolveUnknown, resumeByStaff } from '#domain/case/staff.ts';
import type { Refusal, Transition } from '#domain/case/transition.ts';
import { legalMoves } from '../../moves/legal.ts';
import { type At, isMoved, madeOr, moveCase, NOTED } from '../../moves/moves.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Ask, type Door, door } from '../../request/operation.ts';
import type { Answer, ProblemCode } from '../../request/problems.ts';
import { ExpectedVersion, NoQuery, Note } from '../../shapes/basics.ts';
import { CaseShape } from '../../shapes/case.ts';
import { caseAfter } from './one-case.ts';

const ReasonBody = v.strictObject({ reason: Note, expectedVersion: ExpectedVersion });
const ResolveBody = v.strictObject({
  attemptId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:@/+=-]{1,64}\.\d{1,3}$/u), v.description('<caseId>.<n>')),
  state: v.picklist(['ACCEPTED', 'NOT_SENT']),
  reason: Note,
  expectedVersion: ExpectedVersion,
});
type Reasoned = { readonly reason: string; readonly expectedVersion?: number | undefined };
type Rule = (at: At, by: By) => Transition | Refusal;

export const ALWAYS: readonly ProblemCode[] = ['request.not-found', 'case.version-moved'];

/** A member of staff decides; the reason is kept sealed, the case is answered as it then stands. */
export async function decide(ask: Ask<unknown, Reasoned>, rule: Rule, needs: ConsoleNeeds): Promise<Answer> {
  const { caller, path, body } = ask;
  const caseId = path['id'] ?? '';
  const moved = await moveCase(
    { caller, caseId, expectedVersion: body.expectedVersion },
    (at) => {
      const task = at.task === undefined ? {} : { task: at.task };
      const result = rule(at, { staff: caller.staff, reason: NOTED, at: at.now, ...task });
      return madeOr(result, legalMoves(at.of), body.reason);
    },
    needs,
  );
  return isMoved(moved) ? caseAfter(caseId, caller, needs) : moved;
}

type Named = { readonly summary: Door['summary']; readonly problems: readonly ProblemCode[]; readonly rule: Rule };

const staffMove = ({ summary, problems, rule }: Named): Door =>
  door({
    summary,
    query: NoQuery,
    body: ReasonBody,
    answer: CaseShape,
    problems: [...ALWAYS, ...problems],
    run: (ask, needs) => decide(ask, rule, needs),
  });

export const closeCase = staffMove({
  summary: { en: 'Ends a case by decision of a person', zh: '由人工决定结束案件' },
  problems: ['case.ended'],
  rule: ({ of }, by) => closeByStaff(of, by),
});

export const holdCase = staffMove({
  summary: { en: 'Stops contact on a case until it is resumed', zh: '暂停该案件的联系,直至恢复' },
  problems: ['case.ended', 'case.already-held'],
  rule: ({ of }, by) => holdByStaff(of, by),
});

export const resumeCase = staffMove({
  summary: { en: 'Lets a held case go on; the rules decide afresh', zh: '恢复被暂停的案件,重新按规则判断' },
  problems: ['case.not-held'],
  rule: ({ of }, by) => resumeByStaff(of, by),
});

export const resolveUnknownSend = door({
  summary: {
    en: 'Decides whether a text of unknown fate was taken by the provider',
    zh: '判定一条结果不明的短信是否已被运营商接收',
  },
  query: NoQuery,
  body: ResolveBody,
  answer: CaseShape,
  problems: [...ALWAYS, 'case.no-such-attempt', 'case.attempt-not-in-doubt'],
  run: (ask, needs) => {
    const { attemptId, state } = ask.body;
    const dot = attemptId.lastIndexOf('.');
    const attempt = attemptId.slice(0, dot) === ask.path['id'] ? Number(attemptId.slice(dot + 1)) : Number.NaN;
    return decide(
      ask,
      ({ of }, by) => resolveUnknown(of, { attempt, state, ...standsOf(of, attempt, needs.book) }, by),
      needs,
    );
  },
});
