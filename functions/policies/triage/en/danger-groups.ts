import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Lists of phrases that cues of danger are made and guarded with, in English. */
export const DANGER_GROUPS_EN: LanguageCues['groups'] = {
  self: `
    myself | himself | herself | themselves | themself
  `,
  whose: `
    my | his | her | their
  `,
  soul: `
    i | im | ive | id | ill | me | he | hes | she | shes | they | theyre | mother | father | mom | mum | mam | dad |
    son | daughter | brother | sister | husband | wife | partner | boyfriend | girlfriend | friend | neighbour |
    neighbor | tenant | flatmate | somebody | someone | customer | man | woman | boy | girl | gran | nan | uncle |
    aunt | cousin
  `,
  meaning: `
    going to | gonna | gunna | want to | wanna | about to | ready to | plan to | planning to | thinking of |
    thinking about | thought of | thought about | considering | contemplating | tempted to | feel like |
    threatening to | threaten to | decided to | trying to | tried to | might | may as well | should just | could just |
    rather | will | ill | shell | id like to | make me | making me | intend to
  `,
  planning: `
    thinking of | thinking about | considering | contemplating | going to | gonna | tempted | tonight | join him |
    join her | me too | me next | im next
  `,
  death: `
    die | dying | dead | death
  `,
  despair: `
    cant cope | cannot cope | cant go on | cannot go on | hopeless | no hope | cant take it | cant take this |
    cant take any more | cannot take | sorry for everything | sorry to everyone | forgive me | nothing left |
    no way out | worthless | pointless | unbearable | drowning | dead | die | dying | kill | the end | my kids |
    my children | love you all | no future | desperate | despair | crying | depressed | rock bottom |
    everyone would be better | ruined my life | life is over
  `,
  deal: `
    contract | subscription | agreement | membership | policy | insurance | tenancy | direct debit | standing order |
    account | plan | deal | relationship with | mortgage term | card | cover | banking with | call | chat |
    conversation
  `,
  figure: `
    rate | fee | price | charge | bill | interest | premium | payment | score | balance | instalment | installment |
    cost | apr | percent | queue | bank | lender | hoop | provider
  `,
  height: `
    roof | rooftop | bridge | ledge | balcony | window | cliff | building | tower | viaduct | parapet | top floor |
    floor | car park | platform | flyover | pier | quay
  `,
  high: `
    roof | rooftop | bridge | ledge | parapet | railing | window ledge | window sill | windowsill | train track |
    railway track | rail track | cliff | flyover | edge
  `,
  being: `
    im | i am | hes | he is | shes | she is | son is | daughter is | husband is | wife is | brother is | sister is |
    mother is | mum is | mom is | dad is | father is | friend is | man is | woman is | somebody is | someone is |
    standing | sitting | stood | sat
  `,
  works: `
    fix | repair | leak | sign | paint | scaffold | insulat | solar | gutter | tile | aerial | dish | builder | work
  `,
  took: `
    took | take | taken | swallow | drank | drink | drunk | downed | ate | taking | had
  `,
  lots: `
    all | every | whole | entire | bottle | box | packet | pack | handful | too many | a load of | loads of | lots of |
    twenty | thirty | forty | fifty | sixty | hundred | dozen | # | full
  `,
  pills: `
    pill | tablet | paracetamol | tylenol | aspirin | ibuprofen | sleeping pill | sleeping tablet | antidepressant |
    xanax | valium | diazepam | codeine | morphine | opioid | medication | meds | painkiller | insulin
  `,
  poison: `
    bleach | poison | pesticide | weedkiller | rat poison | antifreeze | cyanide
  `,
  dose: `
    a day | daily | every day | each day | per day | prescribed | prescription | for my | at night | every morning |
    pharmacy | doctor | with food | cost | price | paid | charged | refund | order | atm | machine
  `,
  papers: `
    paperwork | fee | form | email | advert | letter | charge | calls | information
  `,
  harming: `
    shoot | drown | gas | starve | poison | cut | burn | stab | throw
  `,
  mishap: `
    slip | fell | fall | floor | door | step | stair | trip | ramp | glass | branch | machine | card
  `,
  thing: `
    battery | phone | app | website | line | card | atm | machine | account | signal | laptop | chat | service |
    branch | computer | screen | scheme | bonus
  `,
  place: `
    here in | in this | at this | near | with my | with your | next to | at number | in your | in a | in the | abroad |
    in spain | in london | with parents
  `,
  gone: `
    last year | last month | last week | year ago | month ago | week ago | passed | late husband | late wife |
    late son | late brother | funeral | probate | estate | died | in 2015 | in 2016 | in 2017 | in 2018 | in 2019 |
    in 2020 | in 2021 | in 2022 | in 2023 | in 2024 | in 2025 | since his | since her | after his | after her |
    lost my | lost our | lost his | lost her
  `,
  saving: `
    life savings
  `,
  quarrel: `
    before | ombudsman | complaint | court | lawyer | solicitor | unless | refund | fca | cfpb | regulator | reply |
    press
  `,
  dear: `
    kid | child | children | son | daughter | family | mum | mom | mother | dad | father | wife | husband
  `,
  insured: `
    plan | cover | policy | insurance | cost | expense | fund | saving
  `,
  past: `
    last month | last year | last week | last summer | last spring | last autumn | last winter | last january |
    last may | last december | months ago | month ago | years ago | year ago | weeks ago | week ago | back in |
    in 2015 | in 2016 | in 2017 | in 2018 | in 2019 | in 2020 | in 2021 | in 2022 | in 2023 | in 2024 | in 2025 |
    in january | in february | in march | in april | in june | in july | in august | in september | in october |
    in november | in december
  `,
  asking: `
    does | do you | do your | do any | do we | can you | is it | is there | can i | can anyone | should i | should we |
    is | are | what | how | will | would | could | if | risk | need
  `,
  doer: `
    someone | somebody | caller | he | hes | she | shes | they | theyre | them | him | her | scam | scammer |
    fraudster | man | woman | guy | microsoft | amazon | installed | downloaded | gave | let | ive | i shared |
    i have shared | im sharing | i am sharing | i was told | on the phone | told me | asked me | asking me | asks me |
    telling me | wants me | making me | my mother | my father | my mum | my mom | my dad | gran | nan
  `,
  remote: `
    remote access | anydesk | teamviewer | screen share | screen sharing
  `,
  device: `
    phone | computer | laptop | pc | my phone | my computer | my pc | my laptop | my tablet | my mobile | my screen |
    her phone | her computer | his phone | his computer | device
  `,
  clicked: `
    click | clicked | open | opened | tapped | tap | pressed | press | followed | follow
  `,
  link: `
    link | phishing | fake site | fake website | fake page | dodgy | spoof | scam site | scam page | scam text |
    smishing
  `,
  typed: `
    enter | typed | type | put in | put my | fill | filled in | gave | given | submit | input | keyed
  `,
  secret: `
    password | passcode | pin | code | otp | one time | card number | card detail | bank detail | account detail |
    login | log in | security number | cvv | detail | credential | username
  `,
  code: `
    password | passcode | pin | code | otp | one time | cvv | card number | card detail | bank detail
  `,
  handed: `
    gave | given | give | told | tell | read out | read him | read her | read them | shared | sent | texted | send
  `,
  ours: `
    teller | cashier | counter | branch | your agent | your advisor | your staff | your colleague | customer service |
    machine | atm | complaint | password reset | at the desk
  `,
  leaving: `
    leaving | going out | coming out | being taken | being moved | is draining | are draining | is disappearing |
    are disappearing | keep disappearing | is vanishing | flying out | is moving out | being transferred |
    being withdrawn | is going | are going
  `,
  standing: `
    direct debit | standing order | mortgage | rent | salary | wages | fee | change the date | subscription | monthly |
    every month | each month | gym
  `,
};
