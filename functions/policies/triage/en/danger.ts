import type { Cues, LanguageCues } from '#domain/complaint/triage/text/words.ts';
import { guarded } from '../guarded.ts';

/** What says that a fraud runs, unless it is told of a past one. */
const RUNNING: Cues = `
    in my ~ account right now | in my account now | in my account as | in my online banking | is in my ~ right now |
    controlling my computer | control of my computer | controlling my phone | controlling my screen |
    control of my phone | draining my | emptying my | is draining | being drained | money is leaving ! <standing> |
    money leaving my ! <standing> | keep leaving my account | keep going out of my | being withdrawn right now |
    withdrawals happening | transactions happening | happening right now | <now> ~ been scammed | just got scammed |
    been scammed ~ now | just been scammed | just been conned | just been defrauded | just sent ~ <scam> |
    i just sent ~~ <scam> | just transferred ~~ <scam> | just wired ~~ <scam> | just paid ~~ <scam> |
    i just gave ~ code | just gave ~ code | just gave ~ pin | just gave ~ password | just gave ~ details |
    just gave ~ card | just read ~ code | just told ~ code | just told ~ pin | gave them my code | gave him my code |
    gave her my code | just entered my ~ link | just typed my ~ on | just shared ~ code | stop the payment ~ scam |
    stop it before | before it clears | before it goes | before it is gone | before he sends | before she sends |
    about to send | about to transfer | about to wire | about to withdraw | is about to pay | trying to send ~ <scam> |
    insists on sending | insisting on sending | insists on transferring | cant talk him out | cant talk her out |
    cant stop him | cant stop her | secure account ~ transfer | move my money to a safe | move my savings |
    fake police | fake officer | officer told me to transfer | told me to transfer | told to transfer |
    telling me to transfer | tells me to transfer | telling me to send | tells me to send | telling me to move |
    says i must transfer | says i must move | asking me to transfer | asking me to move | told me to buy gift |
    buy gift card ~ | at your branch now | is withdrawing | withdrawing cash for | at the atm now |
    at the counter now | using my card right now | using my card now | is using my card | someone is spending |
    someone is transferring | someone is withdrawing | somebody is withdrawing | someone is moving |
    keeps charging my card right | freeze everything | freeze it now | freeze it right | freeze my account now |
    freeze my account right | freeze my account immediately | freeze my account please | please freeze my account |
    please freeze ~ <now> | freeze the account now | block it now | block it right | block everything |
    block my card now | block my card right | stop it right now | stop the transfer now | stop this transfer |
    stop this payment now | stop the wire | stop the transaction | recall it ~ <scam> | lock everything | lock it now |
    hacked right now | being hacked | hacked <now> | in the middle of a scam | getting scammed | being defrauded |
    being robbed | otp to a | otp to someone | otp to him | gave ~ otp | gave ~ one time | gave ~ passcode |
    gave ~ verification code | read out ~ code | he is still on the line | on the phone with someone who says |
    on the phone says | being coached | coaching her | coaching him | is being told to | being told to withdraw |
    being told to transfer | being told to send | empty her savings | empty his savings | empty my savings |
    in your lobby | in your branch now | in your branch right | cursor is moving | mouse is moving |
    moving on its own | moving by itself | screen is moving | transfers keep leaving | transfers keep going |
    payments keep leaving | payments keep going | money keeps leaving ! <standing> | money keeps going |
    keeps leaving my account | keep disappearing | keeps disappearing | keep going out | read him the | read her the |
    read them the | read out the ~ code | read the code to | read my code | read the passcode | told him the ~ code |
    told her the ~ code | told them the ~ code | gave her the ~ code | gave them the ~ code | gave her my ~ card |
    gave them my ~ pin | kill the card | kill my card | kill the transfer | someone from microsoft |
    tech support ~ my computer | on the line with someone | on the line with somebody | on the phone with someone |
    on the phone with somebody | on the phone right now with | man on the phone says | woman on the phone says |
    caller is telling | caller wants me to | he wants me to transfer | she wants me to transfer |
    they want me to transfer | they want me to move | he says i have to transfer | wants me to buy | wants me to move |
    want me to send | want me to wire | telling me to install | told me to install | told me to download |
    asked me to install | asking me to install | telling me to withdraw | do something ~ transfers |
    stop it please ~ money | just realised ~ scam | just realized ~ scam | just realised it was |
    just realized it was | minutes ago ~ scam | sent # ~ minutes ago | hour ago ~ scam | an hour ago to a |
    just now ~ money | money just went | money just left | just left my account | just disappeared from my |
    account is being emptied | being emptied | being cleaned out | someone is in my account |
    somebody is in my account | someone in my account | somebody in my account | someone has my card and |
    somebody has my card and | still spending | still being used | still charging right | happening as we speak |
    at this very moment | they are in my | theyre in my | he is in my | hes in my | she is in my ~ account |
    trying to get into my account right | to a safe account | <now> ~ sent ~ <scam> | <scam> ~ right now |
    <scam> ~ as we speak | <scam> ~ this minute | wont listen ~ scam | man on the phone is | man on the phone told |
    man on the phone wants | man on the phone ~ my | gave him my pin | gave him my card | gave him my password |
    gave him my details | gave him the code | gave him the pin | gave him the password | at the branch now ~ cash |
    at the branch now ~ withdraw | money as we speak | account as we speak | two minutes ago ~ scam |
    minutes ago to a | scammer ~ minutes ago | taking money out of ~ <now> | taking money out of my account as |
    are taking money out | someone is using my card | somebody is using my card | someone is using my account |
    someone is using my ~ right | remotely ~ <now> | being scammed right | being scammed now | think im being scammed |
    i am being scammed | im being scammed | is being scammed | he wants to send | she wants to send |
    wants to send ~ <scam> | wants me to send ~ money | wants me to send ~ gift | caller wants me to send |
    he wants me to send | is emptying my | is emptying her | is emptying his | scammer ~ right now |
    scammer ~ still on | scammer ~ just | hacker ~ right now | fraudster ~ right now | hacking me now |
    just gave them my | just gave ~ scammer | still on the phone with | <scam> ~ is in my | <scam> ~ are in my |
    <scam> ~ has access to my | scammers have access | scammer has access | <remote> ! <asking> <doer> |
    remote control of my | remote control ~ <device> | <doer> ~ remote control | <doer> ~~ share my screen |
    sharing my screen ! <asking> <doer> | shared my screen ! <asking> <doer> | sees my screen | can see my screen |
    <clicked> ~ <link> ~~ <typed> ~~ <secret> | <clicked> ~ <link> ~~ <now> | <now> ~ <clicked> ~ <link> |
    <typed> ~~ <secret> ~~ <link> | <link> ~~ <typed> ~~ <secret> | <handed> ~ <code> ~~ <now> ! <ours> |
    <now> ~ <handed> ~ <code> ! <ours> | <handed> ~ <code> ~ to ~ <scam> | <scam> ~~ <handed> ~ <code> |
    <money> ~ <leaving> ~~ <now> ! <standing> | <now> ~~ <money> ~ <leaving> ! <standing> |
    is logged into my <device> | logged into my computer | logged in to my computer | logged on to my computer |
    <money> ~ <leaving> my account ! <standing> | <money> ~ <leaving> the account ! <standing>
`;

