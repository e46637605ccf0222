import type { Effect, EntryDraft } from '../effects.ts';
import { SEND_DEADLINE } from './transition.ts';

type Told = Pick<EntryDraft, 'type' | 'at' | 'facts' | 'effects'>;

const CLAIMS: readonly string[] = ['contact.claimed', 'answer.claimed'];
const OUTCOMES: readonly string[] = ['contact.accepted', 'contact.not-sent', 'contact.in-doubt'];

/**
 * The effects of an entry of a case, without the look after a claim's deadline where a later entry of the same case says
 * already what became of that claim: such a look finds nothing to do. Source: `newClaims` in transition.ts.
 */
export function effectsKnowing(entry: Told, later: readonly Told[]): readonly Effect[] {
  const attempt = CLAIMS.includes(entry.type) ? entry.facts['attempt'] : undefined;
  const isKnown =
    attempt !== undefined && later.some(({ type, facts }) => OUTCOMES.includes(type) && facts['attempt'] === attempt);
  return isKnown ? entry.effects.filter((effect) => !isWatch(effect, entry)) : entry.effects;
}

const isWatch = (effect: Effect, { at }: Told): boolean => effect.do === 'work' && effect.at === at + SEND_DEADLINE;
