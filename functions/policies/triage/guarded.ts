import type { Cues } from '#domain/complaint/triage/text/words.ts';

/** Every cue of a list with one more guard (`! <name> <other>`): what holds for all of them is written once. */
export const guarded = (cues: Cues, guard: string): Cues =>
  cues
    .split('|')
    .map((cue) => cue.trim())
    .filter((cue) => cue !== '')
    .map((cue) => `${cue} ! ${guard}`)
    .join(' | ');
