import type { WordClass } from '#domain/reply/reading/words.ts';

/** What people write beside an answer: calls for help, terms, questions, complaints, news. English. */
export const enStories = {
  help: `
    help | info | help me | need help | i need help | help please | help pls | can you help | can you help me |
    support | information | assistance
  `,
  agent: `
    agent | human | operator | representative | customer service | customer services | call center | call centre |
    real person | a person | someone to call | speak to | speak with | talk to | talk with | call me |
    call me back | ring me | phone me | give me a call | give me a ring | callback | call back
  `,
  counter: `
    payment plan | repayment plan | pay in instalments | pay in installments | by instalments | by installments |
    in instalments | in installments | instalment plan | installment plan | spread the payments | spread it over |
    split the payment | split it | extend the due date | extend my due date | more time to pay | defer |
    deferral | payment holiday | lower rate | lower interest | reduce the interest | reduce the rate |
    reduce my rate | waive | pay part | pay half | half now | pay less | settle for
  `,
  counterLead: `
    can i pay | could i pay | can we pay | could we pay | i can pay | i could pay | we can pay | able to pay |
    afford | i can do | i could do | can we do | can i do | how about | what about | pay you | i offer | offer |
    a month | per month | monthly | each month | every month | a week | per week | weekly | fortnight | id pay |
    i would pay | would accept | would you take | will you take | would you accept | pm | only pay |
    lower the rate | lower it to | lower it | reduce it to | make it | bring it down
  `,
  why: `
    why did you contact | why are you contacting | why do you contact | why did you text | why are you texting |
    why do you text | why did you message | why are you messaging | why did you write | why did you send |
    why are you sending | why did you call | why are you calling | why have you contacted | why have you texted |
    why am i getting | why did i get | why have i received | why did i receive | why am i receiving | why me |
    why this message | why this text | reason for this | what is this about | whats this about |
    what is this regarding | what is this for | whats this for | what is this | whats this | what is it about |
    who is this | whos this | who are you | who is texting | who sent this | which bank | what bank |
    how did you get my number | where did you get my number | how do you have my number | what do you want |
    what reason | for what reason | on what grounds | what for
  `,
  complaint: `
    complaining | complained | report you | reporting you | report this to | sue | suing | see you in court |
    legal action | take legal | unacceptable | disgusting | disgraceful | disgrace | outrageous | appalling |
    terrible service | awful service | worst bank | bad service | poor service | harassment | harassing |
    bullying | threatening me | ripped off | ripping me | overcharged | mis sold | missold | had enough of |
    nobody helps | not good enough | demand an explanation | demand a refund | want compensation |
    breach of privacy | data breach | post this on | go to the press | go to the media | refuse to refund |
    refused to refund | wont refund | without notice | without telling me | holding my money | no response from |
    nobody answers | no one answers | never replied | keep calling my | keeps calling my | keep calling me |
    calling my family | calling my mother | calling my work | calling my employer | contacting my family |
    contacted my family | told my family | texting my | still not resolved | still not fixed | second time i |
    third time i | not acceptable
  `,
  complaintTo: `
    12378 | 12363 | 12315 | ombudsman | regulator | fca | cfpb | fos | occ | bbb | trading standards |
    financial conduct authority | attorney general | lawyer | lawyers | solicitor | solicitors | attorney |
    complaint | complaints | complain | rude
  `,
  info: `
    already paid | have paid | ive paid | i paid | just paid | paid it | paid yesterday | paid today | will pay |
    ill pay | going to pay | pay tomorrow | pay on | pay next | pay by | payday | new number | new phone number |
    changed my number | changed number | my number is | moved house | new address | changed my address | im abroad |
    i am abroad | travelling | traveling | on holiday | lost my job | lost my phone | unemployed | will tell him |
    will tell her | ill tell him | ill tell her | will let him know | will let her know | will let them know |
    told him | told her | passed it on | will pass it on | paid off | paid in full | fully paid | phone died |
    phone is dead | phone was dead | battery died | battery is dead | battery was dead | dead tired | dead battery |
    pay friday | pay monday | ill tell them | will tell them | ill pass it on | ill let him know | ill let her know |
    made redundant | redundant | laid off | cant pay | cannot pay | unable to pay | cant go on holiday | ask him to |
    ask her to | ask them to
  `,
  passedOn: `
    will tell him | will tell her | will tell them | ill tell him | ill tell her | ill tell them | will let him know |
    will let her know | will let them know | told him | told her | passed it on | will pass it on | ill pass it on |
    ill let him know | ill let her know |
    ask him to | ask her to | ask them to
  `,
  grave: `
    died | deceased | passed away | passed on | funeral | in hospital | in the hospital | hospitalised |
    hospitalized | intensive care | coma | stroke | dementia | in prison | in jail | arrested | missing | suicide |
    kill myself | end my life | kidnapped | being held | dead | hes dead | shes dead | suicidal | want to die |
    wanna die | want to be dead | dont want to live | do not want to live | no reason to live | want to end it all |
    wanna end it all | take my own life | taking my own life | killing myself | harm myself | better off dead |
    cant go on | cannot go on | cant go on like this | no point living | no point in living | end it all |
    better off without me | goodbye forever | life support | icu | hospice | terminally ill | overdose | hang myself |
    jump off | cant take it anymore | not worth living | lost my husband | lost my wife | lost my son | lost my daughter |
    lost my mum | lost my mom | lost my dad | lost my mother | lost my father | lost my brother | lost my sister
  `,
  graveAlone: 'dead',
  question: `
    is it | was it | is this | was this | did i | do i | do you | are you | can you | could you | would you |
    will you | what | which | when | where | who | whose | how | why |
    isnt it | wasnt it | isnt that | wasnt that | arent they | werent they
  `,
} as const satisfies Partial<Record<WordClass, string>>;
