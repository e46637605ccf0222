import type { WordClass } from '#domain/reply/reading/words.ts';

/** Yes and no to the question of each purpose, terms, and the wrong person. English. */
export const enAnswers = {
  wrong: `
    wrong number | wrong person | wrong phone | wrong recipient | incorrect number | not the right number |
    the wrong guy | the wrong man | the wrong woman | wrong contact | not his number | not her number |
    not their number | isnt his number | isnt her number | isnt their number | no longer his | no longer her |
    no longer their | not his phone | not her phone | isnt his phone | isnt her phone | not the person you |
    not who you | number belongs to someone else | no one by that name | nobody by that name | no such person |
    nobody here by | this number is mine now | new owner of this number | number has changed hands | not my bank |
    im not a customer | not a customer | dont bank with you | do not bank with you | dont have an account with you |
    the wrong girl | the wrong lady | the wrong customer | the wrong party | the wrong family | the wrong fella |
    the wrong bloke | wrong mobile | just got this number | just got this phone number | just got this new number |
    only just got this number | got this number recently | got this number last | got this number yesterday |
    got this number today | recently got this number | this number is new to me | this is a new number for me |
    doesnt belong to her | doesnt belong to him | doesnt belong to them | does not belong to her |
    does not belong to him | does not belong to them | no longer belongs to | belongs to somebody else |
    just got this sim | previous owner of this number | old owner of this number
  `,
  wrongAlone: 'wrong no | wrong num',
  wrongThird: `
    dont know him | dont know her | dont know them | dont know this person | dont know that person |
    dont know anyone | do not know him | do not know her | do not know them | never heard of | not him | not her |
    not them | stranger to me | no idea who | dont know this man | dont know this woman | dont know this name |
    dont know that name | do not know this person | do not know that person | dont know anybody | know no one |
    dont know any such | dont know you | do not know you
  `,
  wrongWhole: 'dont know | do not know | wrong | unknown | stranger',
  denyWord: '2 | n | no | nope | nah | negative | never | noo | nooo | false',
  deny: `
    not my transaction | not my purchase | not my payment | not by me | no it wasnt | it was not | it wasnt |
    didnt do | did not do | didnt make | did not make | didnt buy | did not buy | didnt pay | did not pay |
    didnt spend | did not spend | didnt use | did not use | didnt order | did not order | didnt authorise |
    didnt authorize | did not authorise | did not authorize | didnt approve | did not approve | didnt transfer |
    did not transfer | didnt request | did not request | didnt send | did not send | i didnt | i did not |
    i have not | i havent | havent made | have not made | havent used | have not used | havent bought |
    have not bought | never made | never bought | never did | never used | never been | never authorised |
    never authorized | never ordered | never paid | never shopped | dont recognise | dont recognize |
    do not recognise | do not recognize | not recognise | not recognize | not authorised | not authorized |
    know nothing about | nothing to do with me | not aware of |
    refuse this payment | refuse the payment | refuse this transaction | refuse this charge | no such transaction |
    no such payment | no such purchase | not recognised | not recognized
  `,
  notMe: `
    not me | wasnt me | isnt me | aint me | not mine | isnt mine | wasnt mine | was not me | never me | not i |
    wasnt i | not us | wasnt us | not my account | not my card | not my bank account | not my bank card |
    isnt my account | isnt my card | isnt my bank account | isnt my bank card
  `,
  crime: `
    unrecognised | unrecognized | unauthorised | unauthorized | fraud | fraudulent | stolen | hacked | cloned | scam |
    scammed | someone else | somebody else | someone used my | someone has my |
    pretending to be | pretends to be | impersonating | posing as |
    conned | con artist | con man | tricked | scammer | scammers | scamming | phishing | phished | swindled |
    duped | un authorised | un authorized | fraudster | fraudsters
  `,
  protect: `
    lost my card | card was lost | card is lost | block my card | block the card | block it | freeze my card |
    freeze the card | freeze my account | freeze it | block card | freeze card | freeze account | block account |
    block my account | cancel my card | cancel the card | cancel card | stop my card | stop the card |
    stop the payment | stop payment | stop that payment | stop this payment | stop the transaction |
    stop that transaction | stop this transaction | stop transaction | stop the transfer | stop that transfer |
    stop transfer | cancel the transaction | cancel that transaction | cancel this transaction |
    cancel transaction | cancel the payment | cancel that payment | cancel this payment | cancel payment |
    cancel the transfer | cancel the order | reverse the | reverse it | refund | lock my card | lock the card |
    lock it | hotlist
  `,
  notDeny: `
    no problem | no problems | no worries | no idea | no thanks | no thank you | no need | no more | no longer |
    no comment | no one | no rush | no doubt | no clue | no time | no phone | no signal | not sure | not certain |
    not now | not yet | not working | not today | not understand | dont understand | do not understand | dont know |
    do not know | dont remember | do not remember | cant remember | cannot remember | cant say | not possible |
    no way to | never mind | nevermind | not a problem | not bad | didnt get | did not get | didnt receive |
    did not receive | i didnt get | i did not get | i didnt receive | i did not receive | i havent received |
    i didnt understand | i did not understand | i havent got | i have not received | na na | no hablo | i dont know |
    no where | not only | no fraud | no scam | no scams | no danger | no emergency | no trouble | no mistake |
    no error | no dispute | no longer dispute | just got this number from | no reply |
    no answer | no response
  `,
  confirm: `
    1 | y | yes | yep | yeah | yup | yea | yess | yes sir | ok | okay | okey | sure | correct | confirm | confirmed |
    i confirm | affirmative | true | thats right | that is right | thats correct | that is correct | it was me |
    it is me | its me | it was i | that was me | thats me | that is me | this was me | this is me | was me | i did |
    i did it | i did that | i made it | i made this | i made that | yes i did | yes i made it | that was mine |
    its mine | it was mine | genuine | it is genuine | all mine | of course | indeed | yes it is | yes it was |
    approved | i approve | recognised | recognized | i recognise it | i recognize it | me | absolutely | definitely |
    ya | yes indeed | right | yes right |
    it was done by me | done by me | made by me | it was made by me | yeh | yes it was me | yeah it was me
  `,
  accept: `
    1 | y | yes | yep | yeah | ok | okay | sure | accept | accepted | i accept | we accept | agree | agreed |
    i agree | deal | i take it | ill take it | sounds good | that works | works for me | fine | go ahead |
    confirm | confirmed | yes i accept | yes i agree | i accept the offer | i accept your offer |
    accept the offer | accept offer
  `,
  decline: `
    2 | n | no | nope | nah | decline | declined | i decline | reject | rejected | i reject | refuse | i refuse |
    no thanks | no thank you | not interested | no deal | dont accept | do not accept | cant accept |
    cannot accept | dont agree | do not agree | disagree | too much | too high | too expensive | cant afford |
    cannot afford |
    not acceptable | unacceptable | cant do that | cannot do that
  `,
  safe: `
    safe | im safe | i am safe | safe and well | safe and sound | im ok | i am ok | im okay | i am okay |
    im fine | i am fine | fine | all good | im good | i am good | im well | i am well | all well | all ok |
    all fine | all fine here | all good here | all well here | im safe now | i am safe now | safe now | im fine now | im ok now | were fine | were safe | we are safe | we are fine | alive | good | well
  `,
  unsafe: `
    not safe | unsafe | not ok | not okay | not fine | not good | not well | im not ok | danger | in danger |
    in trouble | emergency | hurt | injured | scared | trapped | not alright | dont help | do not help |
    dont help me | do not help me | not very safe | not really safe | not feeling safe | dont feel safe |
    do not feel safe | kill me | beating me | hitting me | no one helps | nobody helps | no one is helping |
    nobody is helping | no one can help | nobody can help | no one will help | nobody will help |
    attacked | assaulted | fallen | fell down | following me | followed me | stalking me | stalked | cant get up |
    cannot get up | cant breathe | cannot breathe | bleeding | robbed | mugged | locked in
  `,
  aid: `
    help me | need help | i need help | please help | send help | send police | call police | call the police |
    call an ambulance | sos | 911 | 999 | 110 | 112 | 120 | 119 | help | need assistance | get me out | please come |
    any help | your help | assistance
  `,
  unchanged: `
    still mine | still my number | still the same | same number | same | unchanged | still right | still correct |
    still valid | still me | still using it | still use it | still in use | all correct | data correct |
    up to date
  `,
  changed: `
    changed | has changed | have changed | new number | new phone | new address | not anymore | no longer | outdated |
    out of date | moved | different number | moved house | changed my number | changed number | changed my address |
    new phone number | wrong address | wrong email | wrong name | address is wrong | email is wrong
  `,
  arrange: `
    arrange | arrangement | arrange payment | i want to arrange | want to arrange | like to arrange |
    i want to pay | want to pay | make arrangement | make an arrangement | set up a plan |
    i want to arrange payment | want to arrange payment | i want to pay it | payment plan please
  `,
  notOwed: `
    dont owe | do not owe | owe nothing | owe you nothing | not owe | not owed | dont owe you | not my debt |
    not my loan | isnt my debt | isnt my loan | no debt | no loan | never late | never took | never had |
    not overdue | not late | isnt late | isnt overdue | not in arrears | nothing due | nothing overdue |
    zero balance | dispute | i dispute | disputed
  `,
  paidUp: `
    paid off | paid in full | fully paid | paid it off | paid that off | all paid up | settled in full | already settled | settled it | settled that | cleared in full | all settled |
    balance is zero | nothing outstanding | paid everything
  `,
  mistaken: `
    this is wrong | thats wrong | that is wrong | its wrong | it is wrong | wrong amount | incorrect | mistake |
    an error | there must be an error
  `,
} as const satisfies Partial<Record<WordClass, string>>;
