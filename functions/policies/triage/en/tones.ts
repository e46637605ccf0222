import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** How a message speaks: complaining, asking, praising, in English. */
export const TONES_EN: LanguageCues['tones'] = {
  grievance: `
    why did you | why do you | why are you | why have you | why is my | why am i | why was i | why were | why was my |
    why has my | why should i | refuse | refusal | denied | deny | ignore ! <sorry> | nobody <call> | no one <call> |
    no reply | no response | no answer | never heard | never got | never received | never get | havent got |
    havent received | havent heard | have not received | still havent | still not | still no | still hasnt |
    still wont | still cant | still waiting | still send | still charg | still report | still says | not one reply |
    without notice | without warning | without my permission | without permission | without my consent |
    without consent | without asking | without telling | without any explanation | without explanation |
    without reason | no explanation | no reason | no notice | no warning | not notified | never told | never asked |
    never agree | never authorize | never authorise | never signed | wasnt told | unacceptable | ridiculous | disgust |
    appalling | outrageous | terrible | horrible | awful | worst | useless | incompetent | shambles | joke | pathetic |
    fed up | sick of | sick and tired | tired of | furious | angry | frustrat | disappoint | annoy | shame on you |
    shameful | unfair | dishonest | rude | lie | lied | lying | misled | mislead | deceive | cheat | rip off |
    ripped off | rob | scandal | illegal | unlawful | unprofessional | negligent | i want to complain |
    make a complaint | formal complaint | file a complaint | complain | complaint | i demand | demand that |
    want my money back | give me my money back | refund me | where is my money | wheres my money | hung up |
    hang up on | keep <call> | keep asking | keep charging | keep sending | keep telling | keep saying | keeps <call> |
    promised to | they promised | was promised | was told | you insist | you keep | you wont | you will not |
    you never | you still | you just keep | you didnt | you did not | you havent | you have not | you froze |
    you took | you lost | you sent me | you put | you cancelled | wont help | will not help | not helping | no help |
    wont let me | will not let me | nobody can | no one can | nobody will | nobody knows | nobody tell | no one knows |
    no one will | wrongly | incorrect | mistake ! <sorry> | error | your fault | overcharge | doublecharge | crash |
    keeps failing | failed | doesnt work | not working | does not work | stopped working | broken | down since |
    has been down | waste of time | for weeks | for months | weeks ago | months ago | for # day | for # week |
    for # month | for # hour | # week and | # month and | been waiting | waited | waiting for # | dragged on |
    passed from | passed around | passed between | runaround | run around | given the run | goes in circles |
    stop <call> | stop sending | stop telling | stop reporting | stop harass | quit <call> | quit sending |
    leave me alone | cease and desist | harass | threaten | abusive | stole | stolen from | missing since |
    been missing | gone missing | disappeared | vanished | lost my | hostage | held up | bad service | poor service |
    terrible service | worst service | no way to | out of order | unable to get | once again | yet again | fix my |
    fix this | correct this | correct my | remove this | not resolved | unresolved | no progress | nothing has |
    nothing happened | nothing done | discriminat | mis sold | missold | pressured | not my debt | not mine |
    isnt mine | dont owe | do not owe | should not have | shouldnt have | supposed to | should have been |
    expect you to | not what i was | cost me | you people ! <lovely> | your mistake | ruined | hurt my |
    dropped my score | caused me | not acceptable | violat | breach | against the law | declined for |
    declined without | turned down | i paid | was paid | already paid | poor communication | without any |
    not explained | never explained | nobody explained | still haven | misapplied | twice | double | wrong amount |
    wrong fee | wrong rate | too long | too much | my own fault | rejected my | rejected because | reject |
    you rejected | you agreed | you told | you write | you still write | you couldnt | you refused | slashed |
    reversed it | returned it to sender | went to an address | times out | time out | talked over me | walked off |
    walked away | wouldnt | collapsing | hasnt moved | havent moved | zero arrived | turns out | it turns out |
    could not possibly | kept my | took 8 | instead of | then a flat no | a flat no | since when | no decision |
    ignored ! <sorry> | chasing me | chasing a | still bills | still billing | still hasnt got | hasnt got it |
    still showing | nowhere | migrated | enough | not happy | unhappy | let down | fobbed off | palmed off |
    brushed off | ridiculed | laughing stock | laughed at | bounced around | bounced me | wild goose | no one seems |
    nobody seems | nobody cares | no one cares | dont care | doesnt care | couldnt care | failed to | fails to |
    failing | failure | lost the | botched | messed up | screwed | blunder | incompet | careless | unreasonable |
    excessive | extortionate | daylight robbery | theft | steal | i want answers | explain why | explain yourself |
    how dare | how is it that | how come | why on earth | why should | why cant | why wont | why hasnt | why havent |
    why didnt | why isnt | unbeliev | absurd | insane | beyond a joke | in the rain | queueing | hour queue |
    two hours | three hours | # hours | you charged me | you charged my | you keep charging | you changed my |
    you changed the | you closed my | you closed our | you closed the | you blocked my | you sold me | you sold my |
    you promised | you said i | you said it | you said there | you told me | claim i owe | <youare> ~ <insult> |
    you <insult> | all crooks | how can you charge | how can you take | how could you | how can a bank |
    has been ~ week | its been ~ week | been <many> week | been <many> month | thanks for nothing | is this how you |
    do you think its funny | do you think its ok | will anyone ever | will anybody ever | when exactly do you
  `,
  help: `
    please help | help me ! <lovely> | need help | can you help | could you help | can somebody help |
    can someone help | need assistance | i need a | we need a | what do i do | what should i do | what can i do |
    what now | please stop the | please freeze | please block | please cancel the | please unblock | please unlock |
    please recall | can you stop | can you block | can you freeze | can you cancel | can you recall | can you reverse |
    could you reverse | could you recall | could you stop | could you waive | can you waive | would you waive |
    could you cancel | can i push | could i push | can i pay ~ later | could i pay | can i pay half | can i defer |
    could i defer | can i delay | could i delay | can i postpone | can we lower | could we lower |
    can i have more time | could i have more time | could i get more time | need more time | is there any way |
    any chance | is it possible to ~ payment | is there anything you can do | freeze everything | freeze my |
    freeze the | block it | block my card | cancel my card | lock my card | unlock my | unblock | stop the payment |
    stop this payment | stop the transfer | stop it now | cant get the code | cant log in | cannot log in |
    cant login | unable to log | unable to login | cant access | cannot access | cant sign in | locked out |
    locked myself out | forgot my | forgotten my | lost my card | lost my wallet | lost my purse | stolen purse |
    purse was stolen | wallet was stolen | was stolen | lost my job | laid off | made redundant | cant make ~ payment |
    cant make the | cant afford | cannot afford | cant pay | cannot pay | unable to pay | cant keep up | struggling |
    struggle to | hardship plan | payment plan | payment arrangement | repayment plan | stuck abroad | stranded |
    i accidentally | by accident | by mistake i | i made a mistake | i typed the wrong | i sent it to the wrong |
    i entered the wrong | reset my | reset link | replace my card | i need to report | i want to report | hurry |
    emergency | i just sent | i just gave | thinking of ending | kill myself | short this month | fell behind |
    behind this month | out of work | lost income | hours were cut | hours cut | on furlough | unemployed |
    please advise | cant receive | cannot receive | not getting the code | not receiving the code | need an extension |
    ask for an extension | extension on my | could you extend | can you extend | spread the payment | can you kill |
    kill the card | do something | any options | what options | what are my options | could the ~ loan wait |
    could ~ wait a bit | can ~ wait | wait a bit | interest only | can i pay interest | retrievable |
    can i get it back | can i get the money back | get my money back please | how do i get another | another quickly |
    consider dropping | would you consider | drop the charge | dropping the charge | waive it | waive this |
    let me off | give me a break | bear with me | a bit more time | few more days | couple of weeks | extra time |
    extra week | before i miss | going to miss | about to miss | will miss | might miss | off work | off sick |
    between jobs | between contracts | reduced hours | hours got cut | pay cut | salary cut | business is slow |
    tenant stopped paying | not sure what to do | dont know what to do | advice please | guide me | walk me through |
    need to cancel my card | need to block | need to stop | need to freeze | i need cash | need cash today |
    can we reduce | could we reduce | can you reduce | can i reduce | until spring | please stop it |
    please freeze it | is blocked and i need | can we talk | could we talk | can we discuss | could we discuss |
    can we arrange | can we work something out | can we come to ~ arrangement | cant work | cannot work |
    unable to work | could i have more | need to move my payment | move my payment date | change my payment date |
    <mayi> ~ <ease> | <plight> | can you get it back | can you get the money back | get my transfer back
  `,
  ask: `
    how do i | how can i | how do you | how does | how long | how much | how many | how often | how soon | how to |
    what is | whats | what are | what do i need | what documents | which document | what time | what happens |
    what if | what does | what kind | when do | when does | when will | when is | when are | where do i | where can i |
    where is the | where are | which | who do i | who can | who should | can i | could i | can you tell |
    could you tell | can you explain | could you explain | can you confirm | could you confirm | do i need |
    do you offer | do you have | do you accept | do you charge | do you support | do you provide | does the |
    does your | does it | does this | is it possible | is it ok | is it safe | is there a | is there any | is this |
    is that | are you | are there | am i able | am i eligible | am i allowed | will i | will my | will the |
    would like to know | want to know | wondering | i wonder | interested in | please explain | is my | did you |
    does my | can a | can my | should i | may i | any idea | tell me how | tell me about | tell me what |
    more information | info on | information about | please tell me | genuine | for real | really from you | legit |
    is it legit | what options | any charge | any fee | is there a minimum | is the | are the | do both | do we |
    do they | who do you | does paying | does checking | what cut | if i | can we | could we | would it |
    what are the | whats the | when would | how late | how early | how far | until when | do i have to | must i |
    what would | whose | are your | how is | how are | like to know | does closing | does opening | does cancelling |
    does using | does having
  `,
  praise: `
    thank you for | thanks for | thanks so much | thank you so much | many thanks to | well done ! <sarcastic> |
    great service ! <sarcastic> | excellent service | great job | good job | amazing service | superb | love the |
    love your | love this | i love | very happy with | so happy with | really happy | very pleased | pleased with |
    impressed | kudos | compliment | so helpful | very helpful | really helpful | super helpful | outstanding service |
    best bank | great app | great bank | great help | great experience | five star | 5 star | keep up the good |
    keep it up | much appreciated | appreciate the | sorted really quickly | sorted quickly | above and beyond |
    a pleasure | shout out | credit to your | delighted | grateful | patient and kind | hats off | cheers |
    thats perfect | stayed until | lifesaver | life saver | spot on | top notch | first class | second to none |
    credit where | couldnt be happier | so kind | very kind | patient with | bravo | nice work | round of applause |
    perfect thank | perfect thanks | was brilliant | is brilliant | were brilliant | was amazing | is amazing |
    were amazing | was lovely | was wonderful | was fantastic | was excellent | excellent staff | friendly staff |
    wonderful staff | lovely staff | absolute star | absolute legend | smooth process | so friendly | very friendly |
    amazing staff | brilliant service | fantastic service | wonderful service | helped my | helped me so |
    really helped | helped us so | are the best | quick thanks | so quick thanks | was a star | is a star |
    are fantastic | is fantastic | are brilliant | are amazing | are wonderful | team are great | is so good |
    fast my claim was
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
    all good | sorry ~ by mistake | sorry ~ wrong person | please ignore | disregard | oops | ignore that | ignore this
  `,
};
