import type { Outcome } from '../../words.ts';
import type { Case } from '../case.ts';

/** Out of reach; or the number that was tried turned out to be somebody else's, and there was no other. */
export function unreached({ attempts }: Pick<Case, 'attempts'>): Outcome {
  const passedOver = attempts.some((one) => one.audience === 'customer' && one.rule === 'contact-point.quarantined');
  return passedOver && attempts.every((one) => one.state !== 'INVALID') ? 'WRONG_PERSON' : 'UNREACHABLE';
}
