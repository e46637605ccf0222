import { COMPLAINT_MOVES, type ComplaintMove, type ComplaintStatus } from '../../words.ts';
import type { Complaint } from '../complaint.ts';
import { type ComplaintRefusal, isComplaintOpen } from '../transition.ts';

const REOPENS: readonly ComplaintStatus[] = ['RESOLVED', 'FOLLOWED_UP_SATISFIED', 'FOLLOWED_UP_UNREACHED'];
const ASKS: readonly ComplaintStatus[] = ['RESOLVED', 'FOLLOWED_UP_UNREACHED'];

/** Moves that the complaint's state permits; authority, windows and evidence are asked of each move itself. */
export function legalComplaintMoves(of: Complaint): readonly ComplaintMove[] {
  return COMPLAINT_MOVES.filter((move) => isLegal(of, move));
}

function isLegal(of: Complaint, move: ComplaintMove): boolean {
  const open = isComplaintOpen(of.status);
  switch (move) {
    case 'note':
    case 'link':
      return true;
    case 'acknowledge':
      return open && (of.status === 'RECEIVED' || of.acknowledgedAt === undefined);
    case 'decide':
      return open && of.decision === undefined;
    case 'escalate':
      return open && of.stage !== 'PRE_LITIGATION';
    case 'follow-up':
      return ASKS.includes(of.status);
    case 'reopen':
      return REOPENS.includes(of.status);
    default:
      return open;
  }
}

/** The refusal of a move that the state does not permit; undefined where it does. */
export const refusedMove = (of: Complaint, move: ComplaintMove): ComplaintRefusal | undefined =>
  isLegal(of, move) ? undefined : illegal(of);

export const illegal = (of: Complaint): ComplaintRefusal => ({
  refused: 'complaint.illegal-move',
  legal: legalComplaintMoves(of),
});
