import type { LanguageWords } from '#domain/reply/reading/heads.ts';
import { enAnswers } from './en/answers.ts';
import { enAround } from './en/around.ts';
import { enDenial } from './en/denial.ts';
import { enDoubt } from './en/doubt.ts';
import { enKeeping } from './en/keeping.ts';
import { enSilence } from './en/silence.ts';
import { enStories } from './en/stories.ts';
import { enYes } from './en/yes.ts';

/** English. Apostrophes are left out (`dont`). */
export const REPLY_WORDS_EN: LanguageWords = {
  script: 'latin',
  lists: { ...enSilence, ...enAnswers, ...enAround, ...enDenial, ...enDoubt, ...enKeeping, ...enStories, ...enYes },
  ratings: {
    1: `
      one | very dissatisfied | very unsatisfied | very bad | terrible | awful | 1 star | 1 out of 5 | 1 point | one star
    `,
    2: `
      two | dissatisfied | unsatisfied | not satisfied | bad | poor | 2 stars | 2 out of 5 | 2 points | two stars
    `,
    3: 'three | neutral | average | ok | okay | so so | fair | 3 stars | 3 out of 5 | 3 points | three stars',
    4: 'four | satisfied | good | happy | 4 stars | 4 out of 5 | 4 points | four stars',
    5: `
      five | very satisfied | very good | very happy | excellent | great | perfect | outstanding | 5 stars |
      5 out of 5 | 5 points | five stars | five star
    `,
  },
};
