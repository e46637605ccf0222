import { createTriage } from '#domain/complaint/triage/triage.ts';
import type { Triage } from '#domain/complaint/triage/verdict.ts';
import { SIMPLIFIED_SPEECH } from '../simplified.ts';
import { TRIAGE_EN } from './en/language.ts';
import { TRIAGE_ZH } from './zh/language.ts';

/** Triage on the shipped words. Pure, at most 1 ms a text. */
export const triageComplaint: Triage = createTriage({
  version: 5,
  letters: {
    // One text of 160 letters or 70 characters.
    longerThan: { en: 24, zh: 70 },
    // English texts of 18 to 24 words were routed rightly in seven of ten cases. Source:
    // docs/decisions/0031-letters-are-not-texts.md.
    sureUpTo: { en: 17, zh: 70 },
    // Chinese letters: nothing was measured, so nothing is proven. Source: docs/decisions/0031-letters-are-not-texts.md.
    proven: { en: ['credit_record'], zh: [] },
    own: 5,
    others: 1,
  },
  simplified: SIMPLIFIED_SPEECH,
  languages: [TRIAGE_ZH, TRIAGE_EN],
});
