import type { WordClass } from '#domain/reply/reading/words.ts';

/** Wishes not to be written to, to be written to again, and what sounds like either. English. */
export const enSilence = {
  stop: `
    stop | stopp | stpo | stop all | stopall | stop it all | stop stop | unsubscribe | unsubcribe | unsuscribe |
    unsubscribed | unsub | cancel | end | quit | revoke | optout | opt out | opted out | remove | arret | td | t |
    r | halt | cease | stop texts | stop text | stop sms | stop messages | stop message | stop msg | stop msgs |
    sotp | stp | sstop | stoop | stpp | s t o p | un subscribe | go away | get lost | no more | desist
  `,
  stopAlone: `
    do not call | dont call | no calls | please dont call | please do not call | do not ring | dont ring
  `,
  stopPhrase: `
    remove from list | leave me alone | stop now please | stop spamming | stop bothering | stop harassing |
    stop pestering | cease and desist | withdraw my consent | withdraw consent | revoke my consent |
    revoke consent | take me out of your | block this number | off your list | off the list | off this list |
    do not disturb | cancel my subscription | cancel subscription | turn these off | leave me be |
    leave us alone | dnd | wipe my number | give it a rest | blacklist you | block you | blocking you | blocked you
  `,
  stopSoft: `
    remove me | take me off | please stop | pls stop | plz stop | stop please | stop pls | stop plz | just stop |
    please cease | i said stop | told you to stop | asked you to stop | make it stop | please quit |
    please end this | stop this | stop these | stop all of these | stop sending | not interested | no texts |
    no messages | no sms | lose my number | now stop | kindly stop | stop it please | please stop it |
    please unsubscribe | opt out | opt me out | opting out | optout | unsubscribe | get me off | remove us |
    delete me | delete us | drop me from | i revoke | i opt out | lose this number | lose our number | quit it |
    knock it off | cut it out | pack it in | leave off | cut this out | stop it all
  `,
  stopLead: `
    stop | quit | cease | halt | no more | had enough of | have had enough of | sick and tired of | sick to death of |
    done with | deactivate | discontinue | terminate | shut off | leave off | cut out | knock off | pack in | give up |
    put an end to | bring an end to | opt out of | withdraw | over these | revoke | dont want | do not want | not want | never want | dont need |
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
    reminders | spam | spamming | bother | bothering | bothered | harass | harassing | pester | pestering | disturb |
    disturbing | write to me | writing to me | receive | receiving | get these | getting these | get this |
    getting this | get any | call me | calling me | calling | ring me | ringing me | blowing up my phone |
    hear from you | stuff on my phone | communication | communications | communicate | correspondence | be contacted |
    being contacted | be texted | texted | messaged | notified | calls | phone calls | receive any | hear from |
    chasing | chasing me | phoning | ringing | payment reminders | payment reminder | bill reminders | card alerts |
    transaction alerts | payment alerts
  `,
  dontLead: `
    dont | do not | never | not to | please dont | please do not | dont ever | do not ever | dont you |
    dont keep | do not keep | never ever | dont you dare | dont even | please never | not | dont you ever |
    do not you | avoid | rather you didnt | rather you did not |
    no need to | rather you dont | prefer you didnt | prefer you dont | prefer it if you didnt | prefer if you didnt | wish you wouldnt |
    like you not to | rather not be | prefer not to be | want you not to | ask you not to | asking you not to
  `,
  contactVerb: `
    text | texting | txt | message | messaging | msg | contact | contacting | send me | send any | send these |
    send this | send anything | send texts | send messages | send sms | sms me | sms this | bother | harass | pester |
    disturb | spam | write to me | write me | call me | call this | call again | call anymore | ring me | phone me |
    reach out | email me | send more | send anymore | send again | send it to me | contact us | text us | be texting |
    be contacting | be messaging | be texted | be contacted | call us | call here | call my | ring us | ring my |
    phone us | phone my | chase me | chase
  `,
  removeLead: `
    remove | delete | erase | wipe | clear | take | drop | scrub | strike | purge | block | unlist | removed | removing |
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
    withdrawal | withdrawals | money | fraud | thief | scammer | hacker | bus | interest | fee | fees | insurance |
    mandate | appointment | foreclosure | repossession | month | week | year | credit | service | overdraft |
    paperless | paper | offer | offers | cover | plan | subscription to | policy | address | hold on | restriction |
    cookies | pension | the hold | the block | pin | wage | wages | salary | paycheck | deduction | deductions |
    bill | bills | statement | statements | merchant | seller | shop | retailer | vendor | money to | money went |
    money goes | charging | billing | paying | sms fee | sms fees | text fee | text fees | sms charge | sms charges | text charges |
    message charges | message fee | fraudsters | scammers | criminals | my money | the money | payment to | transfer to | next week | next month
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
    do i have to text | do i have to unsubscribe | how do i resume | how do i resubscribe | start them again |
    get them back | turn them back on | back on again | undo
  `,
  start: `
    start | unstop | resume | subscribe | opt in | optin | opt me in | opt me back in | resubscribe | continue |
    restart | start again | start texts | start messages | start texting | start sending | please start |
    resume texts | resume the texts | resume messages | resume the messages | start the texts | start the messages |
    opt me in again | text me again | restart the texts | restart texts
  `,
  optIn: 'yes | y',
  receive: `
    receive | receiving | receive any | get any | send any | send this | send these | send anything | send more
  `,
  tell: 'contact | notify | contacting',
  askOthers: `
    tell the fraudsters | tell the fraudster | tell the scammers | tell the scammer | tell these scammers |
    tell those scammers | tell scammers | tell fraudsters | make the scammers | make the fraudsters | get the scammers |
    get the fraudsters | ask the scammers
  `,
  others: 'merchant | merchants | seller | sellers | shop | store | retailer | vendor',
} as const satisfies Partial<Record<WordClass, string>>;
