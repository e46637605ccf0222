import * as v from 'valibot';
import { stageByStaff } from '#domain/case/contacts/stages.ts';
import { COMPLAINT_STAGES } from '#domain/words.ts';
import { door } from '../../request/operation.ts';
import { ExpectedVersion, NoQuery, Note } from '../../shapes/basics.ts';
import { CaseShape } from '../../shapes/case.ts';
import { ALWAYS, decide } from './move-case.ts';

const StageBody = v.strictObject({
  stage: v.picklist(COMPLAINT_STAGES),
  reason: Note,
  expectedVersion: ExpectedVersion,
});
export const stageCase = door({
  summary: {
    en: 'Takes a case before legal action on to a later stage, whose contact is then due',
    zh: '将诉前案件推进到后一阶段',
  },
  query: NoQuery,
  body: StageBody,
  answer: CaseShape,
  problems: [...ALWAYS, 'case.ended', 'case.no-stages', 'case.stage-passed'],
  run: (ask, needs) =>
    decide(
      ask,
      ({ of }, by) => {
        const plan = needs.book.plan(of.plan.id, of.plan.version);
        return plan === undefined ? { refused: 'case.no-stages' } : stageByStaff(of, ask.body.stage, { ...by, plan });
      },
      needs,
    ),
});
