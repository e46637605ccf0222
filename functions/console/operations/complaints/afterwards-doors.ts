import { followUp, reopen } from '#domain/complaint/life/follow-up.ts';
import { invalidAt } from '../../request/invalid.ts';
import { FollowUpBody, ReasonBody } from '../../shapes/complaint-moves.ts';
import { complaintMove } from './complaint-move.ts';

const RATINGS = [1, 2, 3, 4, 5] as const;

export const followUpDoor = complaintMove({
  summary: {
    en: 'Records how content the customer is, or that nobody could be reached',
    zh: '记录客户满意度,或无法联系到客户',
  },
  body: FollowUpBody,
  rule:
    () =>
    (of, at, { rating: said, outcome }) => {
      const content = outcome === 'FOLLOWED_UP_SATISFIED';
      if (said === undefined ? outcome === undefined : outcome !== undefined && !content) {
        return invalidAt('', 'expected rating or outcome; with a rating only the outcome that fits it');
      }
      if (content && said !== undefined && said <= 2)
        return invalidAt('', 'expected a rating of 3 or more of who is content');
      const rating = RATINGS.find((one) => one === said) ?? (content ? 'satisfied' : undefined);
      return { result: followUp(of, rating === undefined ? {} : { rating }, at) };
    },
});

export const reopenDoor = complaintMove({
  summary: {
    en: 'Reopens a complaint one stage higher, with another handler and its first receipt date',
    zh: '重新受理投诉:提高一级、更换经办人、沿用首次受理日期',
  },
  body: ReasonBody,
  problems: ['complaint.reopen-too-late'],
  rule:
    () =>
    (of, at, { reason }) => ({ result: reopen(of, at), words: { reason } }),
});
