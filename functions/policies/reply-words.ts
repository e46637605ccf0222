import type { ReplyWords } from '#domain/reply/reading/heads.ts';
import { REPLY_WORDS_EN } from './reply-words/en.ts';
import { REPLY_WORDS_ZH } from './reply-words/zh.ts';
import { SIMPLIFIED_SPEECH, SPEECH_WORDS } from './simplified.ts';

/**
 * The reply dictionary as the product ships it, Chinese and English as equals. Case, width and traditional characters
 * are folded before a phrase is looked up. Stop words: the carriers' keywords, 47 CFR 64.1200(a)(10), and the codes of
 * Chinese service texts (T, TD, 退订).
 */
export const REPLY_WORDS: ReplyWords = {
  version: 1,
  simplified: SIMPLIFIED_SPEECH,
  spoken: SPEECH_WORDS,
  languages: [REPLY_WORDS_EN, REPLY_WORDS_ZH],
};
