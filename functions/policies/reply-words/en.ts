import type { LanguageWords } from '#domain/reply/reading/words.ts';
import { enAnswers } from './en/answers.ts';
import { enAround } from './en/around.ts';
import { enDoubt } from './en/doubt.ts';
import { enKeeping } from './en/keeping.ts';
import { enSilence } from './en/silence.ts';
import { enStories } from './en/stories.ts';

/** English. Apostrophes are left out (`dont`). */
export const REPLY_WORDS_EN: LanguageWords = {
  script: 'latin',
  lists: { ...enSilence, ...enAnswers, ...enAround, ...enDoubt, ...enKeeping, ...enStories },
  ratings: {
    1: `
      one | very dissatisfied | very unsatisfied | very bad | terrible | awful | 1 star | 1 out of 5 | 1 point
    `,
    2: `
      two | dissatisfied | unsatisfied | not satisfied | bad | poor | 2 stars | 2 out of 5 | 2 points
    `,
    3: 'three | neutral | average | ok | okay | so so | fair | 3 stars | 3 out of 5 | 3 points',
    4: 'four | satisfied | good | happy | 4 stars | 4 out of 5 | 4 points',
    5: `
      five | very satisfied | very good | very happy | excellent | great | perfect | outstanding | 5 stars |
      5 out of 5 | 5 points
    `,
  },
};
