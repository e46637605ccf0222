import type { ContactPoint } from '#domain/contact/point.ts';
import { PURPOSES } from '#domain/words.ts';
import type { OptOutShape } from '../shapes/lookup.ts';
import { time } from './shown.ts';

/** What stands against using a number; `text`: the words of the opt-out, where they were opened. */
export function standing(point: ContactPoint | undefined, text?: string) {
  const { optOut, quarantine } = point ?? {};
  const out: OptOutShape | undefined =
    optOut === undefined
      ? undefined
      : { at: time(optOut.at), text, purposes: optOut.purposes === 'all' ? [...PURPOSES] : [...optOut.purposes] };
  return {
    optOut: out,
    quarantine: quarantine === undefined ? undefined : { at: time(quarantine.at), reason: quarantine.reason },
  };
}
