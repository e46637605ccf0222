import type { WordClass } from '#domain/reply/reading/words.ts';

/** Around words for silence: what makes them a wish, what turns it round, what it is about. English. */
export const enKeeping = {
  besideStop:
    'no thanks | no thank you | no | i said | i say | i want to | i wish to | id like to | i would like to | and | just',
  notStop: `
    dont | do not | didnt | did not | doesnt | never | not | havent | have not | hasnt | wont | will not | wouldnt |
    dont want | do not want | without | shouldnt | should not | no need | no reason | rather not | please dont
  `,
  betweenStop: `
    want | wanted | to | you | your | the | my | these | those | this | that | all | any | ever | me | us | say | said |
    ask | asked | mean | meant | please | really | just | texts | messages | alerts | notifications | reminders | sms |
    text alerts | text messages | i | be | been | get | have | yet | actually | going | gonna | wish | need | like |
    every | service | they | for | even | suddenly | our | try | tried |
    turn | turned | turning | switch | switched | switching | shut | cut
  `,
  askWhy: `
    why did | why have | why has | why do | why are | why were | why was | how come | did | have you | has your | has the |
    have the | have my | have all | when did | since when | who
  `,
  askNot: `
    why dont | why dont you | why didnt | why didnt you | why wont you | why wont | why havent you | why arent |
    why do you not | why did you not | how come you dont | how come you didnt | you dont | you didnt | you never |
    you do not | you did not | they dont | they didnt | they never | nobody | no one | you wont
  `,
  forget: `
    miss | missing | forget | forgetting | lose | losing | hesitate | fail | fraudsters | scammers | criminals |
    spammers | crooks | thieves | him | them texting | them messaging | them calling | people | strangers
  `,
  compare: 'enough | than | as often as',
  elsewhere: `
    netflix | spotify | amazon | disney | youtube | icloud | apple | google | gym | membership | magazine | newspaper |
    broadband | podcast | trial | hotel | flight | flights | booking | ticket | tickets | tv
  `,
  fromUs: `
    this | that | these | those | the | your | you | ur | all | any | every | everything | anything | here | it | bank | list |
    lists | mailing | marketing | future | further | my | our | such | more | now
  `,
  sendVerb: `
    send | sending | text | texting | txt | message | messaging | msg | write | writing | contact | contacting |
    sms | bother | disturb | call | phone
  `,
  beforeSend: 'ever | please | you | keep | even | any | again | me | just | to',
  afterSend: `
    me | us | again | anymore | any more | any longer | ever | ever again | now | at all | here | this number |
    my number | this phone | my phone | no more | anything | things
  `,
  mayI: 'can you | could you | would you | will you | how do i | how can i | how do we | can i',
  softNot: '',
  endVerb: `
    off | stopped | ended | cancelled | canceled | disabled | deactivated | removed | blocked | discontinued |
    terminated | to end | gone | out | to cease | halted
  `,
  wants: `
    want | need | would like | id like | like | please | pls | wish | turn | turning | switch | switching | shut | get |
    have | can you | could you | knock | cut | take | put
  `,
  role: `
    emergency contact | contact person | his contact | her contact | their contact | next of kin | as a contact |
    as contact | guarantor | contact for him | contact for her
  `,
  noRole: `
    dont want | do not want | not | no longer | remove | take me off | delete | never agreed | didnt agree |
    did not agree | refuse | stop | dont | wont | never
  `,
} as const satisfies Partial<Record<WordClass, string>>;
