import type { LanguageCues } from '#domain/complaint/triage/words.ts';

/** English. Apostrophes are left out (`dont`); one form of a regular word stands for all its endings. */
export const TRIAGE_EN: LanguageCues = {
  lang: 'en',
  groups: {
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
      paid | settled | cleared | paid off | payed | paid up | repaid | paid in full | current | satisfied | closed |
      finished paying | left my account | went out | gone out | was taken | been taken | debited | collected |
      paid it | paid them | made the payment | made my payment | made every payment | settled up | zeroed |
      paid down | sent the payment | bank shows | autopay | direct debit | standing order went
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
  },
  negations: `
    not | never | wasnt | werent | isnt | arent | didnt | havent | hasnt | nobody | no one | dont | no | doesnt |
    wont | without | not going to | have no intention of | hadnt | rather than | instead of
  `,
  neutral: `
    credit report | credit reporting | claim form | bank of america | health claim | late night | late at night |
    until late | currently in | not only | report a lost | report my card | reported it to you | on hold |
    text banking | thank you in advance | customer service | customer care | due to | due date | no one else |
    law abiding | in no time | no problem with | freezing cold | court fee | suing me | sue me | going to sue me |
    take me to court | taking me to court | press 1 | press 2 | press one | social security | social security number |
    better late | court order against me | last straw | press the button | pressing | pressed | deposit slip |
    direct deposit | current account | checking account | savings account | free account | account number |
    call me back | called me back | call back | calling back | security deposit | old phone | new phone |
    phone number | right to | all right | wrong side | for the second time around | contact details | contact number |
    contact you | calling you | call you | called you | texted you | emailed you | email you | email address |
    phone you | phoned you | rang you | ring you | contacted you | messaged you | written to you | last night |
    share a | complaint number for | complaints number | complaints line | complaints team | complaints procedure |
    complaint form | how to complain | wrong chat | account closed by me | kind regards | if only | as if |
    bank holiday
  `,
  tones: {
    grievance: `
      why did you | why do you | why are you | why have you | why is my | why am i | why was i | why were |
      why was my | why has my | why should i | refuse | refusal | denied | deny | ignore | nobody <call> |
      no one <call> | no reply | no response | no answer | never heard | never got | never received | never get |
      havent got | havent received | havent heard | have not received | still havent | still not | still no |
      still hasnt | still wont | still cant | still waiting | still send | still charg | still report | still says |
      not one reply | without notice | without warning | without my permission | without permission |
      without my consent | without consent | without asking | without telling | without any explanation |
      without explanation | without reason | no explanation | no reason | no notice | no warning | not notified |
      never told | never asked | never agree | never authorize | never authorise | never signed | wasnt told |
      unacceptable | ridiculous | disgust | appalling | outrageous | terrible | horrible | awful | worst | useless |
      incompetent | shambles | joke | pathetic | fed up | sick of | sick and tired | tired of | furious | angry |
      frustrat | disappoint | annoy | shame on you | shameful | unfair | dishonest | rude | lie | lied | lying |
      misled | mislead | deceive | cheat | rip off | ripped off | rob | scandal | illegal | unlawful |
      unprofessional | negligent | i want to complain | make a complaint | formal complaint | file a complaint |
      complain | complaint | i demand | demand that | want my money back | give me my money back | refund me |
      where is my money | wheres my money | hung up | hang up on | keep <call> | keep asking | keep charging |
      keep sending | keep telling | keep saying | keeps <call> | promised to | they promised | was promised |
      was told | you insist | you keep | you wont | you will not | you never | you still | you just keep | you didnt |
      you did not | you havent | you have not | you froze | you took | you lost | you sent me | you put |
      you cancelled | wont help | will not help | not helping | no help | wont let me | will not let me | nobody can |
      no one can | nobody will | nobody knows | nobody tell | no one knows | no one will | wrongly | incorrect |
      mistake | error | your fault | overcharge | doublecharge | crash | keeps failing | failed | doesnt work |
      not working | does not work | stopped working | broken | down since | has been down | waste of time |
      for weeks | for months | weeks ago | months ago | for # day | for # week | for # month | for # hour |
      # week and | # month and | been waiting | waited | waiting for # | dragged on | passed from | passed around |
      passed between | runaround | run around | given the run | goes in circles | stop <call> | stop sending |
      stop telling | stop reporting | stop harass | quit <call> | quit sending | leave me alone | cease and desist |
      harass | threaten | abusive | stole | stolen from | missing since | been missing | gone missing | disappeared |
      vanished | lost my | hostage | held up | bad service | poor service | terrible service | worst service |
      no way to | out of order | unable to get | once again | yet again | fix my | fix this | correct this |
      correct my | remove this | not resolved | unresolved | no progress | nothing has | nothing happened |
      nothing done | discriminat | mis sold | missold | pressured | not my debt | not mine | isnt mine | dont owe |
      do not owe | should not have | shouldnt have | supposed to | should have been | expect you to | not what i was |
      cost me | you people | your mistake | ruined | hurt my | dropped my score | caused me | not acceptable |
      violat | breach | against the law | declined for | declined without | turned down | i paid | was paid |
      already paid | poor communication | without any | not explained | never explained | nobody explained |
      still haven | misapplied | twice | double | wrong amount | wrong fee | wrong rate | too long | too much |
      my own fault | rejected my | rejected because | reject | you rejected | you agreed | you told | you write |
      you still write | you couldnt | you refused | slashed | reversed it | returned it to sender |
      went to an address | times out | time out | talked over me | walked off | walked away | wouldnt | collapsing |
      hasnt moved | havent moved | zero arrived | turns out | it turns out | could not possibly | kept my | took 8 |
      instead of | then a flat no | a flat no | since when | no decision | ignored | chasing me | chasing a |
      still bills | still billing | still hasnt got | hasnt got it | still showing | nowhere | migrated | enough |
      not happy | unhappy | let down | fobbed off | palmed off | brushed off | ridiculed | laughing stock |
      laughed at | bounced around | bounced me | wild goose | no one seems | nobody seems | nobody cares |
      no one cares | dont care | doesnt care | couldnt care | failed to | fails to | failing | failure | lost the |
      botched | messed up | screwed | blunder | incompet | careless | unreasonable | excessive | extortionate |
      daylight robbery | theft | steal | i want answers | explain why | explain yourself | how dare | how is it that |
      how come | why on earth | why should | why cant | why wont | why hasnt | why havent | why didnt | why isnt |
      unbeliev | absurd | insane | beyond a joke | in the rain | queueing | hour queue | two hours | three hours |
      # hours | you charged me | you charged my | you keep charging | you changed my | you changed the |
      you closed my | you closed our | you closed the | you blocked my | you sold me | you sold my | you promised |
      you said i | you said it | you said there | you told me | claim i owe
    `,
    help: `
      please help | help me | need help | can you help | could you help | can somebody help | can someone help |
      need assistance | i need a | we need a | what do i do | what should i do | what can i do | what now |
      please stop the | please freeze | please block | please cancel the | please unblock | please unlock |
      please recall | can you stop | can you block | can you freeze | can you cancel | can you recall |
      can you reverse | could you reverse | could you recall | could you stop | could you waive | can you waive |
      would you waive | could you cancel | can i push | could i push | can i pay ~ later | could i pay |
      can i pay half | can i defer | could i defer | can i delay | could i delay | can i postpone | can we lower |
      could we lower | can i have more time | could i have more time | could i get more time | need more time |
      is there any way | any chance | is it possible to ~ payment | is there anything you can do | freeze everything |
      freeze my | freeze the | block it | block my card | cancel my card | lock my card | unlock my | unblock |
      stop the payment | stop this payment | stop the transfer | stop it now | cant get the code | cant log in |
      cannot log in | cant login | unable to log | unable to login | cant access | cannot access | cant sign in |
      locked out | locked myself out | forgot my | forgotten my | lost my card | lost my wallet | lost my purse |
      stolen purse | purse was stolen | wallet was stolen | was stolen | lost my job | laid off | made redundant |
      cant make ~ payment | cant make the | cant afford | cannot afford | cant pay | cannot pay | unable to pay |
      cant keep up | struggling | struggle to | hardship plan | payment plan | payment arrangement | repayment plan |
      stuck abroad | stranded | i accidentally | by accident | by mistake i | i made a mistake | i typed the wrong |
      i sent it to the wrong | i entered the wrong | reset my | reset link | replace my card | i need to report |
      i want to report | hurry | emergency | i just sent | i just gave | thinking of ending | kill myself |
      short this month | fell behind | behind this month | out of work | lost income | hours were cut | hours cut |
      on furlough | unemployed | please advise | cant receive | cannot receive | not getting the code |
      not receiving the code | need an extension | ask for an extension | extension on my | could you extend |
      can you extend | spread the payment | can you kill | kill the card | do something | any options | what options |
      what are my options | could the ~ loan wait | could ~ wait a bit | can ~ wait | wait a bit | interest only |
      can i pay interest | retrievable | can i get it back | can i get the money back | get my money back please |
      how do i get another | another quickly | consider dropping | would you consider | drop the charge |
      dropping the charge | waive it | waive this | let me off | give me a break | bear with me | a bit more time |
      few more days | couple of weeks | extra time | extra week | before i miss | going to miss | about to miss |
      will miss | might miss | off work | off sick | between jobs | between contracts | reduced hours |
      hours got cut | pay cut | salary cut | business is slow | tenant stopped paying | not sure what to do |
      dont know what to do | advice please | guide me | walk me through | need to cancel my card | need to block |
      need to stop | need to freeze | i need cash | need cash today | can we reduce | could we reduce |
      can you reduce | can i reduce | until spring | please stop it | please freeze it | is blocked and i need
    `,
    ask: `
      how do i | how can i | how do you | how does | how long | how much | how many | how often | how soon | how to |
      what is | whats | what are | what do i need | what documents | which document | what time | what happens |
      what if | what does | what kind | when do | when does | when will | when is | when are | where do i |
      where can i | where is the | where are | which | who do i | who can | who should | can i | could i |
      can you tell | could you tell | can you explain | could you explain | can you confirm | could you confirm |
      do i need | do you offer | do you have | do you accept | do you charge | do you support | do you provide |
      does the | does your | does it | does this | is it possible | is it ok | is it safe | is there a |
      is there any | is this | is that | are you | are there | am i able | am i eligible | am i allowed | will i |
      will my | will the | would like to know | want to know | wondering | i wonder | interested in | please explain |
      is my | did you | does my | can a | can my | should i | may i | any idea | tell me how | tell me about |
      tell me what | more information | info on | information about | please tell me | genuine | for real |
      really from you | legit | is it legit | what options | any charge | any fee | is there a minimum | is the |
      are the | do both | do we | do they | who do you | does paying | does checking | what cut | if i | can we |
      could we | would it | what are the | whats the | when would | how late | how early | how far | until when |
      do i have to | must i | what would | whose | are your
    `,
    praise: `
      thank you for | thanks for | thanks so much | thank you so much | many thanks to | well done | great service |
      excellent service | great job | good job | amazing service | superb | love the | love your | love this |
      i love | very happy with | so happy with | really happy | very pleased | pleased with | impressed | kudos |
      compliment | so helpful | very helpful | really helpful | super helpful | outstanding service | best bank |
      great app | great bank | great help | great experience | five star | 5 star | keep up the good | keep it up |
      much appreciated | appreciate the | sorted really quickly | sorted quickly | above and beyond | a pleasure |
      shout out | credit to your | delighted | grateful | patient and kind | hats off | cheers | thats perfect |
      stayed until | lifesaver | life saver | spot on | top notch | first class | second to none | credit where |
      couldnt be happier | so kind | very kind | patient with | bravo | nice work | round of applause |
      perfect thank | perfect thanks | was brilliant | is brilliant | were brilliant | was amazing | is amazing |
      were amazing | was lovely | was wonderful | was fantastic | was excellent | excellent staff | friendly staff |
      wonderful staff | lovely staff | absolute star | absolute legend | smooth process | so friendly |
      very friendly | amazing staff | brilliant service | fantastic service | wonderful service
    `,
    spam: `
      click here | click this link | click below | click the link below | earn $ | earn ~ per week | earn ~ a week |
      earn ~ from home | work from home | make money | make money online | passive income | seo | backlink |
      ranking on google | google ranking | you have won | youve won | you won | claim your prize | free iphone |
      free gift | gift voucher | lottery | jackpot | crypto return | guaranteed return | double your |
      investment opportunity | join our telegram | telegram group | whatsapp group | add me on | viagra |
      cheap pills | weight loss | followers cheap | buy followers | limited offer | limited time offer | act now |
      special promotion | unsubscribe here | website traffic | web design services | our services include |
      we offer loan | instant loan approval | pre approved loan | no credit check | dear beneficiary |
      inheritance fund | nigerian prince | hot singles | adult dating | get rich | bitcoin giveaway | forex signal |
      bulk sms | cheap loan | loans available | loan offer contact | whatsapp me | dm me | inbox me | need funding |
      instant approval | verified followers | followers and reviews | low price | hello dear | dear friend |
      dear sir madam we | we sell | we supply | we are a leading | best price guaranteed | casino bonus |
      online casino | promo code | click the link to claim | claim now | winner | you are selected |
      you have been selected | risk free profit | make # a day | make # a week | earn # | guaranteed profit |
      get paid to | crypto signals | binary options | loan at # | cheap backlinks
    `,
    idle: `
      ok | okay | k | lol | haha | test | testing | hello | hi | hey | thanks | thank you | thx | yes | no | see you |
      good morning | good night | happy birthday | happy new year | merry christmas | fine | cool | noted | received |
      got it | never mind | nevermind | ignore my last | wrong chat | sent by mistake | asdf | hmm | weather |
      sorry wrong | will do | cheers | perfect | great | sure | no problem | np | thats all | bye | cu | brb | later |
      all good
    `,
  },
  flags: {
    fraud_in_progress: `
      in my ~ account right now | in my account now | in my account as | in my online banking | is in my ~ right now |
      controlling my computer | control of my computer | controlling my phone | controlling my screen |
      control of my phone | remote access | remote control | anydesk | teamviewer | screen share | sharing my screen |
      share my screen | shared my screen | screen sharing | sees my screen | see my screen | draining my |
      emptying my | is draining | being drained | money is leaving | money leaving my | keep leaving my account |
      keep going out of my | being withdrawn right now | withdrawals happening | transactions happening |
      happening right now | <now> ~ been scammed | just got scammed | been scammed ~ now | just been scammed |
      just been conned | just been defrauded | just sent ~ <scam> | i just sent ~~ <scam> |
      just transferred ~~ <scam> | just wired ~~ <scam> | just paid ~~ <scam> | i just gave ~ code |
      just gave ~ code | just gave ~ pin | just gave ~ password | just gave ~ details | just gave ~ card |
      just read ~ code | just told ~ code | just told ~ pin | gave them my code | gave him my code |
      gave her my code | i clicked ~ link ~ entered | just clicked | just entered my ~ link | just typed my ~ on |
      just shared ~ code | stop the payment ~ scam | stop it before | before it clears | before it goes |
      before it is gone | before he sends | before she sends | about to send | about to transfer | about to wire |
      about to withdraw | is about to pay | trying to send ~ <scam> | insists on sending | insisting on sending |
      insists on transferring | cant talk him out | cant talk her out | cant stop him | cant stop her |
      secure account ~ transfer | move my money to a safe | move my savings | fake police | fake officer |
      officer told me to transfer | told me to transfer | told to transfer | telling me to transfer |
      tells me to transfer | telling me to send | tells me to send | telling me to move | says i must transfer |
      says i must move | asking me to transfer | asking me to move | told me to buy gift | buy gift card ~ |
      at your branch now | is withdrawing | withdrawing cash for | at the atm now | at the counter now |
      using my card right now | using my card now | is using my card | someone is spending | someone is transferring |
      someone is withdrawing | somebody is withdrawing | someone is moving | keeps charging my card right |
      freeze everything | freeze it now | freeze it right | freeze my account now | freeze my account right |
      freeze my account immediately | freeze my account please | please freeze my account | please freeze ~ <now> |
      freeze the account now | block it now | block it right | block everything | block my card now |
      block my card right | stop it right now | stop the transfer now | stop this transfer | stop this payment now |
      stop the wire | stop the transaction | recall it ~ <scam> | lock everything | lock it now | hacked right now |
      being hacked | hacked <now> | in the middle of a scam | getting scammed | being defrauded | being robbed |
      otp to a | otp to someone | otp to him | gave ~ otp | gave ~ one time | gave ~ passcode |
      gave ~ verification code | read out ~ code | he is still on the line | on the phone with someone who says |
      on the phone says | being coached | coaching her | coaching him | is being told to | being told to withdraw |
      being told to transfer | being told to send | empty her savings | empty his savings | empty my savings |
      in your lobby | in your branch now | in your branch right | cursor is moving | mouse is moving |
      moving on its own | moving by itself | screen is moving | transfers keep leaving | transfers keep going |
      payments keep leaving | payments keep going | money keeps leaving | money keeps going |
      keeps leaving my account | keep disappearing | keeps disappearing | keep going out | read him the |
      read her the | read them the | read out the ~ code | read the code to | read my code | read the passcode |
      told him the ~ code | told her the ~ code | told them the ~ code | gave her the ~ code | gave them the ~ code |
      gave her my ~ card | gave them my ~ pin | kill the card | kill my card | kill the transfer |
      someone from microsoft | tech support ~ my computer | on the line with someone | on the line with somebody |
      on the phone with someone | on the phone with somebody | on the phone right now with | man on the phone says |
      woman on the phone says | caller is telling | caller wants me to | he wants me to transfer |
      she wants me to transfer | they want me to transfer | they want me to move | he says i have to transfer |
      wants me to buy | wants me to move | want me to send | want me to wire | telling me to install |
      told me to install | told me to download | asked me to install | asking me to install | telling me to withdraw |
      do something ~ transfers | stop it please ~ money | just realised ~ scam | just realized ~ scam |
      just realised it was | just realized it was | minutes ago ~ scam | sent # ~ minutes ago | hour ago ~ scam |
      an hour ago to a | just now ~ money | money just went | money just left | just left my account |
      just disappeared from my | account is being emptied | being emptied | being cleaned out |
      someone is in my account | somebody is in my account | someone in my account | somebody in my account |
      someone has my card and | somebody has my card and | still spending | still being used | still charging right |
      happening as we speak | at this very moment | they are in my | theyre in my | he is in my | hes in my |
      she is in my ~ account | trying to get into my account right | to a safe account | <now> ~ sent ~ <scam> |
      <scam> ~ right now | <scam> ~ as we speak | <scam> ~ this minute | wont listen ~ scam | man on the phone is |
      man on the phone told | man on the phone wants | man on the phone ~ my | gave him my pin | gave him my card |
      gave him my password | gave him my details | gave him the code | gave him the pin | gave him the password |
      at the branch now ~ cash | at the branch now ~ withdraw | money as we speak | account as we speak |
      two minutes ago ~ scam | minutes ago to a | scammer ~ minutes ago | taking money out of ~ <now> |
      taking money out of my account as | are taking money out | someone is using my card |
      somebody is using my card | someone is using my account | someone is using my ~ right | remotely ~ <now> |
      being scammed right | being scammed now | think im being scammed | i am being scammed | im being scammed |
      is being scammed | he wants to send | she wants to send | wants to send ~ <scam> | wants me to send ~ money |
      wants me to send ~ gift | caller wants me to send | he wants me to send | is emptying my | is emptying her |
      is emptying his | scammer ~ right now | scammer ~ still on | scammer ~ just | hacker ~ right now |
      fraudster ~ right now | hacking me now | just gave them my | just gave ~ scammer | still on the phone with |
      <scam> ~ is in my | <scam> ~ are in my | <scam> ~ has access to my | scammers have access | scammer has access
    `,
    self_harm: `
      kill myself | killing myself | end my life | ending my life | end it all | take my own life |
      taking my own life | take my life | suicide | suicidal | dont want to live | do not want to live |
      dont want to be alive | do not want to be alive | no longer want to live | not want to live |
      dont want to be here anymore | dont want to be here any more | do not want to be here anymore |
      dont want to wake up | rather be dead | better off dead | wish i was dead | wish i were dead | want to die |
      wanna die | going to die by | no reason to live | nothing to live for | reason to go on living |
      reason to keep living | no point in living | no point living | no point going on | cant go on living |
      cant go on anymore | cant go on any more | cant go on like this ~ life | hurt myself | harm myself | self harm |
      harming myself | hurting myself | jump off | jump from | jumping off | hang myself | overdose | cut my wrists |
      slit my wrist | goodbye note | want it to end ~ life | done with life | give up on life | giving up on life |
      finish myself | not be here tomorrow | wont be here tomorrow | world without me | kms | throw myself |
      swallow ~ pills | until im dead | until i am dead | take all my pills | take my pills | all my pills |
      make it easy for you | nobody will miss me | no one will miss me | nobody would miss me | no one would miss me |
      better without me | better off without me | decided to go tonight | my last message | this is goodbye |
      goodbye world | not worth living | isnt worth living | life isnt worth | life is not worth | cant do life |
      dont see a reason to go on | reason to go on | dont see the point of living | see no point in living |
      dont see a point | no will to live | lost the will to live | lost my will to live | tired of living |
      tired of being alive | sick of living | want to disappear forever | want to sleep and never | never wake up |
      not wake up | stop existing | cease to exist | dont want to exist | no way out but | only way out is |
      ended it all | top myself | do myself in | off myself | unalive | in front of a train | under a train |
      off a bridge | the bridge tonight | cutting myself | drink bleach | gun to my head | put a bullet |
      shoot myself | starve myself | drown myself | gas myself | suicide note | pills in front of me |
      cant take it anymore ~ pills | cant take it any more ~ pills | pills in my hand | pills ready |
      bottle of pills | got the pills | i have the pills | cant take it anymore ~ goodbye | standing on the bridge |
      standing on a bridge | on the ledge | on the roof
    `,
    regulator_threat: `
      <threat> ~ <regulator> | <regulator> ~ complaint | <regulator> ~ case | <regulator> ~ next | <regulator> will |
      <regulator> has | <regulator> about | <regulator> know | <regulator> hear | <regulator> involved |
      <regulator> now | <regulator> if | <regulator> today | <regulator> tomorrow | <regulator> tonight |
      <regulator> instead | <regulator> ~ reference | <regulator> ref | <regulator> to look |
      <regulator> to investigate | see what ~ <regulator> | my ~ is with the <regulator> | <regulator>
    `,
    legal_threat: `
      sue | suing | sued you | lawsuit | law suit | <lawyer> | legal action | legal proceeding | legal step |
      legal route | legal advice | legal redress | legal claim | take legal | small claim | see you in court |
      in court | you to court | this to court | it to court | to court | go to court | going to court | court action |
      court case | court claim | court proceeding | county court | litigation | litigate | class action |
      letter before action | letter before claim | cease and desist letter | pursue damages | claim damages |
      seek damages | for damages | statutory damages | tribunal | court papers | serve you | file suit | filing suit |
      filing a claim against you | press charges | injunction | hear from my <lawyer> | start proceedings |
      commence proceedings | begin proceedings | issue proceedings | initiate proceedings | proceedings against |
      legal papers | papers are being | my legal rights | legal rights | pursue this legally | pursue legally |
      through the courts | pre action | n1 claim | claim form against | statement of claim | demand letter |
      class suit | attorneys fees | hold you liable | hold you legally | legally responsible | criminal complaint |
      ombudsman or court | mcol | money claim online | my barrister | in front of a judge | before a judge |
      my lawyers | seek legal | seeking legal | consult a lawyer | consulting a lawyer | considering legal
    `,
    media_threat: `
      <media> ~ about this | <media> ~ about you | go to ~ <media> | going to ~ <media> | go public | going public |
      going to the press | going to the papers | contact ~ <media> | call ~ <media> | calling ~ <media> |
      tell ~ <media> | told ~ <media> | write to ~ <media> | writing to ~ <media> | post ~ <media> |
      posting ~ <media> | posted ~ <media> | put ~ on <media> | putting ~ <media> | share ~ on <media> |
      sharing ~ <media> | all over <media> | on <media> | to the <media> | the <media> will | <media> follower |
      <media> story | <media> next | name and shame | naming and shaming | expose you | expose this | exposing you |
      exposing this | make this viral | go viral | bad review everywhere | tell everyone online | leave ~ review |
      one star review | 1 star review | post this online | posting this online | posting ~ online | post ~ online |
      post the video | post the recording | upload the | uploading the | publish ~ story | publish ~ recording |
      my follower | spread the word online | let the world know | everyone will know | i am a journalist |
      im a journalist | im a reporter | talk to a journalist | spoken to a journalist | youtube video |
      screenshots online | <media> contacted | in touch with <media> | speaking to <media> | spoke to <media> |
      talking to <media> | been in touch with ~ <media> | filmed it | filmed this | filmed ~ for | recorded it for |
      whole feed | followers will | my followers | k followers | subscribers will | to my blog | my channel |
      on my page | on every review | every review site | review site | reviews everywhere | screenshots on |
      post these | post your | posting your | make sure everyone knows | people will know | public know |
      tell the public | warn everyone | warn others | warn people | filmed ~ <media> | recorded ~ <media> |
      story to <media> | video ~ <media> | tip off ~ <media> | tipped off ~ <media>
    `,
    vulnerable: `
      #60 year old | #60 yr old | #60 yo | #60 years of age | aged #60 | age #60 | am #60 and | is #60 and | im #60 |
      he is #60 | she is #60 | shes #60 | hes #60 | # year old ~ <kin> | <kin> ~ #60 | elderly | pensioner |
      senior citizen | old lady | old man | retired and | dementia | alzheimer | cancer | chemo | chemotherapy |
      radiotherapy | tumour | tumor | leukemia | leukaemia | stroke | heart attack | heart condition | heart surgery |
      heart disease | kidney failure | dialysis | in hospital | in the hospital | hospitalised | hospitalized |
      intensive care | icu | hospice | terminal | terminally ill | terminal illness | seriously ill | severely ill |
      critically ill | surgery | operation on my | coma | disabled | disability | disabilities | wheelchair | blind |
      partially sighted | visually impaired | cannot see | cant see the screen | deaf | hard of hearing |
      hearing impaired | mute | sign language | paralysed | paralyzed | amputee | bedridden | bed bound | housebound |
      mental health | mental illness | mentally ill | depression | depressed | anxiety disorder | severe anxiety |
      panic attack | ptsd | bipolar | schizophrenia | autistic | autism | learning difficult | learning disabilit |
      special needs | down syndrome | parkinson | multiple sclerosis | epilepsy | brain injury | brain tumour |
      passed away | has died | died last | died in | died on | husband died | wife died | mother died | father died |
      mum died | mom died | dad died | son died | daughter died | just died | bereaved | bereavement | widow |
      widower | funeral | probate | the estate of | deceased | late husband | late wife | late mother | late father |
      my late | loss of my husband | loss of my wife | lost my husband | lost my wife | lost my mother |
      lost my father | lost my mum | lost my mom | lost my dad | lost my son | lost my daughter | death of my |
      death of her | death of his | suddenly died | cannot read or write | cant read or write | cant read |
      cannot read | illiterate | dont read english | power of attorney | carer for | caretaker for | her carer |
      his carer | im a carer | domestic abuse | domestic violence | abusive ex | abusive husband | abusive partner |
      disability benefit | food bank | universal credit | cant feed | cannot feed | pregnant | newborn |
      premature baby | single mother | single mom | single mum | nursing home | care home | sick child | ill child |
      pacemaker | stroke survivor | refugee | recovering from | gambling addict | gambling addiction | rehab |
      in a shelter | womens refuge | only has # month to live | <kin> is at your | <kin> is at the | my <kin> ~ scam |
      my <kin> ~ wired | <kin> ~ savings ~ scam | <kin> ~ withdraw | registered blind | sight impaired |
      on sick leave unpaid | maternity leave ~ hardship | my disabled | memory loss | confused and | gets confused |
      cannot walk | cant walk | broken hip | broke my hip | car accident | serious accident | brain damage |
      in a coma | baby is in | our baby | premature | nicu | miscarriage | stillborn | my late husband |
      my late wife | widowed | orphan | nearly # and | in her eighties | in his eighties | in her seventies |
      in his seventies | in her nineties | in his nineties | octogenarian | great grandmother | old age |
      aged mother | aged father | aging mother | elderly neighbor | elderly neighbour | suicidal son |
      cant use a computer | doesnt use a computer | no internet at her age | doesnt speak english |
      does not speak english | no english | tumors | stage 4 | stage four | multiple surgeries | hospital bed |
      hospital stay | just out of hospital | burn victim | rape | trafficked | asylum | im vulnerable |
      i am vulnerable | vulnerable customer | vulnerable person | vulnerable adult | frail mother | frail father |
      frail elderly | very frail | kidney disease | kidney transplant | on oxygen | seizures | homeless now |
      im homeless | ageing parents | ageing mother
    `,
    identity_theft: `
      in my name | using my name | under my name | used my name | stole my identity | stolen my identity |
      stolen identity | identity theft | identity was stolen | identity has been stolen | identity stolen |
      identity thief | identity fraud | id theft | victim of identity | my ssn | using my social | used my social |
      my social security number ~ open | with my social security | using my social security |
      used my social security | social security number was | using my identity | used my identity | using my id |
      used my id | with my id | with my passport | used my passport | using my passport | copy of my passport |
      impersonated me | impersonating me | pretending to be me | pretended to be me | posing as me | posed as me |
      forged my | forged signature | signature was forged | signature is forged | fake signature | someone opened |
      somebody opened | someone else opened | someone took out | somebody took out | someone took a loan |
      was opened without my | opened fraudulently | i never opened ~ account | i did not open | i didnt open |
      i never took out | accounts i never | cloned my identity | loan ~ i never took | using my details to |
      used my details to | someone used my details | someone used my information | personal information was used |
      with my personal information | never signed up for | i never signed up | didnt sign up for this card |
      used my details | somebody used my details | took out ~ pretending to be | cloned my id |
      account ~ not opened by me | not opened by me | wasnt opened by me | was not opened by me | loan i never took |
      loans i never took | card i never requested | card i never applied | card i didnt apply | card i didnt open |
      account i never opened | account i didnt open | account i did not open | accounts i did not open |
      accounts i didnt open | loan i didnt take | loan i did not take | opened an account as me |
      opened a card as me | applied as me | applied for credit as me | stolen my details | stole my details |
      stole my information | stolen my information | my passport was used | my licence was used |
      my license was used | using my licence | using my license | fake id in my | fake id with my |
      fake account in my | never applied for ~ account | never applied for ~ loan | never applied for ~ card |
      i never opened | fraudulent account ~ my name | fraudulent accounts ~ my
    `,
    harassment: `
      harass | abused me | verbally abuse | verbal abuse | swore at | sworn at | swear at | swearing | curse at |
      cursed at | cussed | cursing | yelled at | yell at | yelling | screamed at | shouted at | shouting |
      call me names | called me a | called me names | calling me a | bully | bullied | bullying | intimidat |
      threatened to | threatened me | threatening me | threatening call | threatening text | threatening message |
      threatening letter | threatens me | threaten me | threaten to | threats | threat of arrest | arrest me |
      have me arrested | would be arrested | will be arrested | get me arrested | throw me in prison | go to prison |
      send the police | police to my | sheriff to my | come to my house and | coming to my house | come to my home |
      turned up at my | showed up at my | came to my house | came to my door | at my doorstep | nonstop | non stop |
      relentless | constant call | constantly <call> | constant <call> | call constantly | bombard |
      blowing up my phone | flood my | flooding my | barrage | hounding | hounded | pester | torment | terroris |
      terroriz | <many> <call> a day | <many> <call> per day | <many> <call> every day | <many> <call> each day |
      <many> time a day | <many> time per day | <many> time every day | <many> time each day | <many> time daily |
      # time today | <call> ~ <many> time a | <many> <call> today | <many> missed call | <many> <call> in one day |
      <many> <call> in a day | <many> <call> ~ before | every hour | every # minute | every ten minute |
      every few minute | hourly <call> | <call> all day | <call> day and night | day and night | all hours |
      at all hours | all day long | <call> ~ every single day | every single day ~ <call> | <call> every day |
      <call> me every day | <call> daily | around the clock | in the middle of the night | middle of the night |
      at midnight | # am ~ <call> | <call> ~ at # am | <call> ~ # at night | <call> ~ before 8 | <call> ~ at night |
      <call> ~ at 6 | late night call | <call> ~ 6am | <call> ~ 7am | <call> ~ 11pm | at 6am | at 7am | at 5am |
      at 11pm | at 10pm | at 6 am | at 11 pm | before 7am | after 10pm | on christmas day | repeatedly <call> |
      <call> me repeatedly | <call> repeatedly | over and over ~ <call> | wont stop <call> | will not stop <call> |
      never stop <call> | dont stop <call> | keep <call> me at work | deadbeat | loser | scumbag | blackmail |
      extort | foul language | profanit | obscene | laughed at me | mocked me | mocking | sneered | come round to |
      coming round to | come round and | make my life hell | life a misery | living hell | <many> missed calls |
      # missed | missed calls | voicemails at | voicemail at # | at # in the morning | at 5 in the | at 6 in the |
      before breakfast | late at night ~ <call> | in one morning | in one afternoon | back to back |
      one after another | <call> nonstop | <call> non stop | wont leave me alone | will not leave me alone |
      cant answer my own phone | scared to answer | afraid to answer | afraid to pick up | turn my phone off |
      phone never stops | phone doesnt stop | phone hasnt stopped | phone rings all | ringing off the hook |
      phone is ringing | take my telly | take my tv | take my car away | take my house | take my kids |
      take my children | knock my door | kick my door | banging on | bang on my door | outside my house |
      following me | followed me home | vulgar | vile | hostile | belittl | demean | degrad | scare tactic |
      scaring me | scared me | terrified | frighten | extortion | thug | goon | gangster | mafia | called me stupid |
      called me a thief | called me a liar | called me a criminal | thief and | piece of trash | lowlife | scum |
      abusive call | abusive text | abusive message | abusive voicemail | abusive agent | abusive collector |
      abusive staff | been abusive | were abusive | was abusive | insulted me | insulting | insults | jail ~ if |
      to jail | put me in jail | racist remark | racial slur | racist abuse | racist comment | humiliated me |
      humiliating call | police would arrest | aggressive call | aggressive collector | agent was aggressive |
      nasty call | nasty text | <many> <call> ~ a day | stalked | stalking
    `,
    third_party_contact: `
      <call> my <other> | <call> ~ my <other> | told my <other> | tell my <other> | telling my <other> |
      told ~ my <other> | discussed ~ with my <other> | discuss ~ with my <other> | discussing ~ with <other> |
      spoke to my <other> | spoken to my <other> | speak to my <other> | spoke with my <other> | talk to my <other> |
      talked to my <other> | talking to my <other> | disclosed ~ my <other> | disclosed ~ to <other> |
      disclose ~ to <other> | revealed ~ to my <other> | reveal ~ my <other> | shared my debt with |
      informed my <other> | inform my <other> | notified my <other> | harass my <other> | bother my <other> |
      bothering my <other> | pester my <other> | threaten my <other> | threatened my <other> | contacting my <other> |
      asked my <other> | ask my <other> | demand ~ from my <other> | wrote to my <other> | sent ~ to my <other> |
      left ~ with my <other> | left ~ my <other> | voicemail ~ with my <other> | message with my <other> |
      embarrassed me in front of | in front of my <other> | know about my debt | knows about my debt |
      knows about my loan | now knows i owe | knows i owe | know i owe | to other people about my debt |
      told other people | told people i owe | told everyone | third party disclosure | third parties about my |
      contacted third parties | discuss my debt with | discussed my debt | discussed my loan | discuss my loan with |
      discuss my account with | discussed my account | discussing my loan | discussing my debt |
      every number in my phone | everyone in my phone | everyone in my contacts | my contact list | my contacts list |
      all my contacts | people in my contacts | numbers in my phone | my phonebook | my phone book | my reference |
      my references | my emergency contact | only an emergency contact | just an emergency contact |
      listed as a reference | as my reference | <call> my ~ <kin> | rang my ~ <kin> | told her i was |
      told him i was | told them i was | told her about my | told him about my | told them about my |
      told her that i | told him that i | told her how much | told him how much | <debt> ~ to her | <debt> ~ to him |
      <debt> ~ to them | read out my | my arrears to | my debt to | told my ~ <other> | a colleague picked up |
      my colleague answered | my wife answered | my husband answered | left ~ message ~ with my <other> |
      spoke ~ to my <other> | talked ~ about my debt | spoke to someone else about | posting on my facebook |
      messaged my friends | messaged my <other> | letters to my <other> | letter to my <other> | visited my <other> |
      went to my <other> | turned up at my <other> | turned up at work | came to my work |
      called at my work and told | office about my | everybody at work | everyone at work | the whole office |
      the whole street | neighbours know | neighbors know | my kids answered | asked my kids
    `,
    false_overdue: `
      <not> <late> | <not> a day late | never been late | never missed | never been behind | <not> behind |
      never late | have not missed | havent missed | didnt miss | did not miss | not missed | not past due |
      isnt past due | isnt late | wasnt late | isnt overdue | not overdue | is not overdue | isnt mine | is not mine |
      not mine | not my debt | not my loan | not my account | never was mine | never mine | never had this debt |
      never had a loan | never had an account | never took this loan | never borrowed | never owed | dont owe |
      do not owe | didnt owe | did not owe | owe nothing | owe you nothing | owed nothing | i owe zero |
      owe no money | owes nothing | doesnt owe | does not owe | dont have a loan | do not have a loan |
      dont have any loan | dont recognise this debt | dont recognize this debt | do not recognize this debt |
      debt ~ <not> mine | debt ~ <not> owe | not owed | debt not owed | isnt owed | already paid | already settled |
      already cleared | already payed | has been paid | had been paid | have been paid | was paid off | paid it off |
      paid this off | paid that off | paid them off | paid in full | fully paid | paid the full | paid everything |
      paid up | paid up to date | all paid | i paid ~~ <late> | paid last week | paid yesterday | paid on time |
      paid ~ on time | made the payment on | payment on time | payment was on time | payment was made |
      payment went through | payment cleared | payment already | autopay went | autopay was | autopay took |
      direct debit went | direct debit was taken | direct debit took | debited on the | taken on the | settled ~ ago |
      settled last | settled in full | cleared last | cleared ~ ago | cleared it | cleared in full | loan is closed |
      account was closed ~ <late> | loan was closed | balance was zero | balance is zero | zero balance |
      balance of zero | $0 balance | my balance is 0 | nothing outstanding | nothing is owed | nothing due |
      not due until | isnt due until | not due yet | isnt due yet | false overdue | falsely claim |
      false claim that i | wrong overdue | wrongly marked | wrongly flagged | marked as late | flagged as late |
      says im late | say im late | saying im late | saying i am late | says i am late | claim im late |
      claiming im late | claims i owe | claim i owe | claiming i owe | say i owe | says i owe | saying i owe |
      say ~ i owe | demanding money i | demand ~ i dont owe | past due notice | overdue notice is wrong | im current |
      i am current | account is current | is up to date | are up to date | im up to date | im not behind |
      discharged in bankruptcy | bankruptcy discharged | already discharged | was discharged |
      statute of limitations | paid receipt | have the receipt | have proof of payment | proof of payment |
      here is the receipt | bank confirms payment | receipt ~ paid | <paid> ~~ reminder | <paid> ~~ <late> |
      <paid> ~~ chasing | <paid> ~~ late notice | <paid> ~~ collections | <paid> ~~ collection | <paid> ~~ notice |
      <paid> ~~ demand | chasing ~~ <paid> | chasing ~ for a debt i | reminder ~~ <paid> | late notice ~~ <paid> |
      collections ~~ <paid> | belongs to my ex | belongs to my | not responsible for this debt |
      not responsible for the debt | removed from the loan | taken off the loan | not liable | never missed a |
      never missed one | never missed any | never been overdue | never overdue | never had a late | never paid late |
      always paid on time | always pay on time | every payment on time | not a penny | dont owe a penny |
      owe a penny | dont owe you | nothing to pay | no debt with | i have no debt | have no loan | no loan with |
      no outstanding | nothing owing | account is clear | account was clear | account is at zero | finished paying |
      chasing a loan | chasing me for a | chasing me for money | billing me for a debt | debt i already |
      loan i already | already sent ~ payment | wrong amount owed | not in arrears | arent in arrears | no arrears |
      should not be in collections | in collections by mistake | collections by mistake | reminder ~ by mistake |
      reminder by mistake | your mistake not mine | you lost my payment and | error on your side ~ late |
      duplicate bill | billed again | <paid> ~~ still ~ <late> | paid ~~ still send | paid ~~ still ask |
      paid ~~ still ~ owe | paid ~~ still ~ calling | telling me i missed | say i missed a payment |
      says i missed a payment | claim i missed | saying i missed | insurance already settled |
      insurance already paid | took the money ~~ overdue | took the payment ~~ overdue | took the money ~~ late |
      took my payment ~~ late | took my payment | paid off in ~~ late | paid off ~~ late payment |
      paid off ~~ still call
    `,
    wrong_contact: `
      wrong number | wrong person | wrong phone | wrong guy | wrong man | wrong woman | wrong contact |
      got the wrong | have the wrong | not the person | im not the person | not who you | isnt who you |
      im not <name> | i am not <name> | this isnt <name> | this is not <name> | not <name> phone | isnt <name> phone |
      isnt ~ phone | isnt ~ number | is not ~ number | not his number | not her number | not their number |
      number now belongs | number belongs to me | belongs to someone else | new owner of this number |
      new owner of this phone | new number | got this number | had this number | just got this number |
      recycled number | changed hands | previous owner | old owner | former owner | no longer ~ number |
      no longer her number | no longer his number | no one by that name | nobody by that name | nobody called |
      no one called | nobody named | no one named | dont know ~ person | dont know who that is |
      dont know who this is | dont know him | dont know her | do not know him | do not know her |
      dont know this person | never heard of | dont know any <name> | dont know anyone | dont know a |
      gave you my number | gave my number | used my number | put my number | put down my number | wrote my number |
      listed my number | has my number | mistaken identity | mixed me up | looking for someone | you are looking for |
      youre looking for | meant for someone else | for someone else | arent for me | not for me | not meant for me |
      someone elses messages | for the previous | dont bank with you | do not bank with you | not a customer |
      im not a customer | not your customer | never been a customer | dont have an account with |
      do not have an account with | never had an account with | different person | same name | confusing me with |
      confused me with | someone with the same | no <name> at this number | there is no ~ at this number |
      theres no ~ at this number | there is no <name> here | theres no <name> here | no <name> here |
      nobody called ~ here | somebody called | someone called <name> | for somebody called | for someone called |
      for somebody named | for someone named | addressed to someone | not a client of yours | not a client |
      not one of your customers | never banked with you | dont even bank with | not with your bank |
      never been with your bank | who is <name> | who on earth is | i dont know a <name> | dont know anyone called |
      dont know anybody called | dont know anyone named | dont know any | no idea who <name> is |
      no idea who that is | codes for somebody | codes for someone | messages meant for | texts meant for |
      calls meant for | calls for someone | calls for somebody | texts for somebody | messages for somebody |
      getting someone elses | getting somebody elses | getting calls for | getting texts for | got the number |
      inherited this number | number used to belong | used to belong to | previous tenant | doesnt live here |
      does not live here | no longer lives here | moved out
    `,
    stop_contact: `
      stop <call> | stop the <call> | stop these <call> | stop ~ <call> me | stop all <call> | stop sending |
      stop ~ sending me | stop bothering | stop harass | stop pester | stop contacting | stop spam | quit <call> |
      quit sending | quit bothering | quit harass | dont <call> | do not <call> | dont ever <call> | never <call> me |
      never contact | dont contact | do not contact | dont <call> me | dont <call> here | dont send me |
      do not send me | no more <call> | no further <call> | no more email | no more offers | no more mail |
      dont want ~ <call> | do not want ~ <call> | dont want any more | do not want any more | dont want to hear |
      not want to be contacted | dont want to receive | do not want to receive | dont want these | opt out |
      opted out | opting out | optout | opt me out | unsubscribe | take me off | remove me | remove my number |
      remove my phone | remove ~ from your list | remove ~ from your system | delete my number | lose my number |
      off your list | off your ~ list | off the list | do not call list | do not call | leave me alone |
      leave us alone | cease contact | cease communication | cease all | cease and desist <call> | cease <call> |
      cease and desist | withdraw my consent | revoke consent | revoke my consent | in writing only |
      only in writing | only contact me in writing | put everything in writing | contact me by mail only |
      only by mail | block your number | replied stop | texted stop | sent stop | said stop | text stop |
      wont stop <call> | asked you to stop | told you to stop | told them to stop | asked them to stop |
      stop it with the <call> | letters only | letter only | mail only | email only | write to me only |
      enough ~ voicemail | enough with the <call> | no more texts | no more messages | no more emails |
      no more letters | quit ringing | quit phoning | quit messaging | quit emailing | stop ringing | stop phoning |
      stop messaging | stop emailing | stop pestering | stop bombarding | stop mailing | please remove me |
      delete me from | strike me off | strike my number | scrub my number | block my number from | dont ring me |
      do not ring me | dont phone | do not phone | dont message | do not message | dont text | do not text |
      dont email | do not email | dont mail | dont want your <call> | dont want your offers | do not want your |
      not interested in your offers | not interested stop | no interest stop | want no further | no further contact |
      no contact from you | never want to hear from you | dont contact us | stop contacting us | leave my phone alone
    `,
    data_breach: `
      leak | leaked | leaking | data breach | breach of data | breach of privacy | breach of my privacy |
      breach of confidentiality | privacy breach | privacy violation | gdpr breach | hacked database |
      sold my information | sold my details | selling my data | selling my information | selling my details |
      sell my information | shared my details | shared my information | sharing my information | passed my details |
      passed my data | passed on my details | passed my number | gave my details | gave my information | gave out my |
      gave my address | gave ~ access to my account | disclosed my | discloses my | disclosed ~ information |
      disclosed ~ details | exposed my | exposes my | exposed ~ data | exposed ~ information |
      someone elses statement | somebody elses statement | someone elses account | another customers |
      another customer | other peoples | other persons | someone else s | someone elses | somebody elses |
      another persons | another clients | wrong customer | stranger ~ account | to strangers | to the wrong address |
      to the wrong person | to my old address | wrong envelope | emailed ~ to the wrong |
      sent ~ to the wrong address | sent my statement to | mailed my statement | sent my details | sent my documents |
      emailed my account | emailed my | my statement to | personal data was | data was stolen | my data was |
      my data is out | data out there | my details are on | my details are out | found my details |
      found my information | on the dark web | dark web | told ~ my balance | told ~ my salary |
      told ~ how much i have | told ~ what i have | looked at my account | looked up my account | snooping |
      looked into my account | accessed my account details | accessed my records | employee accessed |
      my account details to | my personal information to | my personal details to | my private information |
      see his account | see her account | saw another | can see ~ transactions of | can see another |
      lost my documents | customer list | client list | how do they know | how did they get my |
      where did they get my | know my balance | knows my balance | scammers know | scammers call me by name |
      posted my ~ group chat | group chat ~ my | my balance in a | posted my balance | somebody elses name |
      someone elses name | someone elses details | another persons details | another mans | another womans |
      another familys | other peoples accounts | other peoples data | other peoples names | wrong persons |
      someone elses letter | somebody elses letter | someone elses card | somebody elses card | someone elses mail |
      cc all | cced everyone | everyone on the email | everybody on the email | visible to everyone |
      visible to others | visible to other | left my documents | left my file | found my file | documents in the bin |
      in the trash | in a skip | laptop stolen ~ data | told my ex ~ balance | told my ex ~ account |
      told my ex wife my | my salary to | my transactions to | my address to | my new address to | gave my ex |
      gave my husband access | gave my wife access | without authorisation looked | peeked | gossip |
      accessing my account without | to a stranger | <you> shared my data | you sold my data | sell my data |
      have sold my data | sold my data | been sharing my data | shared my data without | a stranger has my |
      stranger got my | stranger received my | a stranger my | other customers details | other customers data |
      other customers information | other customers names | other customers accounts | confidential information ~ to |
      other customers statements | other customers statement | customers statements in | other peoples statements |
      somebody elses statement in | another customers letter | other customers letters
    `,
    repeat_complaint: `
      <count> complaint | <count> email | <count> letter | <count> request | <count> message | <count> call about |
      <count> report | <count> dispute | <count> attempt | this is my <count> | for the <count> |
      complained ~ before | complained before | complained already | already complained | complained <times> |
      complaint <times> | raised this <times> | raised it <times> | reported this <times> | reported it <times> |
      reported <times> | written <times> | wrote <times> | emailed you <times> | emailed <times> | called <times> |
      phoned <times> | rang <times> | asked <times> | asked you <times> | told you <times> | contacted you <times> |
      contacted <times> | disputed ~ <times> | disputed <times> | requested <times> | followed up <times> |
      chased <times> | chasing this | keep chasing | been chasing | have been chasing | sent ~ <times> |
      submitted <times> | again and again | over and over again | over and over | time and time again |
      time and again | time after time | once again | yet again | as i said before | as i have said before |
      as i already told | as i already said | as previously stated | my previous complaint | previous complaint |
      earlier complaint | my last complaint | last complaint | last two complaints | my earlier | complaint number |
      still no answer to my complaint | same complaint | same issue again | same problem again | happened again |
      happening again | it has happened again | you did it again | did it again | back again | repeatedly asked |
      repeatedly told | repeatedly complained | repeatedly reported | repeatedly contacted | repeated complaints |
      repeated request | multiple complaints | several complaints | numerous complaints | numerous times |
      countless times | how many times | # times already | # times now | # emails and | # complaints | sixth time |
      nth time | umpteenth | no reply to my last | ignored my last | ignored my previous | reopened |
      reopen my complaint | third chat | third request | third letter | <count> chat | <count> visit |
      <count> ticket | <count> month in a row | three months running | in june ~ july | for the second month |
      for the third month | month after month | week after week | every month the same | same thing every |
      same story | same answer | keep getting the same | since january i have asked | asked for months |
      asking for months | been asking since | been writing since | been complaining since | complaining for |
      complained last | complained in | reported last | reported it last | reported this last | said this before |
      said it before | previous letters | previous emails | previous messages | previous calls | earlier emails |
      earlier letters | isnt the first time | first two letters | second letter | my second | my third | my fourth |
      round two | no answer to my earlier | <count> time i | <count> time now | <count> time ~ writing |
      <count> time ~ <call> | <count> time ~ asked | <count> time ~ complain | <count> time this |
      for the <count> time | complained many times | asked many times | asked multiple times | asked several times |
      i complained ~ before | i complained ~ ago | i complained last | ive complained ~ before |
      have complained ~ before | have chased this
    `,
    group_complaint: `
      on behalf of ~ customers | on behalf of ~ residents | on behalf of ~ tenants | on behalf of us all |
      dozens of us | hundreds of us | many of us | <many> of us | group of customer | group of us | group complaint |
      collective complaint | joint complaint | joint letter | class action | signed petition | petitioning |
      other victims | other customers affected | other affected | we the undersigned | us neighbours | us neighbors |
      we are # | we are a group | we are <many> | whole community | entire village | our whole village | our village |
      our association | residents association | tenants association | we all | filing together |
      complaining together | joining together | banded together | facebook group of | whatsapp group of |
      support group of | # customers | # families | # households | # tenants | # victims | # employees | # borrowers |
      # account holders | <many> household | <many> victim | <many> borrower | <many> investor | all my colleagues |
      everyone in our | everyone at my company | all staff at our | entire company | our entire | whole office |
      fellow customer | fellow borrower | same problem as | several of us | thousands of customer | sixty of us |
      fifty of us | forty of us | thirty of us | twenty of us | a dozen of us | ten of us | fifteen of us | # of us |
      speaking for # | speaking for all | speaking on behalf of | on behalf of # | on behalf of my ~ neighbours |
      on behalf of our | # residents | # neighbours | # neighbors | # students | # pensioners | # members |
      whole street | whole building | the whole building | our building | entire building | our whole team |
      everyone on my street | all the tenants | all tenants | all residents | all members | all the staff |
      all my neighbours | all my neighbors | us all | lots of us | loads of us | plenty of us | a number of us |
      a group of ~ customers | co signed | coordinated complaint | mass complaint | thousands of us | us customers |
      fellow customers | fellow tenants | all of us ~ same | all of us ~ affected | all of us were | all of us want |
      <many> customers are | <many> customers were | <many> customers have | <many> families are |
      <many> families were | petition ~ sign | signed a petition | petition with | all # of us | each of us
    `,
  },
  matters: {
    not_owed: {
      topic: `
        owe | overdue | past due | late | reminder | debt | collection agency | missed payment | arrears
      `,
      sure: `
        wrong number | not my debt | debt is not mine | debt isnt mine | dont owe | do not owe | never owed |
        owe nothing | collect a debt | attempting to collect | trying to collect | collection account |
        sent to collection | in collection | collections | debt not owed | validation of ~ debt | paid this off |
        not behind | never missed | due date in | past due | overdue | chasing | reminder | red letter |
        final notice | no one by that name | debt
      `,
      wrong: `
        already paid | paid in full | paid off ~~ still | still ~ <late> ~ notice | still send ~ past due |
        past due notice | overdue notice | say im late | saying im late | says im late | not late | never missed |
        isnt mine | not mine | paid ~~ reminder | paid ~~ past due | paid ~~ overdue | paid ~~ late notice |
        paid ~~ collection | balance was zero | stop telling me i missed | im current | not overdue |
        billing me for ~ debt | medical debt | medical bill | debt ~ already | bill ~ already paid |
        want me to pay for | loan ~ fully paid | fully paid | red letter | cleared last year | wrong person |
        someone elses debt | not who owe | whoever owes | another reminder | chasing a loan | chasing me |
        <paid> ~~ reminder | <paid> ~~ <late> | finished paying | balance belongs to | removed from the loan |
        no <name> at this number | never missed a due | billed for a ~ card i never | being billed for |
        want me to pay | not my balance | not responsible | isnt my debt | your records | took the money ~~ overdue |
        someone named ~ | for someone named
      `,
    },
    collection_conduct: {
      topic: `
        collector | collection agent | debt collector | collections department | agency | recovery agent | bailiff |
        repossess | threat | missed call | voicemail | your guy | your agent | agent | at work | workplace |
        colleague | laughed | come round | telly | scare | call me | calls | caller
      `,
      sure: `
        collector | debt collector | collection agency | <call> me at work | <call> my work | harass |
        harassing call | harassing | fdcpa | validation | cease and desist | bailiff | repo | repossess |
        repossessed my | repossession | garnish | <call> ~ a day | third party disclosure | <call> my <other> |
        told my <other> | emergency contact | threatened to sue | suing me | sue me | take me to court | arrest |
        missed calls | voicemails | read out my | told her i was in debt | told him i was in debt | in debt |
        calls to my workplace | called my workplace | come round to take | take my telly | letters only |
        told you in writing not to | not to call me at
      `,
      wrong: `
        harass | swore at | abusive | threaten | <many> ~ <call> ~ a day | <many> time a day | <call> nonstop |
        nonstop | told my <other> ~ <debt> | told ~ how much i owe | how much i owe | discuss my loan |
        discuss my debt | <call> my boss | <call> my employer | <call> my neighbour | left ~ voicemail about my debt |
        about my debt | every single day | deadbeat | arrested | refused to send ~ validation | validation of debt |
        refuse to identify | wouldnt give ~ name | impersonat ~ police | pretending to be ~ law | <call> every day |
        day and night | blackmail | intimidat | bully | these <call> are | missed calls from you | # missed calls |
        come round to | laughed at me | told her i was in debt | read out my arrears | my arrears |
        calls to my workplace | calls to my work | voicemails at | at # in the morning | told ~ i was in debt |
        until im dead | happy until | threats | the calls | these calls
      `,
    },
    repayment_hardship: {
      topic: `
        afford | hardship | struggle | unemployed | income | instalment | installment | defer | extension |
        arrangement | plan | modification | forbearance | cant pay | hours | work | job | pay | month | salary |
        payday | baby | off work | contract | wait | miss | sick leave | unpaid | paused | pause
      `,
      sure: `
        hardship | payment plan | repayment plan | repayment arrangement | payment arrangement | payment holiday |
        payment break | defer | deferment | deferral | forbearance | loan modification | modification | lost my job |
        laid off | redundant | unemployed | cant make ~ payment | cannot make ~ payment | cant afford |
        cannot afford | cant pay | cannot pay | unable to pay | unable to make | cant keep up | pay half |
        push ~ payment | more time to pay | lower ~ payment | lower the instalment | lower my payment |
        reduce ~ payment | reduce my monthly | reduced payment | smaller payment | pay ~ later | pay ~ payday |
        pay on payday | when i get paid | settlement offer | settle for | spread the | skip ~ payment | skip a month |
        pause ~ payment | short this month | struggling | fell behind | income based | income driven | lost income |
        hours cut | furlough | freeze the interest | freeze interest | restructure | refinance my debt | consolidat |
        foreclosure | short sale | bankruptcy | debt relief | payment extension | interest only |
        catch up on ~ payment | medical bills piled | out of work | shop had to close | business closed |
        business failed | hours got cut | off work | unpaid leave | sick leave | sick pay | between contracts |
        between jobs | miss one | before i miss | loan wait | wait a bit | be paused | pause the loan |
        payment pause | you agreed to # | agreed to # a month | payment deferral | keep up with | cant cover |
        cannot cover | cover this month | next payday | in two parts | two instalments | skip this month | catch up |
        lower instalments | reduce the instalment | extra time | breathing space | debt management | iva |
        freeze my payments
      `,
      wrong: `
        refuse ~ arrangement | refuse ~ plan | denied ~ modification | modification ~ denied | asked for a hardship |
        hardship plan ~ ago | wont work with me | will not work with me | no help with payments |
        wont accept ~ payment plan | wont accept ~ less | refuse ~ settlement | went back on ~ plan |
        cancelled my plan | plan was cancelled | wont lower | refuse to lower | you agreed to # |
        agreed to # a month | took the full | forbearance ~ no decision | no decision | asked for forbearance |
        refused my plan | plan ~ not honoured | plan ~ ignored
      `,
    },
    credit_record: {
      topic: `
        credit | score | bureau | report | inquiry | tradeline | file | searches | search | rating | default |
        dispute | cfpb
      `,
      sure: `
        credit report | credit file | credit record | credit bureau | credit score | credit history |
        credit reference | credit rating | equifax | experian | transunion | hard inquiry | hard pull | hard search |
        inquiry on my | inquiries | tradeline | trade line | charge off | charged off | charge offs | fcra |
        section 609 | 15 usc 1681 | derogatory | fico | credit reporting | default marker | ccj | negative mark |
        negative item | on my credit | my credit | disputed ~ bureau | late payment ~ report | shows a default |
        searches appear | on my report | my report | my file | my file shows | checking my score | affect my rating |
        affect my score | my score | default for an account | score | dispute ignored | past 30 days | credit check |
        soft search | credit agencies | bureaus
      `,
      wrong: `
        report ~ charged off | inaccurate | incorrect ~ report | wrong ~ report | error on my credit | fix my credit |
        late ~ on my credit | never happened ~ credit | remove ~ from my credit | still report | still reporting |
        still showing on my | reported ~ to ~ bureau | hurt my credit | ruined my credit | damage ~ credit |
        dropped my score | score dropped | disputed this | verify it every time | re aging | reaged |
        duplicate ~ report | does not belong to me | dont belong to me | unauthorized inquiry |
        without my permission ~ credit | credit ~ without my permission | adverse information | shows a default |
        file shows | searches appear | dispute ignored | ignored past 30 days | disputed ~ ignored | score fell |
        score went down | tanked my score | wrong default | default ~ closed
      `,
    },
    fraud_unauthorised: {
      topic: `
        fraud | scam | hack | stolen | unauthorised | unauthorized | suspicious | phishing | verify | pin | code |
        police | thief | claim | rides | city | never visited | microsoft | cursor | passcode | legit | parcel |
        logo | seller | marketplace | romance | coached | lobby | investment | crypto | stranger | card details |
        own fault
      `,
      sure: `
        fraud | fraudulent | fraudster | scam | scammed | scammer | phishing | unauthorised | unauthorized | hacked |
        hacker | stole | stolen | identity theft | identity thief | cloned | skimmed | skimming | sim swap |
        fake investment | romance scam | crypto scam | fake website | fake police | pig butchering | zelle scam |
        cash app scam | did not authorize | did not authorise | didnt authorise | didnt authorize |
        not authorised by me | is this ~ really from you | really from you | is this you | is that you |
        from your fraud team | claiming to be | pretending to be | suspicious ~ text | suspicious ~ email |
        suspicious ~ call | verify my pin | asking for my pin | asked for my pin | asking me to verify |
        asking ~ code | lost my card | lost my wallet | purse was stolen | wallet | freeze everything | gave my code |
        gave ~ code | safe account | anydesk | teamviewer | remote access | in my online banking | someone used my |
        somebody used my | social security number | locked account really | cheque fraud | check fraud | forged |
        forgery | counterfeit | romance scammer | legit | is it legit | unpaid parcel | parcel | with your logo |
        your logo | fake text | microsoft | cursor | being coached | coached on the phone | passcode | otp to |
        kill the card | marketplace seller | seller vanished | investment scam | imposter | impostor | never visited |
        pretending to be me | lost ~ to scammers | lost ~ to a scam | account takeover | took over my account |
        card cloned | details stolen | genuine text | genuine email | really your number | your number |
        is this your number | really you | secure bank
      `,
      wrong: `
        someone used my ~ card | someone used my | transactions i did not | charges i did not |
        charges ~ i did not make | did not make ~ charge | didnt make ~ | i did not make | i didnt make |
        dont recognise ~ charge | dont recognize ~ charge | dont recognize ~ transaction |
        dont recognise ~ transaction | do not recognize | denied my ~ claim | denied ~ fraud claim |
        refuse ~ refund ~ fraud | refund the fraud | fell for | was tricked | tricked into | conned |
        wired my saving | ignored every red flag | red flag | no reimbursement | reimburse | hacked account |
        account was hacked | money gone | was drained | got drained | drained my | emptied | cleaned out |
        stolen from my account | taken from my account without | withdrawn without my | without my authorization |
        without my authorisation | gift card | card is in my wallet | still have my card | in another state |
        in another country | from overseas i | opened in my name | in my name | card somebody opened |
        loan ~ using my | loan was taken out | account ~ someone opened | woke up to | city ive never |
        never visited | never been to | rides in | vanished after i paid | my own fault | lost # to |
        took out ~ pretending to be | spent on my card | used in a city | purchases in | purchases i never |
        payments i never | transactions i never | withdrawals i never | withdrawal i didnt | never authorised |
        never authorized | transfers keep leaving
      `,
    },
    fees_interest: {
      topic: `
        fee | charge | interest | rate | apr | overdraft | cost | percent | penalty | overdrawn | every month |
        monthly | compound | dropping | spain | abroad | exchange | introductory
      `,
      sure: `
        fee | interest rate | apr | overdraft | maintenance fee | monthly fee | annual fee | late fee | late charge |
        service charge | foreign transaction fee | atm fee | wire fee | interest charge | finance charge |
        savings rate | mortgage rate | charged interest | nsf | insufficient funds fee | penalty | exchange rate |
        commission | usury | minimum interest | cost of | waive the fee | fee for | fees for | prepayment penalty |
        early repayment charge | insufficient fund | returned check fee | inactivity fee | any charge for |
        charge for using | using my card in | card abroad | use my card abroad | compound interest | gone overdrawn |
        overdrawn | dropping the charge | drop the charge | just for having an account | # every month |
        # a month for | every month just for | monthly charge | account charge | markup | non sterling |
        cash advance fee | loan interest rate | card fee | fee on
      `,
      wrong: `
        charged me ~ fee | charged ~ fee | hidden fee | unexpected fee | fee ~ never disclosed | never disclosed |
        promo apr | interest ~ on my statement | rate went up | rate jumped | raised my rate | raised my interest |
        increased my interest | interest ~ without notice | overcharged interest | excessive interest |
        interest too high | refund ~ fee | fee ~ refund | fee although | fee even though | fee for a | fee because |
        fee after | overdraft fee of | overdraft fees | free account | told it was free | fee you promised |
        double fee | fee twice | compounding | paid ~ late fee | just for having an account | since when |
        compound interest on | interest on a fee | gone overdrawn | $ every month | charge every month | slapped with
      `,
    },
    transaction_dispute: {
      topic: `
        merchant | purchase | refund | order | statement | charge | store | shop | seller | subscription | card |
        bill | taxi | concert | promoter | cruise | visa | mastercard | claim | uber | flight | delivery | receipt |
        contest | event | coffee | ride | shoes | sofa
      `,
      sure: `
        chargeback | charge back | dispute a charge | dispute the charge | disputed charge | dispute ~ transaction |
        dispute ~ charge | dispute ~ purchase | merchant | retailer | seller | paypal | subscription | free trial |
        never shipped | not delivered | never arrived from | airline | hotel | gym | refund ~ card |
        returned ~ refund | refund not | billing error | wrong amount | billed twice | charged twice |
        double charged | duplicate charge | purchase | cancelled order | cancelled booking | booking |
        pre authorisation | preauthorisation | pre authorization | section 75 | ticket | petrol | gas station |
        restaurant | at the till | card was declined | card declined | online order | amazon | ebay | item | goods |
        defective | statement ~ charge | extra charge on my statement | card payment | contactless | concert |
        promoter | cruise line | cruise | taxi | still bills | bills my | contest a purchase | contest a charge |
        insolvent | rejected my claim | event was cancelled | tour operator | holiday company | festival |
        flight cancelled | ride | flight | restaurant bill | shop charged | store charged | delivery never |
        parcel never | seller refuses | merchant refuses | refund from | refund for
      `,
      wrong: `
        closed my chargeback | closed my dispute | denied my dispute | lost my dispute | sided with the merchant |
        merchant never | billed twice | charged twice | charged me twice | charged my card twice | refund still not |
        refund ~ not credited | refund ~ not received | not refunded | keeps charging my card |
        keep charging my card | charging my card after | charged after ~ cancel | after i cancelled | went bust |
        out of business | went bankrupt | refuse the dispute | refuse ~ chargeback | wrong amount taken |
        charged # instead | declined ~ money left | money left ~ declined | not as described | wrong item |
        counterfeit goods | rejected my claim | promoter gone | insolvent | still bills my | trial ~ bills |
        took # for a | charged # for a | cancelled and ~ refund | section 75 refused | refused section 75 |
        company folded | shop closed down | never turned up
      `,
    },
    transfer_payment: {
      topic: `
        transfer | wire | payment | atm | deposit | cheque | check | cash | sent | standing order | bank transfer |
        zelle | send money | direct debit | rent | landlord | money sent | same day | cut off | sort code | digit |
        envelope | returned | paid in | received | arrived | machine | deposited | retrievable
      `,
      sure: `
        transfer | wire transfer | wire | bank transfer | direct deposit | atm | cash machine | cashpoint |
        cash deposit | standing order | direct debit | sepa | swift | bacs | chaps | faster payment | cheque |
        check deposit | mobile deposit | deposited a check | deposit ~ check | international payment |
        international transfer | transfer limit | recall the payment | payee | beneficiary | remittance |
        wrong account number | wrong sort code | iban | routing number | payment is pending | pending transfer |
        money order | cashiers check | cashier check | bill pay | zelle | venmo | top up | payroll | salary | wages |
        same day payment | cut off time | sort code | one digit wrong | digit wrong | wrong digit | deposit envelope |
        your machine | landlord | rent money | money sent | returned it to sender | paid in but | retrievable |
        sent to the wrong | sent ~ monday | transfer abroad | send abroad | hasnt got it | standing orders |
        scheduled payment | bounced | cash withdrawal | paying in machine
      `,
      wrong: `
        transfer failed | transfer keeps failing | failed transfer | payment failed | transfer ~ not arrived |
        transfer ~ never arrived | transfer ~ missing | wire ~ missing | wire has been missing | missing wire |
        never arrived | hasnt arrived | not arrived | not received ~ transfer | where is my transfer |
        didnt dispense | did not dispense | not dispense | no cash came | swallowed | ate my card | atm ~ debited |
        counted # instead | machine counted | direct deposit ~ late | deposit is late | hold on my check |
        hold on my cheque | hold on my deposit | hold on ~ cheque | hold on ~ check | day hold | holding my deposit |
        went out twice | paid twice by | sent twice | returned my payment | bounced | payment bounced |
        three weeks for a | transfer ~ money left | payment stuck | stuck in transit | stuck pending |
        rejected my transfer | transfer was rejected | check has not cleared | deposit ~ not credited |
        not credited to my account | double payment | hasnt got it | still hasnt got | kept my deposit |
        machine kept | shows nothing | returned it to sender | sent ~ hasnt | sent ~ still | not reached |
        hasnt reached | never reached | money ~ limbo | in limbo | vanished in transit | payment ~ vanished |
        transfer ~ vanished
      `,
    },
    account_operation: {
      topic: `
        account | login | password | card | locked | frozen | close | open | branch | address | activate | id |
        online | document | access | sign in | joint | pin | replacement | widow | late husband | picture code |
        release my money | move the account | snapped | release
      `,
      sure: `
        open an account | open a ~ account | opening an account | account opening | close my account |
        closing my account | closed my account | closed my ~ account | account closed | account closure |
        account is locked | account locked | account blocked | account is blocked | locked out | account is frozen |
        account frozen | froze my | frozen account | freeze on my account | account restricted |
        restricted my account | restriction | password | passcode | reset | login | log in | sign in | signing in |
        login code | verification code | security code | two factor | otp | one time code | joint account |
        change my address | change of address | update my address | update my details | change my phone number |
        changed my phone | new phone | change my name | activate my | activate ~ card | new card | new debit card |
        replacement card | card arrive | card arrived | card delivery | debit card ~ ordered | my pin |
        card is blocked | card blocked | unblock | unlock my account | verify my identity | identity verification |
        prove my identity | proof of address | documents do i need | probate | release his account |
        release her account | power of attorney | account access | access to my account | access my account |
        dormant | inactive account | minimum balance | account limit | locked my account | holding my funds |
        holding my money | holding my paycheck | holding my | withhold my | holding ~ hostage | top up ~ verify |
        statement copy | direct me to ~ account | account statement | passbook | branch with forms | locked out for |
        replacement pin | joint one | open a joint | both of us | snapped in half | card snapped | get another |
        another card | move the account | late husband | late wife | new login | picture code | captcha |
        release my money | release the money | release my funds | unfreeze | bereavement team | change my pin |
        forgotten pin | id check | selfie | face recognition | app registration | register for online |
        update my name | marriage certificate | deed poll | account upgrade | child account
      `,
      wrong: `
        closed my account | closed my savings | closed my checking | account ~ closed without | froze my account |
        account was frozen | locked my account | account is locked and | blocked my account | holding my funds |
        holding my paycheck | holding my money | wont release my | wont let me close | wont close my |
        refuse to close | refuse ~ open | wont open | still cant change | cant change my address |
        never got my ~ card | never received my ~ card | card never arrived | card still hasnt | card hasnt arrived |
        blocked my card | same ~ papers | keep asking for ~ papers | keep asking for ~ document | only branch |
        stairs | locked out for | replacement pin went | wont move the account | still write to my late |
        release my money | wants me to read a picture | read a picture code | account ~ blocked for |
        accounts were all migrated | keeps asking for id | rejected my id | wont accept my id
      `,
    },
    application_decision: {
      topic: `
        application | apply | applied | approve | approval | denied | decline | turned down | eligible | limit |
        income | gold card | hard pull | preapproved | rejected | minimum income | loan | mortgage | score |
        postcode | employment
      `,
      sure: `
        application | apply for | applied for a | applying | approved for | pre approved | preapproved | approval |
        denied for | declined for | turned down | rejected for | adverse action | underwriting | underwriter |
        credit limit increase | limit increase | credit line increase | eligib | qualify for a | loan officer |
        credit score do i need | closing date | day before closing | appraisal | refinanc | income verification |
        reapply | limit decrease | decreased my credit limit | cut my credit limit | lowered my limit |
        offer of credit | minimum income | gold card | platinum card | preapproved letter | flat no |
        limit was slashed | limit was cut | limit slashed | my limit | credit limit | raise my limit |
        increase my limit | rejected because | loan decision | mortgage decision | decision in principle |
        agreement in principle | mortgage offer | offer letter | affordability | need for your card |
        income requirement | maternity leave
      `,
      wrong: `
        denied for a ~ card | denied ~ loan | denied ~ credit card | denied ~ application | application ~ denied |
        application was declined | declined for a | declined ~ excellent credit | no adverse action |
        application ~ dragged | application ~ months | same documents requested | documents requested again |
        approved ~ then | approved my loan and | pulled it | withdrew the offer | rescinded | turned down because |
        turned me down | refused ~ mortgage | refused me a | refused my application | rejected my application |
        no reason given | discriminat ~ appl | denied ~ limit | reason for denial | a flat no | flat no after |
        limit was slashed | limit was cut | slashed from | slashed my | rejected because | rejected me because |
        refused because | turned me away | application vanished | lost my application |
        lost my documents ~ application | keep asking for documents
      `,
    },
    loan_servicing: {
      topic: `
        loan | mortgage | payment | payoff | principal | escrow | title | lien | servicer | balance | lender | term |
        extra | overpay | redemption | house sale | autopay | discount | shorten | closing | completion |
        interest portion
      `,
      sure: `
        payoff | pay off my loan | pay my loan off | pay off my mortgage | pay ~ off early | pay ~ loan early |
        early repayment | early settlement | settlement figure | principal | escrow | property tax |
        homeowners insurance | title | lien | lien release | release of lien | deed | servicer | servicing |
        loan was transferred | transferred my mortgage | sold my mortgage | sold my loan | amortization |
        amortisation | loan balance | extra payment | overpayment | autopay | auto pay | payment posted |
        payment isnt posted | apply my payment | applied my payment | applied to interest | paid in full letter |
        redemption statement | navient | student loan | loan statement | mortgage statement |
        satisfaction of mortgage | reconveyance | due date changed | pmi | payment date | overpay | overpaying |
        extra payments | paying extra | shorten the term | redemption | house sale | student loan servicer |
        autopay discount | loan moved | loan transferred | term hasnt | remaining term | final payment |
        loan closure letter | paid off letter | discharge letter | release of charge | solicitor needs |
        charge removed
      `,
      wrong: `
        misapplied | applied ~ wrong loan | wrong loan | payment ~ not posted | payment isnt posted |
        payments ~ not credited | not applied | payment ~ not applied | going to interest | instead of principal |
        still havent sent the title | not sent the title | no title | title ~ not | release not filed |
        lien ~ not released | payoff amount changed | payoff ~ wrong | escrow ~ wrong | escrow shortage |
        didnt pay my property | failed to pay my ~ tax | lost my payment | returned my payment | refused my payment |
        sent back my payment | changed my due date | changed the due date | wont accept my payment |
        double payment ~ loan | term hasnt moved | wont issue the redemption | redemption statement |
        house sale collapsing | lost my autopay | term ~ not changed | extra ~ not applied | overpayment ~ not |
        overpay ~ hasnt | payoff letter ~ not | wont send the payoff
      `,
    },
    sales_terms: {
      topic: `
        offer | bonus | promotion | terms | contract | insurance | fund | invest | advert | product | adviser |
        advisor | reward | points | policy | cover | life cover | fixed | introductory | told | promised | sold |
        bond | opening | flog | sell | stock | shares | savings plan
      `,
      sure: `
        bonus | promotion | promo | cashback | cash back | reward | rewards | points | miles | welcome offer |
        advert | marketing | marketing list | mis sold | missold | mis selling | misleading | payment protection |
        ppi | insurance offer | insurance offers | insurance ~ never asked | add on | addon | adviser | advisor |
        the fund | guaranteed return | investment product | annuity | bond | sold me | was sold | i was sold |
        small print | fine print | terms changed | terms and conditions | terms of | hard sell | pushy | upsell |
        cold call | offers | credit card ~ when i only wanted | opened a credit card for me |
        without my knowledge opened | sales call | sales pitch | telemarketing | points promised | life cover |
        life insurance | a policy | introductory | introductory rate | was fixed | told the rate | flog it | sell me |
        selling me | bought the same bond | the same bond | same fund | structured product | savings plan |
        pension product | investment advice | bad advice | risk profile | brochure | leaflet | sign up offer |
        switch bonus | switching bonus | referral
      `,
      wrong: `
        bonus ~ not | bonus and now | dont qualify | not honoured | not honored | wont honour | wont honor |
        refused ~ bonus | never got ~ bonus | never received ~ bonus | promised ~ bonus | said ~ guaranteed |
        was guaranteed | lost # | lost money on | told it was safe | no risk | sold ~ insurance | never asked for |
        never wanted | only wanted | pressured ~ into | pressured me | pushed me into | bait and switch |
        changed the terms | terms changed after | nobody explained | not explained | didnt explain | misled |
        misrepresent | false advertising | forced to buy | made me buy | made me take | hidden in the |
        sending me insurance offers | sending me ~ offers | stop selling | zero arrived | points promised |
        told the rate was | turns out it was | an introductory | sold my ~ a policy | sold ~ a policy |
        could not possibly understand | to flog | dont want life cover | flog it | sold us | was told it was |
        told it was guaranteed | not what was advertised
      `,
    },
    service_quality: {
      topic: `
        service | branch | app | website | staff | teller | queue | line | hold | chat | phone line | manager |
        customer service | reply | appointment | open | holiday | monday | saturday | queueing | times out | step |
        error | screen | phones | call back | hours | nearest | rain | desk | counter | advisor | staff member |
        attitude | answer
      `,
      sure: `
        customer service | customer care | teller | queued | on hold | waiting time | wait time | chatbot | chat bot |
        live chat | call centre | call center | hotline | helpline | reach a human | speak to a person |
        speak to a human | speak to someone | talk to a human | talk to a person | opening hours | opening times |
        branch open | branch close | branch closed | open on saturday | business hours | online banking | mobile app |
        app crash | site is down | rude | attitude | hung up | branch manager | want to make a complaint |
        make a complaint | want to complain | who regulates you | regulates you | phone line | number to call |
        complaints department | complaint procedure | no reply | not one reply | response to my email | queueing |
        queue for | queued for | in the queue | long queue | the manager | talked over me | times out | bank holiday |
        chat today | use chat | please call us | on the phones | saturday opening | nearest branch | closest branch |
        wait for an appointment | app update | app keeps | the app wont | speak to your manager | at window |
        kind to my | the lady at
      `,
      wrong: `
        on hold for | hung up on me | hung up | rude | rolled her eyes | rolled his eyes | unhelpful | attitude |
        ignored me | ignored my | ignoring me | nobody answers | no one answers | nobody picks up | never answer |
        never call back | never called back | no one calls back | nobody called back | not one reply | no reply |
        emailed ~ time | down since | is down | has been down | app crash | crashes | app ~ logs me out |
        logs me out | app ~ not work | app doesnt | app wont | website ~ down | website ~ not work | site ~ error |
        closed at ~ with no | branch closed | closed early | terrible service | bad service | poor service |
        worst service | awful service | goes in circles | no way to reach | cant reach anyone | cannot reach |
        waited ~ hour | waited ~ minute | waited for ~ appointment | stood in line | line was | one teller |
        only one teller | only one window | insist i have to phone | insist ~ phone | incompetent | passed from |
        transferred ~ department | given the runaround | kept waiting | unprofessional | talked over me | walked off |
        times out | queueing in | hours queueing | chat ~ call us | ends with | in circles | nobody at the branch |
        nobody at the desk | staff ~ rude | staff ~ unhelpful | laughed at by staff | cut off the call |
        call dropped | disconnected me | kept cutting out | wont reply | dont reply | never replied | nobody replied |
        no one replied | nobody has replied | no one has replied | ignored my emails
      `,
    },
    privacy_contact: {
      topic: `
        data | privacy | personal | details | number | email | information | statement | list | subscribe | text |
        message | letter | name | somebody else | group chat | ico | codes | client | share | texts | opened |
        security codes
      `,
      sure: `
        gdpr | data protection | privacy | personal data | personal information | personal details | my data |
        erase my data | delete my data | delete my account data | subject access | data request | right to erasure |
        unsubscribe | unsubscribed | opted out | opt out | stop texting | stop emailing | stop sending me |
        another customers | another customer | someone elses statement | wrong person | wrong number | isnt ~ phone |
        new owner of this number | arent for me | not for me | leaked | leak | confidential | turn off notifications |
        turn off ~ text | stop ~ notification | marketing preference | wrong email | wrong address | to a stranger |
        my ex | share my data | my data with | ico | information commissioner | somebody elses name |
        someone elses name | group chat | security codes for somebody | codes for somebody | not a client of yours |
        no more texts | letter i opened | posted my balance | marketing texts | cookie | tracking | consent
      `,
      wrong: `
        unsubscribed twice | emails keep coming | texts keep coming | still get ~ texts | still getting ~ |
        still receiving ~ | received another customers | emailed my account | details were leaked | sold my |
        shared my | told ~ my balance | told my ex | my balance | erase my data ~~ nothing |
        messages ~ for someone else | someone elses ~ message | messages arent for me | texts for |
        keep getting texts for | messages for someone | looked at my account | sent ~ to the wrong | wrong address |
        my information was | stop texting me | stop emailing me | stop messaging me | stop contacting me |
        data ~ without my consent | information ~ without my consent | posted my balance | no more texts |
        somebody elses name | someone elses name | codes for somebody | codes for someone | not a client of yours |
        texts ~ request | account inside | my balance in | customers statements | other customers
      `,
    },
  },
  faults: {
    'transfer.failed': `
      transfer failed | transfer ~ fail | transfers ~ fail | transfer keeps failing | failed transfer |
      fail ~ transfer | cant transfer | cannot transfer | unable to transfer | transfer ~ not go through |
      transfer ~ doesnt go through | transfer ~ didnt go through | transfer ~ rejected | transfer ~ error |
      error ~ transfer | transfer ~ not work | cant send money | cannot send money | unable to send money |
      cant make ~ transfer | cannot make ~ transfer | payment failed | payments ~ fail | payment ~ not go through |
      payment ~ didnt go through | cant send payment | cannot send payment | transfer ~ stuck | transfer ~ declined |
      money ~ wont send | transfer wont | transfers ~ down
    `,
    'transfer.missing': `
      transfer ~ not arrived | transfer ~ never arrived | transfer ~ hasnt arrived | transfer ~ missing |
      wire ~ missing | wire ~ not arrived | not received ~ transfer | money ~ not arrived | money ~ hasnt arrived |
      money ~ never arrived | salary ~ not | salary ~ hasnt | wages ~ not | wages ~ hasnt | direct deposit ~ late |
      direct deposit ~ not | direct deposit ~ missing | deposit ~ missing | deposit ~ not credited |
      payment ~ not arrived | payment ~ never arrived
    `,
    'charged.twice':
      'charged twice | charged me twice | charged ~ twice | billed twice | billed me twice | debited twice | taken twice | went out twice | double charge | double charged | duplicate charge | duplicate payment | deducted twice | paid twice | took ~ twice | two identical | same ~ twice | duplicate debit',
    'app.down': `
      cannot open ~ app | cant open ~ app | unable to open ~ app | cannot use ~ app | cant use ~ app |
      cannot access ~ app | cant access ~ app | cannot get into ~ app | cant get into ~ app |
      cannot open ~ online banking | cant open ~ online banking | cannot access ~ online banking |
      cant access ~ online banking | app ~ crash | app ~ down | app ~ not work | app ~ not open | app doesnt |
      app wont | app ~ freeze | app ~ frozen | app ~ error | app ~ not load | app ~ keeps closing | app ~ blank |
      app keeps | online banking ~ down | online banking ~ not work | online banking ~ error |
      internet banking ~ down | mobile banking ~ down | mobile banking ~ not work | mobile banking ~ crash |
      website ~ down | website ~ not work | website ~ error | website ~ crash | site ~ down | cant open the app |
      cannot open the app | cant open your app | cant use the app | banking is down
    `,
    'login.failed':
      'cant log in | cannot log in | cant login | cannot login | unable to log in | unable to login | login ~ fail | login ~ error | login ~ not work | cant sign in | cannot sign in | logs me out | logged out | locked out of ~ app | locked out of ~ online | wont let me log in | password ~ not accepted | log in ~ fail',
    'code.missing':
      'cant get the code | code ~ never | code ~ not arrive | code ~ doesnt arrive | code ~ hasnt | not receive ~ code | not receiving ~ code | cant receive ~ code | never get ~ code | no code | no verification code | otp ~ not | otp ~ never | passcode ~ not | passcode ~ never | code ~ not come | not getting ~ code',
    'card.declined':
      'card ~ declined | card declined | card ~ rejected | card ~ not work | card doesnt work | declined at | card ~ refused | card payments ~ fail | card payment ~ decline | contactless ~ not work',
    'atm.fault':
      'atm ~ not | atm didnt | atm ~ swallow | atm ~ ate | atm ~ kept | atm ~ debit | atm ~ out of order | atm ~ broken | atm ~ error | atm ~ down | atm ~ no cash | cash machine ~ not | cash machine ~ swallow | cash machine ~ broken | cash machine ~ down | swallowed my card | ate my card | deposit machine | cashpoint ~ not | cashpoint ~ swallow | dispense',
    'balance.wrong':
      'balance ~ wrong | wrong balance | balance ~ incorrect | incorrect balance | balance ~ zero ~ | balance ~ disappeared | balance ~ not update | money ~ disappeared | money ~ vanished | transactions ~ missing ~ statement | statement ~ wrong | balance doesnt match | balance ~ negative',
    'fee.unexpected':
      'charged ~ fee | charged me a fee | unexpected fee | hidden fee | wrong fee | fee ~ by mistake | fee ~ without | fee ~ never agreed | overdraft fee | maintenance fee | annual fee ~ | interest ~ wrong | overcharged',
    'overdue.wrong':
      'not overdue | paid ~~ overdue | paid ~~ reminder | paid ~~ past due | paid ~~ late | not late | wrong ~ overdue | overdue ~ wrong | already paid | say im late | saying im late | false overdue | overdue notice | past due notice',
    'repayment.unposted':
      'payment ~ not posted | payment isnt posted | payment ~ not credited | payment ~ not applied | payment ~ not show | misapplied | repayment ~ not | payment ~ wrong loan',
    'credit.wrong':
      'credit report ~ wrong | wrong ~ credit report | late payment on my credit | error ~ credit report | incorrect ~ credit',
    'message.wrong':
      'text ~ not for me | messages arent for me | wrong number | wrong person | texts ~ for someone | someone elses message | not my account ~ text',
    'data.leak':
      'leak | leaked | data breach | another customers | someone elses statement | someone elses account | other peoples ~ details | sold my data | sold my information | see ~ other customer',
    'scam.text':
      'text ~ claiming to be | text ~ pretending to be | fake text | fake message | scam text | phishing text | phishing | text ~ verify ~ pin | text ~ link | message ~ link ~ | suspicious text | suspicious message | fake sms | smishing | fake email',
    'hotline.unreachable':
      'on hold | nobody answers | no one answers | hotline ~ not | hotline ~ busy | phone line ~ down | phone lines ~ down | cant get through | cannot get through | nobody picks up | line ~ busy | line ~ engaged | hung up | cant reach anyone',
    'branch.closed':
      'branch ~ closed | branch closed | branch ~ shut | branch ~ not open | closed early | branch ~ queue | queue ~ hour | branch ~ locked',
    'service.down':
      'system ~ down | system is down | systems ~ down | system ~ outage | outage | system ~ error | system error | system failure | service ~ down | everything is down | service unavailable | system crash',
  },
  desks: {
    branch: `
      branch | teller | counter | queue | lobby | bank manager | in person | cashier | window
    `,
    'contact-centre':
      'on hold | phone line | call centre | call center | hotline | helpline | hung up | customer service | chatbot | chat bot | live chat | emailed | reply | called back | call back',
    it: `
      app | website | site | online banking | internet banking | mobile banking | crash | logs me out | log in |
      login | update | system | error message | screen
    `,
  },
};