/** Flags of a fraud that runs and of a life in danger, in English. */
export const DANGER_EN = {
  fraud_in_progress: guarded(RUNNING, '<past> <now>'),
  self_harm: `
    kill myself | killing myself | <meaning> ~ kill <self> | kill <self> if | kill <self> because | kill <self> over |
    end my life | ending my life | <meaning> ~ end ~ own life | end <whose> life | end it all | ended it all |
    <meaning> ~ end it ! <deal> <despair> | <meaning> ~ end things ! <deal> <despair> |
    end it ~ tonight ! <deal> <despair> | end things ~ tonight ! <deal> <despair> | <despair> ~~ end it ! <deal> |
    <despair> ~~ end things ! <deal> | take my own life | taking my own life |
    take <whose> own life ! <gone> <planning> | take my life ! <saving> | suicidal | suicide ! <gone> <planning> |
    dont want to live ! <place> | do not want to live ! <place> | dont want to be alive | do not want to be alive |
    no longer want to live ! <place> | not want to live ! <place> | dont want to be here anymore |
    dont want to be here any more | do not want to be here anymore | <not> want to wake up | never wake up ! <thing> |
    not wake up ! <thing> | not waking up tomorrow | rather be dead | better off dead | wish i was dead |
    wish i were dead | as well be dead ! <thing> | as well die ! <thing> | as well just die ! <thing> |
    be better dead | want to die | wanna die | <soul> ~ <meaning> ~ die ! <thing> | feel like dying |
    like i am dying ! <thing> | going to die by | no way out ~ <death> | way out ~~ <death> ! <thing> |
    no option ~ <death> ! <thing> | out of this life | leave this life | leave this world | done with this life |
    no reason to live | nothing to live for | reason to go on living | reason to keep living | no point in living |
    no point living | no point going on | cant go on living | cant go on anymore | cant go on any more |
    cant go on like this ~ life | hurt myself ! <mishap> | <meaning> ~ hurt <self> ! <mishap> | harm myself |
    <meaning> ~ harm <self> | self harm | <soul> ~ <meaning> ~ jump ! <figure> | <meaning> ~ jump off |
    <meaning> ~ jump from | jump off ~ <height> ! <gone> <planning> | jump from ~ <height> ! <gone> <planning> |
    hang <self> | jump tonight ! <figure> | <despair> ~~ <meaning> ~ jump ! <figure> | kms if | kms because | kms tonight |
    kill himself ! <gone> | kill herself ! <gone> | kill themselves ! <gone> | overdose ! <papers> | <meaning> ~ <took> pills ! <dose> |
    <meaning> ~ <took> ~ sleeping pill ! <dose> | threatening to ~ <took> ~ <pills> ! <dose> |
    <took> ~ <lots> ~ <pills> ! <dose> <despair> | <took> ~ <pills> ~~ <despair> | <despair> ~~ <took> ~ <pills> |
    <took> ~ <poison> | <meaning> ~ <took> ~ <poison> | <meaning> ~ <took> ~ all ~ <pills> | cut <whose> wrists |
    slit <whose> wrist | goodbye note | want it to end ~ life | done with life | give up on life | giving up on life |
    finish myself | <meaning> ~ finish <self> off | not be here tomorrow | wont be here tomorrow | world without me |
    <meaning> ~ kms | throw myself | throw himself | throw herself | swallow ~ pills ! <dose> <despair> |
    until im dead | until i am dead | all my pills ! <dose> <despair> | take my pills ! <dose> <despair> |
    make it easy for you | nobody will miss me | no one will miss me | nobody would miss me | no one would miss me |
    better without me | better off without me | decided to go tonight | my last message ! <quarrel> <despair> |
    this is goodbye ~~ <despair> | <despair> ~~ this is goodbye | this is goodbye ! <deal> <despair> |
    goodbye ~~ <despair> ! <deal> | <despair> ~~ goodbye ! <deal> | say goodbye to my ~ <dear> | goodbye world |
    not worth living | isnt worth living | life isnt worth | life is not worth | cant do life |
    dont see a reason to go on | reason to go on | dont see the point of living | see no point in living |
    dont see a point | no will to live | lost the will to live | lost my will to live | tired of living ! <place> |
    tired of being alive | sick of living ! <place> | want to disappear forever | want to sleep and never |
    sleep and not wake | sleep forever | stop existing ! <thing> | cease to exist ! <thing> | dont want to exist |
    no way out but | only way out is | top myself | do myself in | off myself | unalive | in front of a train |
    under a train | off a bridge ! <gone> <planning> | the bridge tonight | cutting myself ! <mishap> | drink bleach |
    gun to my head | put a bullet | shoot myself | starve myself | drown myself | gas myself | poison myself |
    <meaning> ~ <harming> <self> | suicide note | pills in front of me | cant take it anymore ~ pills |
    cant take it any more ~ pills | pills in my hand | pills ready | bottle of pills ! <gone> <planning> |
    got the pills | i have the pills | <being> ~ on the <high> ! <works> |
    <being> ~ on the ~ <high> ! <works> <despair> | <being> ~ on ~ ledge | <high> ~~ <meaning> ~ jump |
    <despair> ~~ on the <high> | on the <high> ~~ <despair> | if i die ~ on you | if i die ~ your fault |
    if i die tonight | my death ~ on you | death on your hands | blood on your hands | no point in carrying on |
    no point carrying on | no point in going on | bought ~ rope ! <works> |
    swallow <whose> ~ <pills> ! <dose> <despair> | all go together ! <deal> | end it together | finish it all |
    <meaning> ~ finish everything ! <deal> | written my note | wrote my note | written a note ~ goodbye |
    edge of the <height> | edge of a <height> | wish ~ never woken | wish ~ not woken | wish ~ never been born |
    wish ~ never born | only one way out | worth more dead | worth more to ~ dead | no longer want to be here |
    dont want to be in this world | take ~ kids with me | take ~ children with me | collect my body | find my body |
    bury me | my funeral ! <insured>
  `,
} satisfies Partial<LanguageCues['flags']>;
