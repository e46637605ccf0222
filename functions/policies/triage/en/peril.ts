import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Flags of threats and people who need care, in English. */
export const PERIL_EN = {
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
    tell ~ <media> | told ~ <media> | write to ~ <media> | writing to ~ <media> | post ~ <media> | posting ~ <media> |
    posted ~ <media> | put ~ on <media> | putting ~ <media> | share ~ on <media> | sharing ~ <media> |
    all over <media> | on <media> | to the <media> | the <media> will | <media> follower | <media> story |
    <media> next | name and shame | naming and shaming | expose you | expose this | exposing you | exposing this |
    make this viral | go viral | bad review everywhere | tell everyone online | leave ~ review | one star review |
    1 star review | post this online | posting this online | posting ~ online | post ~ online | post the video |
    post the recording | upload the | uploading the | publish ~ story | publish ~ recording | my follower |
    spread the word online | let the world know | everyone will know | i am a journalist | im a journalist |
    im a reporter | talk to a journalist | spoken to a journalist | youtube video | screenshots online |
    <media> contacted | in touch with <media> | speaking to <media> | spoke to <media> | talking to <media> |
    been in touch with ~ <media> | filmed it | filmed this | filmed ~ for | recorded it for | whole feed |
    followers will | my followers | k followers | subscribers will | to my blog | my channel | on my page |
    on every review | every review site | review site | reviews everywhere | screenshots on | post these | post your |
    posting your | make sure everyone knows | people will know | public know | tell the public | warn everyone |
    warn others | warn people | filmed ~ <media> | recorded ~ <media> | story to <media> | video ~ <media> |
    tip off ~ <media> | tipped off ~ <media> | my <other> ~ is a journalist | my <other> ~ is a reporter |
    is a journalist and | journalist ~ writing | journalist ~ write
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
    mum died | mom died | dad died | son died | daughter died | just died | bereaved | bereavement | widow | widower |
    funeral | probate | the estate of | deceased | late husband | late wife | late mother | late father | my late |
    loss of my husband | loss of my wife | lost my husband | lost my wife | lost my mother | lost my father |
    lost my mum | lost my mom | lost my dad | lost my son | lost my daughter | death of my | death of her |
    death of his | suddenly died | cannot read or write | cant read or write | cant read | cannot read | illiterate |
    dont read english | power of attorney | carer for | caretaker for | her carer | his carer | im a carer |
    domestic abuse | domestic violence | abusive ex | abusive husband | abusive partner | disability benefit |
    food bank | universal credit | cant feed | cannot feed | pregnant | newborn | premature baby | single mother |
    single mom | single mum | nursing home | care home | sick child | ill child | pacemaker | stroke survivor |
    refugee | recovering from | gambling addict | gambling addiction | rehab | in a shelter | womens refuge |
    only has # month to live | <kin> is at your | <kin> is at the | my <kin> ~ scam | my <kin> ~ wired |
    <kin> ~ savings ~ scam | <kin> ~ withdraw | registered blind | sight impaired | on sick leave unpaid |
    maternity leave ~ hardship | my disabled | memory loss | confused and | gets confused | cannot walk | cant walk |
    broken hip | broke my hip | car accident | serious accident | brain damage | in a coma | baby is in | our baby |
    premature | nicu | miscarriage | stillborn | my late husband | my late wife | widowed | orphan | nearly # and |
    in her eighties | in his eighties | in her seventies | in his seventies | in her nineties | in his nineties |
    octogenarian | great grandmother | old age | aged mother | aged father | aging mother | elderly neighbor |
    elderly neighbour | suicidal son | cant use a computer | doesnt use a computer | no internet at her age |
    doesnt speak english | does not speak english | no english | tumors | stage 4 | stage four | multiple surgeries |
    hospital bed | hospital stay | just out of hospital | burn victim | rape | trafficked | asylum | im vulnerable |
    i am vulnerable | vulnerable customer | vulnerable person | vulnerable adult | frail mother | frail father |
    frail elderly | very frail | kidney disease | kidney transplant | on oxygen | seizures | homeless now |
    im homeless | ageing parents | ageing mother | no <aid> | without <aid> | without a <aid> | <not> any <aid> |
    i am #60 ! <unit> | im #60 ! <unit> | died by suicide | committed suicide | lost ~ to suicide | my <other> ~ died |
    my <other> ~ suicide
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
