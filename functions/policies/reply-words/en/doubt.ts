import type { WordClass } from '#domain/reply/reading/words.ts';

/** What makes a plain answer less than one: conditions, contrasts, numbers, what was never said. English. */
export const enDoubt = {
  ahead: `
    i | we | im | i am | were | we are | you | your | it | its | it is | this | this is | thats | that is | that | the |
    offer | the offer | your offer | this offer | that offer | is | are | am | really | honestly | just | simply |
    actually | still | afraid | unfortunately | definitely | certainly | absolutely | far | way | well | so | must |
    have to | would | id | will | ill | payments | payment | amount | the amount | terms | the terms | quite | both |
    they | theyre
  `,
  afterNo: `
    this | that | it | the | your | their | these | those | offer | plan | proposal | terms | deal | amount | payments | for me | for us |
    me | us | much | at all | sorry | anymore | any more | money | a month | each month | per month | monthly | every month |
    to accept | to agree | to this | to that | with this | with that | to it | with it | to your | with your | to the | with the | of it
  `,
  condition: `
    if | when | whenever | unless | until | till | provided | providing | in case | as long as | only if | once |
    before | depends | depending | supposing | assuming | suppose | otherwise | or else
  `,
  contrast: `
    but | however | though | although | except | instead | rather | unless | yet | not yet | right now | at the moment |
    for now | just now | today | this time | maybe | perhaps | might | unsure | not sure | on the other hand |
    think about it | thinking | consider | considering | wait | hang on | hold on | either | or | not really | accidentally | by mistake | by accident
  `,
  joke: 'joking | kidding | as if | only joking | sarcasm | sarcastic | in your dreams | you wish',
  numeral: `
    two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty | thirty | forty |
    fifty | sixty | seventy | eighty | ninety | hundred | thousand | half | third | quarter | grand | k
  `,
  unsaid: `
    never said | never told | didnt say | did not say | not saying | not said | wouldnt say | would not say |
    wasnt saying | havent said | have not said | never meant to | didnt mean to | did not mean to | never asked to |
    didnt ask to | did not ask to | never asked you to | didnt ask you to | did not ask you to | never wanted to |
    didnt want to | did not want to | never tried to | not trying to | who said | who told you | who asked you |
    who says | never intended to | not asking to | not asking you to | accidentally | by mistake | by accident |
    no reply | no answer | no response
  `,
} as const satisfies Partial<Record<WordClass, string>>;
