import type { WordClass } from '#domain/reply/reading/words.ts';

/** A yes put together from parts, none of which may negate, ask or hold another person. English. */
export const enYes = {
  didWho: 'i | myself | i have | ive | i did | i do',
  didVerb: `
    made | authorised | authorized | approved | did | initiated | did make | did authorise | did authorize |
    did approve | recognise | recognize | do recognise | do recognize
  `,
  didWhat: `
    this | that | it | them | these | those | the | both | all | of | payment | payments | transaction | transactions |
    purchase | purchases | charge | charges | transfer | myself
  `,
  takesWho: 'i | we | ill | i will | i am | im | well | happy to | glad to',
  takesVerb: 'accept | agree | agree to | agree with | happy to accept | happy with | fine with',
  takesWhat: 'this | that | it | the | your | offer | plan | proposal | terms | deal | amount | these | those',
  rates:
    'score | score is | rating | my rating | my rating is | my score | my score is | rate | i rate | i rate it | id give | i give | give',
} as const satisfies Partial<Record<WordClass, string>>;
