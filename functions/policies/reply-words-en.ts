import type { LanguageWords } from '#domain/reply/reading/words.ts';

/** English. Apostrophes are left out (`dont`). */
export const REPLY_WORDS_EN: LanguageWords = {
  script: 'latin',
  lists: {
    stop: `
      stop | stopp | stpo | stop all | stopall | stop it all | stop stop | unsubscribe | unsubcribe | unsuscribe |
      unsubscribed | unsub | cancel | end | quit | revoke | optout | opt out | opted out | remove | arret | td | t |
      r | halt | cease | stop texts | stop text | stop sms | stop messages | stop message | stop msg | stop msgs |
      go away | get lost | no more | desist
    `,
    stopPhrase: `
      remove from list | leave me alone | stop now please | stop spamming | stop bothering | stop harassing |
      stop pestering | cease and desist | withdraw my consent | withdraw consent | revoke my consent |
      revoke consent | take me out of your | block this number | off your list | off the list | off this list |
      do not disturb | cancel my subscription | cancel subscription | turn these off | leave me be |
      leave us alone
    `,
    stopSoft: `
      remove me | take me off | please stop | pls stop | plz stop | stop please | stop pls | stop plz | just stop |
      please cease | i said stop | told you to stop | asked you to stop | make it stop | please quit |
      please end this | stop this | stop these | stop all of these | stop sending | not interested | no texts |
      no messages | no sms | lose my number | now stop | kindly stop | stop it please | please stop it |
      please unsubscribe | opt out | opt me out | opting out | optout | unsubscribe | get me off | remove us |
      delete me | delete us | drop me from | i revoke | i opt out | lose this number | lose our number
    `,
    stopLead: `
      stop | quit | cease | halt | no more | dont want | do not want | not want | never want | dont need |
      do not need | didnt ask for | never asked for | didnt sign up for | never signed up for | dont wish to |
      do not wish to | no longer want | no longer wish | not wish to | sick of | tired of | cancel | stop all |
      stop all of | stop any | stop with | no further | no additional | no other | turn off | switch off | disable |
      mute | cease all | end all | cancel all | do not consent | dont consent | did not consent | didnt consent |
      never consented | no consent | without consent | without my consent | without permission |
      without my permission | no permission | not give permission | never gave permission | fed up with | enough |
      enough with | had enough | want out of | dont want to | do not want to | dont wish | do not wish |
      would rather not | prefer not | rather not | enough of | desist | desist from | refrain | refrain from |
      never gave you permission | didnt give you permission | did not give you permission | dont have permission |
      do not have permission | dont have my permission | do not have my permission | not given permission |
      never gave consent | didnt give consent | did not give consent | who gave you permission | i didnt ask for |
      i did not ask for | i never asked for | i didnt sign up for | i did not sign up for | i didnt consent |
      i did not consent | i didnt give you permission | i did not give you permission | i didnt give consent |
      i did not give consent | i didnt agree to | i did not agree to | i didnt subscribe to |
      i did not subscribe to
    `,
    contact: `
      text | texts | texting | txt | txts | txting | message | messages | messaging | msg | msgs | msging | sms |
      smses | contact | contacting | contacted | send me | sending me | notifications | notification | alerts |
      reminders | spam | spamming | bother | bothering | bothered | harass | harassing | pester | pestering |
      disturb | disturbing | write to me | writing to me | receive | receiving | get these | getting these |
      get this | getting this | get any | call me | calling me | calling | ring me | ringing me |
      blowing up my phone | hear from you | stuff on my phone | communication | communications | communicate |
      correspondence | be contacted | being contacted | be texted | texted | messaged | notified | calls |
      phone calls | receive any | hear from
    `,
    dontLead: `
      dont | do not | never | not to | please dont | please do not | dont ever | do not ever | dont you |
      dont keep | do not keep | never ever | dont you dare | dont even | please never | not | dont you ever |
      do not you | avoid | rather you didnt | rather you did not
    `,
    contactVerb: `
      text | texting | txt | message | messaging | msg | contact | contacting | send me | send any | send these |
      send this | send anything | send texts | send messages | send sms | sms me | sms this | bother | harass |
      pester | disturb | spam | write to me | write me | call me | call this | call again | call anymore | ring me |
      phone me | reach out | email me | send more | send anymore | send again | send it to me | contact us |
      text us | be texting | be contacting | be messaging | be texted | be contacted
    `,
    removeLead: `
      remove | delete | erase | take | drop | scrub | strike | purge | block | unlist | removed | removing |
      deleted | deleting | erased | erasing | taken | dropped
    `,
    removeWhat: `
      my number | my phone number | my phone | my mobile | my mobile number | my cell | my cell number | my name |
      my details | my contact | my contact details | my info | my information | my data | this number | this phone |
      this phone number | this mobile | me from | me off | us off | us from | our number
    `,
    stopObject: `
      payment | payments | card | cards | transaction | transactions | transfer | transfers | purchase | purchases |
      order | charge | charges | debit | debits | cheque | check | account | loan | direct debit | standing order |
      withdrawal | withdrawals | money | fraud | thief | scammer | hacker | bus | interest | fee | fees |
      insurance | mandate | appointment | foreclosure | repossession | month | week | year | credit | service |
      overdraft | paperless | paper | offer | offers | cover | plan | subscription to | policy | address | hold on |
      restriction | cookies | pension | the hold | the block | pin
    `,
    keepOn: `
      dont stop | do not stop | didnt stop | never stop | not stop | cant stop | cannot stop | wont stop |
      bus stop | stop by | stopped by | non stop | dont unsubscribe | do not unsubscribe | not unsubscribe |
      dont remove | do not remove | why did you stop | dont cancel | do not cancel | weekend | in the end |
      at the end | end of | dont want to unsubscribe | text me instead | message me instead | sms instead |
      text instead | by text instead | text is fine | sms is fine | texts are fine | by text only | only by text |
      only text | just text | please text | no texts arrived | no text received | did you not | did not text |
      didnt text | did not contact | didnt contact | did not send | didnt send | could not | couldnt | can not |
      cannot | cant | unable to | not able to | do i need to | what does stop | what happens if | was told to |
      told to text | should i text | should i reply | will not text | wont text | why not text | have not sent |
      havent sent | not sent me | not send me the | did you text | did you send | do i have to reply |
      do i have to text | do i have to unsubscribe
    `,
    wrong: `
      wrong number | wrong person | wrong phone | wrong no | wrong num | wrong recipient | incorrect number |
      not the right number | the wrong guy | the wrong man | the wrong woman | wrong contact | you have the wrong |
      youve got the wrong | you got the wrong | got the wrong | texted the wrong | not his number | not her number |
      not their number | isnt his number | isnt her number | isnt their number | no longer his | no longer her |
      no longer their | not his phone | not her phone | isnt his phone | isnt her phone | not the person you |
      not who you | number belongs to someone else | no one by that name | nobody by that name | no such person |
      nobody here by | this number is mine now | new owner of this number | number has changed hands | not my bank |
      im not a customer | not a customer | dont bank with you | do not bank with you |
      dont have an account with you
    `,
    wrongThird: `
      dont know him | dont know her | dont know them | dont know this person | dont know that person |
      dont know anyone | do not know him | do not know her | do not know them | never heard of | not him | not her |
      not them | dont know you | do not know you | stranger to me | no idea who | dont know this man |
      dont know this woman | dont know this name | dont know that name | do not know this person |
      do not know that person | dont know anybody | know no one | dont know any such
    `,
    wrongWhole: `
      dont know | do not know | who is that | who | not me | wrong | not here | unknown | stranger
    `,
    denyWord: '2 | n | no | nope | nah | negative | never | noo | nooo | false',
    deny: `
      not me | wasnt me | isnt me | aint me | not mine | isnt mine | wasnt mine | not my transaction |
      not my purchase | not my payment | not by me | no it wasnt | it was not | it wasnt | was not me | never me |
      not i | wasnt i | not us | wasnt us | didnt do | did not do | didnt make | did not make | didnt buy |
      did not buy | didnt pay | did not pay | didnt spend | did not spend | didnt use | did not use | didnt order |
      did not order | didnt authorise | didnt authorize | did not authorise | did not authorize | didnt approve |
      did not approve | didnt transfer | did not transfer | didnt request | did not request | didnt send |
      did not send | i didnt | i did not | i have not | i havent | havent made | have not made | havent used |
      have not used | havent bought | have not bought | never made | never bought | never did | never used |
      never been | never authorised | never authorized | never ordered | never paid | never shopped |
      dont recognise | dont recognize | do not recognise | do not recognize | not recognise | not recognize |
      unrecognised | unrecognized | unauthorised | unauthorized | not authorised | not authorized | fraud |
      fraudulent | stolen | hacked | cloned | scam | scammed | someone else | somebody else | someone used my |
      someone has my | know nothing about | nothing to do with me | not aware of
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
      not now | not yet | not working | not today | not understand | dont understand | do not understand |
      dont know | do not know | dont remember | do not remember | cant remember | cannot remember | cant say |
      not possible | no way to | never mind | nevermind | not a problem | not bad | didnt get | did not get |
      didnt receive | did not receive | i didnt get | i did not get | i didnt receive | i did not receive |
      i havent received | i didnt understand | i did not understand | i havent got | i have not received | na na |
      no hablo | i dont know | no where | not only
    `,
    confirm: `
      1 | y | yes | yep | yeah | yup | yea | yess | yes sir | ok | okay | okey | sure | correct | confirm |
      confirmed | i confirm | affirmative | true | right | thats right | that is right | thats correct |
      that is correct | it was me | it is me | its me | it was i | that was me | thats me | that is me |
      this was me | this is me | was me | i did | i did it | i did that | i made it | i made this | i made that |
      yes i did | yes i made it | that was mine | its mine | it was mine | genuine | it is genuine | all mine |
      of course | indeed | yes it is | yes it was | approved | i approve | recognised | recognized |
      i recognise it | i recognize it | me | absolutely | definitely | ya | yes indeed
    `,
    filler: `
      please | pls | plz | thanks | thank you | thank you very much | thx | ty | tks | cheers | hi | hello | hey |
      dear | sir | madam | reply | answer | code | option | my answer is | the answer is | answer is | hi there |
      bye | regards | reply is | response
    `,
    help: `
      help | info | help me | need help | i need help | help please | help pls | can you help | can you help me |
      support | information | assistance
    `,
    agent: `
      agent | human | operator | representative | customer service | customer services | call center | call centre |
      real person | a person | someone to call | speak to | speak with | talk to | talk with | call me |
      call me back | ring me | phone me | give me a call | give me a ring | callback | call back
    `,
    start: `
      start | unstop | resume | subscribe | opt in | optin | opt me in | opt me back in | resubscribe | continue |
      restart | start again | start texts | start messages | start texting | start sending | please start
    `,
    optIn: 'yes | y',
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
      cannot afford
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
      i would pay | would accept | would you take | will you take | would you accept | pm | only pay
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
      changed my number | changed number | my number is | moved house | new address | changed my address |
      im abroad | i am abroad | travelling | traveling | on holiday | lost my job | lost my phone | unemployed |
      will tell him | will tell her | ill tell him | ill tell her | will let him know | will let her know |
      will let them know | told him | told her | passed it on | will pass it on
    `,
    grave: `
      died | dead | deceased | passed away | passed on | funeral | in hospital | in the hospital | hospitalised |
      hospitalized | intensive care | coma | stroke | dementia | in prison | in jail | arrested | missing |
      suicide | kill myself | end my life | kidnapped | being held
    `,
    question: `
      is it | was it | is this | was this | did i | do i | do you | are you | can you | could you | would you |
      will you | what | which | when | where | who | whose | how | why
    `,
    safe: `
      safe | im safe | i am safe | safe and well | safe and sound | im ok | i am ok | im okay | i am okay |
      im fine | i am fine | fine | all good | im good | i am good | im well | i am well | all well | all ok |
      all fine | were fine | were safe | we are safe | we are fine | alive | good | well
    `,
    unsafe: `
      not safe | unsafe | not ok | not okay | not fine | not good | not well | im not ok | help me | need help |
      i need help | please help | send help | send police | call police | call the police | call an ambulance |
      sos | danger | in danger | in trouble | emergency | hurt | injured | scared | trapped | 911 | 999 | 110 |
      112 | 120 | 119 | help | need assistance | get me out | please come | not alright
    `,
    unchanged: `
      still mine | still my number | still the same | same number | same | unchanged | still right | still correct |
      still valid | still me | still using it | still use it | still in use | all correct | data correct |
      up to date
    `,
    changed: `
      changed | has changed | have changed | new number | new phone | new address | not anymore | no longer |
      outdated | out of date | moved | different number
    `,
    arrange: `
      arrange | arrangement | arrange payment | i want to arrange | want to arrange | like to arrange |
      i want to pay | want to pay | make arrangement | make an arrangement | set up a plan |
      i want to arrange payment | want to arrange payment | i want to pay it | payment plan please
    `,
    notOwed: `
      dont owe | do not owe | owe nothing | owe you nothing | not owe | not owed | dont owe you | not my debt |
      not my loan | isnt my debt | isnt my loan | no debt | no loan | paid off | paid in full | fully paid |
      never late | never took | never had | not overdue | not late | isnt late | isnt overdue | not in arrears |
      nothing due | nothing overdue | zero balance | this is wrong | thats wrong | that is wrong | its wrong |
      it is wrong | wrong amount | incorrect | mistake | an error | dispute | i dispute | disputed |
      there must be an error
    `,
  },
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
