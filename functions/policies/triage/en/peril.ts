import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Flags of danger, threats and people who need care, in English. */
export const PERIL_EN = {
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
} satisfies Partial<LanguageCues['flags']>;
