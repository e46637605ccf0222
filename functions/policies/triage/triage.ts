import { createTriage } from '#domain/complaint/triage/triage.ts';
import type { Triage } from '#domain/complaint/triage/verdict.ts';
import { TRIAGE_EN } from './en/language.ts';
import { SIMPLIFIED_SPEECH } from './simplified.ts';
import { TRIAGE_ZH } from './zh/language.ts';

/** Triage on the shipped words. Pure, at most 1 ms a text. */
export const triageComplaint: Triage = createTriage({
  version: 1,
  simplified: SIMPLIFIED_SPEECH,
  languages: [TRIAGE_ZH, TRIAGE_EN],
});
