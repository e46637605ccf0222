import type { WordClass } from '#domain/reply/reading/words.ts';

/** Words around an answer: courtesies, negations, what is to come, names. English. */
export const enAround = {
  filler: `
    thanks | thank you | thank you very much | thx | ty | tks | cheers | hi | hello | hey | dear | sir | madam |
    reply | answer | code | option | my answer is | the answer is | answer is | hi there | bye | regards | reply is |
    response |
    thanks for checking | thank you for checking | thanks for asking | thank you for asking | thanks for letting me know
  `,
  atEase: `
    all good | its all good | dont worry | its fine | its ok | its okay |
    all fine | nothing to worry about
  `,
  please: 'please | pls | plz | kindly',
  tone: 'sorry',
  order: 'confirm | correct',
  notYes: `
    yeah right | yea right | ya right | sure right | ok right | okay right | me right | mine right | did right |
    did it right | it was right | it is right | correct me | confirm me | correct it | correct this | me correct |
    mine correct
  `,
  negation: `
    not | never | isnt | wasnt | arent | werent | aint | hasnt | havent | hadnt | didnt | doesnt | wont | dont |
    do not | did not | cannot | cant | nothing | nobody | without | it was not | it wasnt | it is not | it isnt |
    was not | is not | are not | am not | im not | i am not | this is not | this isnt | that is not | that isnt |
    that was not | has not | have not | i have not | i havent | i did not | i didnt | no it wasnt | never been |
    not aware of | will not | never had
  `,
  refusal: `
    dont | do not | dont need | do not need | dont need to | do not need to | not need | no need | no need to |
    no need for | dont want | do not want | dont want you to | do not want you to | dont have to | do not have to |
    please dont | please do not | dont you | dont ever | do not ever | dont stop | do not stop | dont cancel |
    do not cancel | not to
  `,
  between: `
    a | an | any | the | my | your | in | in any | been | being | be | into | of | call | send | for | actually |
    really | going to | anyones
  `,
  later: `
    will | ill | wont | shall | gonna | going to | want | wanna | would | id | can | could | cant | cannot | may |
    should | be | get it | have it | when | once | if | until | soon | tomorrow | tonight | next week | next month |
    by monday | by tuesday | by wednesday | by thursday | by friday | by saturday | by sunday | by next |
    by tomorrow | by the end | will pay | ill pay | going to pay | pay by | hope to | plan to | trying to | need to |
    how
  `,
  laterThan: `
    by monday | by tuesday | by wednesday | by thursday | by friday | by saturday | by sunday | by next | by tomorrow |
    by the end | tomorrow | tonight | soon | next week | next month
  `,
  done: 'already',
  moved: `
    paid | i paid | ive paid | have paid | just paid | already paid | paid it | paid yesterday | paid today | sent |
    sent it | wired | transferred | transfer | money to | money went | money goes | went to the | my money |
    the money | paying the | pay the wrong | payment to | transfer to
  `,
  notMoved: `
    you sent | youve sent | you have sent | you are sending | youre sending | you keep sending | message sent |
    text sent | message was sent | text was sent | this was sent | sent me | sent by you
  `,
} as const satisfies Partial<Record<WordClass, string>>;
