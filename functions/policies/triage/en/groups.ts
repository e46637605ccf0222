import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Lists of phrases that cues are made with, in English. */
export const GROUPS_EN: LanguageCues['groups'] = {
  not: `
    not | never | no longer | dont | didnt | doesnt | isnt | wasnt | arent | werent | havent | hasnt | hadnt |
    wont | wouldnt | cant | cannot | couldnt | can not | nobody | no one | none | without | aint | neither | nor |
    no
  `,
  call: `
    call | phone | ring | rang | text | txt | message | msg | contact | dial | voicemail | sms | phone call |
    email | robocall | letter
  `,
  you: `
    you | your | you people | you guys | they | their | the bank | bank | this bank | your agent | your collector |
    collector | your staff | your people | debt collector | agency | he | she | rep | representative | agent |
    caller | guy | your guy | man | woman | lady | gentleman | cashier | teller | manager | employee |
    someone at your | somebody at your | member of staff | your rep
  `,
  kin: `
    mother | father | mom | mum | mam | dad | grandmother | grandfather | grandma | grandpa | gran | granny | nan |
    grandad | granddad | aunt | auntie | uncle | parent | grandparent | mother in law | father in law
  `,
  other: `
    mother | father | mom | mum | dad | parent | sister | brother | sibling | wife | husband | spouse | partner |
    ex | exwife | ex wife | ex husband | girlfriend | boyfriend | daughter | son | kid | child | children | cousin |
    aunt | uncle | grandmother | grandfather | grandma | grandpa | gran | nan | in law | mother in law | neighbour |
    neighbor | friend | coworker | co worker | colleague | boss | manager at work | my manager | employer |
    workplace | place of work | my work | my job | my office | my family | family | relative | roommate | flatmate |
    housemate | landlord | tenant | hr | human resources | receptionist | reference | emergency contact |
    next of kin | my school | my church | my pastor | everyone i know | everybody i know | supervisor | nephew |
    niece | fiance | fiancee | third party | third parties | in laws | father in law | brother in law |
    sister in law | stepmother | stepfather | stepson | stepdaughter | grandson | granddaughter | grandparents |
    ex partner | clients | my client | customers of mine | my customers | classmates | teammates |
    business partner | babysitter | nanny | doorman | concierge | old address | parents house
  `,
  debt: `
    debt | loan | owe | owed | balance | arrears | money i owe | account | missed payment | late payment |
    situation | finances | card | mortgage | payment
  `,
  late: `
    late | overdue | past due | pastdue | behind | delinquent | in arrears | in default | default | missed |
    missing a payment | unpaid | outstanding | owe | owed | owing | due
  `,
  paid: `
    paid | settled | cleared | paid off | paid up | repaid | paid in full | current | satisfied | closed |
    finished paying | left my account | went out | gone out | was taken | been taken | debited | collected |
    paid it | paid them | made the payment | made my payment | made every payment | settled up | zeroed |
    paid down | sent the payment | bank shows | autopay | direct debit | standing order went
  `,
  cleared: `
    has been paid | had been paid | have been paid
  `,
  owing: `
    debt | loan | bill | balance | account | card | instalment | installment | it | this | that | everything | all
  `,
  taken: `
    taken on | took my payment | took the payment | took the money | took the money on | payment was made |
    payment went through | payment cleared | payment already | made the payment | has been paid | had been paid |
    have been paid | direct debit went | direct debit went through | direct debit was taken | direct debit took |
    went out | gone out
  `,
  debited: `
    debited | taken from | left my account | paid out
  `,
  writing: `
    letter | notice | text | message | email | mail | reminder | sms | demand | bill | statement | note | postcard
  `,
  dun: `
    overdue | past due | late notice | late payment | arrears | in arrears | behind | owe | missed | reminder |
    chasing | collections | in collection | collection agency | in default | delinquent | unpaid | debt
  `,
  claim: `
    say | claim | tell me | text me | write | insist | state | accuse me | show | reckon
  `,
  due: `
    overdue | past due | in arrears | arrears | days late | months late | weeks late | behind | delinquent |
    in default | i owe
  `,
  amiss: `
    wrong | incorrect | mistake | mistaken | error | inaccurate | untrue | not true | false | not right |
    not correct | nonsense | rubbish | dont add up | doesnt add up
  `,
  payee: `
    payee | beneficiary | recipient | receiver | landlord | other bank | receiving bank | other side
  `,
  missing: `
    not arrived | hasnt arrived | never arrived | not received | hasnt received | never received | not got |
    hasnt got | never got | got nothing | never came | not come | hasnt come | never reached | not reached |
    hasnt reached | no trace | not been credited | not credited | never credited
  `,
  threat: `
    complain | complaint | report | file | filed | filing | contact | go | going | gone | write | wrote | written |
    call | take | taking | took | escalate | next | refer | inform | tell | told | notify | raise | raising |
    lodge | submit | copied | copying | cc | send | sent | hear | involve | alert | with | to
  `,
  name: `
    him | her | them | this person | that person | this man | this woman | john | james | mary | robert | michael |
    david | william | richard | joseph | thomas | charles | daniel | matthew | anthony | mark | steven | paul |
    andrew | joshua | kevin | brian | george | jason | jeff | gary | eric | frank | scott | larry | carlos | juan |
    jose | luis | maria | ana | linda | susan | karen | lisa | nancy | sarah | jessica | emily | emma | olivia |
    sophie | laura | rachel | kate | anna | marcus | priya | raj | ahmed | mohammed | ali | chen | wang | li |
    smith | jones | brown | johnson | williams | davis | miller | wilson | taylor | thompson | garcia | martinez |
    rodriguez | hernandez | lopez | lee | kim | nguyen | patel | singh | khan | mr | mrs | ms | miss | peter |
    simon | tom | mike | dave | chris | alex | sam | jane | sandra | brenda | tina | tony | steve | jim | bob |
    bill | joe | jack | harry | oliver | ben | adam | martin | alan | stephen | patricia | barbara | elizabeth |
    jennifer | michelle | angela | donna | debbie | tracy | amy | claire | helen | diane | julie | gloria | rosa |
    carmen | pedro | miguel | ivan | olga | anita | sanjay | fatima | hassan
  `,
  time: `
    day | daily | hour | hourly | week | morning | night | evening | minute
  `,
  many: `
    # | ten | twelve | fifteen | twenty | thirty | forty | fifty | hundred | dozen | several | multiple | many |
    countless | six | seven | eight | nine | five | four | three | numerous | twenty three | a dozen | hundreds |
    tens | loads | tons | umpteen | endless
  `,
  money: `
    money | fund | cash | payment | transfer | wire | wired | zelle | # | saving | balance | deposit | pound |
    dollar | quid | thousand | hundred | grand | bank transfer | transaction | crypto | bitcoin | gift card
  `,
  scam: `
    scammer | scam | fraudster | fraud | hacker | thief | crook | con man | conman | impostor | imposter |
    impersonator | fake | phishing | criminal | someone pretending | somebody pretending | pretending to be
  `,
  now: `
    right now | just now | at this moment | this minute | this very moment | as we speak | as i type | as i write |
    still on the phone | on the phone now | on the line | currently | a minute ago | minutes ago | a moment ago |
    moments ago | just | at the moment | is now | are now | now | this second | immediately | urgent | hurry |
    quick | asap | straight away | right away | seconds ago
  `,
  count:
    'second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | 2nd | 3rd | 4th | 5th | 6th | nth | umpteenth',
  times:
    'twice | three time | four time | five time | six time | # time | seven time | eight time | ten time | multiple time | several time | many time | countless time | numerous time | dozen time | repeatedly | again and again | over and over | time and again | time after time | once again | yet again',
  regulator: `
    cfpb | consumer financial protection bureau | consumer finance protection bureau | fca |
    financial conduct authority | ombudsman | financial ombudsman | fos | occ | comptroller of the currency | fdic |
    federal reserve | regulator | regulatory authority | financial regulator | banking regulator |
    attorney general | attorney generals office | ftc | federal trade commission | bbb | better business bureau |
    trading standard | central bank | ncua | finra | afca | asic | nfra | cbirc | pboc | pra | banking commission |
    banking authority | state banking department | department of financial service | dfs | watchdog |
    information commissioner | ico | consumer protection agency | data protection authority | monetary authority |
    consumer bureau | 12378 | regulating body | supervisory authority | my congressman | congressman |
    congresswoman | my senator | senator | my mp | member of parliament | banking supervisor |
    insurance commissioner | hkma | dept of finance | department of finance | consumer affair | consumer council
  `,
  media: `
    news | newspaper | journalist | reporter | tv | television | press | media | channel # | channel five | bbc |
    cnn | fox | social media | twitter | facebook | tiktok | instagram | youtube | reddit | linkedin | trustpilot |
    yelp | the papers | local paper | news station | news desk | consumer program | consumer programme | radio |
    headline | tabloid | viral | online review | podcast | blog | the sun | daily mail | guardian |
    watchdog programme | consumer champion | x com | the internet | google review | fox news | follower | panorama |
    watchdog | snapchat | whatsapp group | consumer affairs show | rogue traders | which magazine |
    moneysavingexpert | mse | money box | radio 4 | local radio | threads | discord | nextdoor | glassdoor |
    new york times | washington post | journalist friend | investigative
  `,
  lawyer:
    'lawyer | attorney | solicitor | legal counsel | barrister | law firm | legal team | legal representative | counsel',
  line: `
    phone | number | mobile | cell | line | landline | phone number
  `,
  gender: `
    man | woman | lady | guy | gentleman | bloke | girl | boy | person | chap | customer | mr | mrs
  `,
  named: `
    called | named | by the name
  `,
  spent: `
    gone | went to | went from | left my | sent money | sent it to | i sent | paid | transfer | transferred | wired |
    zelle | payment | my money | taken from | charged | charge | refund | shop | merchant | company | purchase |
    transaction | beneficiary | payee | sort code | typed | i called | i rang | i dialled | scammer | spent
  `,
  accusing: `
    you have | youve | you got | your record | got the wrong | have the wrong | keep getting | texting me |
    calling me | keep calling | keep texting | your texts | your letters | your calls | stop
  `,
  matterless: `
    way | thing | lot | bit | detail | reason | answer | password | pin | code | single | good | better | more | other
  `,
  working: `
    work | working | app | load | connect | charging | able | compatible | call i | call that
  `,
  talked: `
    spoke | speak | answer | each time | every time | tell me | told me | talk
  `,
  update: `
    update | change | register | add | replace | amend | set up | save my new
  `,
  codes: `
    otp | code | text | message | letter | passcode | parcel | mail
  `,
  dues: `
    debt | loan | owe | arrears | overdue | collect | collector | bill | demand | reminder | missed
  `,
  ceased: `
    you stop | youve stop | you have stop | bank stop | why did you stop | you quit | you cease
  `,
  pestering: `
    text | call | email | offer | reminder | letter | marketing | message | ads | spam | these | this | demand | must |
    please | now | asked | told | want you | until | unless | make you | insist
  `,
  paper: `
    statement | account | detail | letter | card | mail | name | data | transaction | information | balance | payslip |
    document | file | loan | address | number
  `,
  itold: `
    i told | ive told | i tell | i have told | i told her | i told him | let me tell
  `,
  holding: `
    savings | salary | balance | statement | transaction | income | pension
  `,
  owes: `
    debt | loan | owe | arrears | overdue | missed payment | behind | collector | collection | late payment
  `,
  aid: `
    wheelchair ramp | wheelchair access | wheelchair lift | ramp | step free | hearing loop | braille | large print |
    sign language | disabled access | disabled toilet | accessible entrance
  `,
  unit: `
    pound | dollar | quid | day | percent | mile | minute | short | down | overdrawn | out of pocket | late | behind |
    in the queue | number | usd | gbp | euro | hour | week | th
  `,
  lovely: `
    amazing | brilliant | great | wonderful | fantastic | best | thank | thanks | lovely | excellent | superb |
    legend | star | rock | awesome | kind | helpful
  `,
  youare: `
    you are | youre | you lot | you people | you guys | bunch of | this bank is | your bank is | pack of | gang of |
    you bloody | you are all
  `,
  insult: `
    crook | thief | thieves | liar | scammers | criminals | robbers | clowns | useless | idiot | incompetent |
    parasites | cowboys | sharks | bloodsuckers | disgrace | shambles | cheats | fraudsters | vultures | rubbish
  `,
  sorry: `
    sorry | apologies | oops | ignore that | ignore this | please ignore | disregard | wrong chat | my bad
  `,
  staff: `
    teller | cashier | counter | branch | manager | receptionist | advisor | adviser | staff | security guard | clerk |
    front desk | at the desk | banker
  `,
  collectors: `
    collector | collection | agency | debt | bailiff | recovery | loan | owe | overdue | arrears
  `,
  twice: `
    twice | two times | 2 times | double | duplicate
  `,
  instal: `
    instalment | installment | mortgage | mortgage payment | loan payment | emi | autopay | loan repayment | repayment
  `,
  stranger: `
    someone | somebody | a stranger | strangers | an unknown person | some guy | some person | someone else |
    some stranger | a thief
  `,
  tookit: `
    spent | withdrew | withdrawn | withdraw | bought | took | taken | charged | emptied | cleared out | made
  `,
  blocked: `
    blocked | stopped | held | declined | refused | froze | flagged | rejected | suspended
  `,
  feeword: `
    charge | fee | penalty | deducted | fine
  `,
  mayi: `
    can i | could i | can you | could you | may i | is it ok if i | would you | can we | could we | let me
  `,
  ease: `
    pay less | pay half | pay later | pay a bit | smaller payment | lower my payment | lower the payment |
    reduce my payment | move my payment | move this month | more week | more day | more time | until payday |
    till payday | skip a | skip this | pause | delay | defer | postpone | payment break | bit longer | couple more week
  `,
  plight: `
    wages are late | wages late | not been paid | havent been paid | sick pay | missed work | is ill and |
    husband left | wife left | partner left | can only manage | can only afford | can only pay | wont be able to make |
    alone with the bills | lost income
  `,
  sarcastic: `
    another | yet another | yet again | once more
  `,
};
