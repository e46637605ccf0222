import type { WordClass } from '#domain/reply/reading/words.ts';

/** Denials put together from parts. English. */
export const enDenial = {
  disowned: `
    done | made | mine | me | us | ours | recognised | recognized | recognise | recognize | authorised | authorized |
    authorise | authorize | approved | approve | familiar | by me | do it | do this | do that | my doing | my spending |
    know this transaction | know this payment | know this charge | know this purchase | know that transaction |
    know that payment | know that charge | know these transactions | know these payments
  `,
  noneOf: `
    none | not | never | neither | nor | wasnt | werent | isnt | arent | aint | didnt | dint | dident | didn | did not |
    dont | do not | havent | have not | nothing | hasnt | nobody
  `,
  betweenNone: `
    of | these | those | them | this | that | it | is | was | were | are | the | by | any | either | both | all | one |
    ones | charges | charge | transactions | transaction | payments | payment | purchases | been | to | i | even | which
  `,
  belonging: `
    card | cards | purse | wallet | handbag | bag | phone | mobile | debit card | credit card | bank card | cheque book
  `,
  lost: `
    lost | nicked | stolen | gone | missing | pinched | robbed | misplaced | snatched | swiped | cant find |
    cannot find | mugged
  `,
  blocks: '',
  accused: `
    you are | youre | ur | you guys are | you people are | you are a | youre a | you are all | this is a | this text is a |
    this message is a | is this a | are you a
  `,
  plea: `
    please | hurry | urgent | urgently | quick | quickly | asap | now | immediately | help | fast | very | up | its | its urgent |
    sos | come
  `,
} as const satisfies Partial<Record<WordClass, string>>;
