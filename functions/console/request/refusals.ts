import type { RefusalCode } from '#domain/case/transition.ts';
import type { ComplaintRefusalCode } from '#domain/complaint/transition.ts';

/** What the rules missed, as `detail` of the answer: what they got, and what they expected. Nobody's data stands in it. */
export const REFUSED: Readonly<Record<RefusalCode | ComplaintRefusalCode, string>> = {
  'case.ended': 'got a case that has ended, expected an open one',
  'case.text-under-way': 'got a case whose text is being sent at this moment, expected one that rests',
  'case.not-held': 'got a case without a hold, expected a held one',
  'case.already-held': 'got a case that staff hold already, expected one they do not',
  'case.no-such-attempt': 'got an id of no attempt of this case, expected one of its own',
  'case.attempt-not-in-doubt': 'got an attempt that nobody doubts, expected one in doubt',
  'case.attempt-settled': 'got an attempt whose outcome is known, expected one in doubt',
  'case.no-stages': 'got a stage that the plan of this case does not have, expected one of its own',
  'case.stage-passed': 'got a stage that is past, expected one of those listed',
  'task.not-yours': 'got a task that somebody else has claimed, expected one of your own or a free one',
  'task.ended': 'got a task that is over, expected an open one',
  'task.not-claimed': 'got a task that nobody has claimed, expected one of your own',
  'task.not-yet': 'got a call before its time, expected one at its time and within the hours',
  'task.outcome-unknown': 'got an outcome that this kind of task does not have, expected one of its own',
  'receipt.older': 'got word of an attempt of which a receipt says more, expected newer word',
  'complaint.illegal-move': 'got a move that is not possible as it stands, expected one of those listed',
  'complaint.approver-missing':
    'got an extension without approver, expected the staff id of somebody else who approved it',
  'complaint.reason-missing': 'got an extension without reason, expected one',
  'complaint.clock-ended': 'got an extension of a clock that has run out or was met, expected a running one',
  'complaint.needs-head': 'got an extension by another role, expected a head',
  'complaint.needs-supervisor':
    'got a lower severity of what is P1, a complaint found to be none, or an approval, from an agent, expected a supervisor',
  'complaint.own-approval': 'got the approval of what one proposed oneself, expected another person',
  'complaint.not-extendable': 'got more days than the policy grants, expected fewer or none',
  'complaint.no-contact-evidence':
    'got a contact that is not on record or not of its time, expected one that reached them',
  'complaint.same-handler': 'got somebody who had it before it was reopened, expected another person',
  'complaint.calendar-missing': 'got clocks that reach into a year without a calendar, expected a year on file',
  'complaint.reopen-too-late': 'got a reopening after its window or one too many, expected one in time',
  'complaint.not-in-mediation': 'got the end of a mediation that is not under way, expected one that is',
  'offer.unknown': 'got an id of no offer of this complaint, expected one of its own',
  'offer.not-open': 'got an offer that is answered, replaced, withdrawn or not open yet, expected an open one',
  'offer.expired': 'got an answer after the offer’s end, expected one before it',
  'offer.not-awaiting-approval': 'got an offer that needs no approval, expected one that awaits it',
  'offer.awaits-approval':
    'got the outcome of a task whose offer still awaits approval, expected the offer approved or declined',
  'offer.above-authority': 'got an offer above your authority, expected somebody who may offer as much',
  'offer.own-approval': 'got the approval of one’s own offer, expected another person’s',
  'offer.terms-invalid': 'got terms that do not add up, expected sums above zero, one currency, days to come',
  'offer.expiry-passed': 'got an end that is past, expected one to come',
};
