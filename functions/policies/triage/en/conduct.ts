import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Flags of what the bank or its collectors did, and of who else is concerned, in English. */
export const CONDUCT_EN = {
  harassment: `
    harass | abused me | verbally abuse | verbal abuse | swore at ! <staff> <collectors> | sworn at | swear at |
    swearing | curse at | cursed at | cussed | cursing | yelled at ! <staff> <collectors> |
    yell at ! <staff> <collectors> | yelling ! <staff> <collectors> | screamed at ! <staff> <collectors> |
    shouted at ! <staff> <collectors> | shouting ! <staff> <collectors> | call me names ! <staff> <collectors> |
    called me a | called me names | calling me a | bully | bullied | bullying | intimidat | threatened to |
    threatened me | threatening me | threatening call | threatening text | threatening message | threatening letter |
    threatens me | threaten me | threaten to | threats | threat of arrest | arrest me | have me arrested |
    would be arrested | will be arrested | get me arrested | throw me in prison | go to prison | send the police |
    police to my | sheriff to my | come to my house and | coming to my house | come to my home | turned up at my |
    showed up at my | came to my house | came to my door | at my doorstep | nonstop | non stop | relentless |
    constant call | constantly <call> | constant <call> | call constantly | bombard | blowing up my phone | flood my |
    flooding my | barrage | hounding | hounded | pester | torment | terroris | terroriz | <many> <call> a day |
    <many> <call> per day | <many> <call> every day | <many> <call> each day | <many> time a day |
    <many> time per day | <many> time every day | <many> time each day | <many> time daily | # time today |
    <call> ~ <many> time a | <many> <call> today | <many> missed call | <many> <call> in one day |
    <many> <call> in a day | <many> <call> ~ before | every hour | every # minute | every ten minute |
    every few minute | hourly <call> | <call> all day | <call> day and night | day and night | all hours |
    at all hours | all day long | <call> ~ every single day | every single day ~ <call> | <call> every day |
    <call> me every day | <call> daily | around the clock | in the middle of the night | middle of the night |
    at midnight | # am ~ <call> | <call> ~ at # am | <call> ~ # at night | <call> ~ before 8 | <call> ~ at night |
    <call> ~ at 6 | late night call | <call> ~ 6am | <call> ~ 7am | <call> ~ 11pm | at 6am | at 7am | at 5am |
    at 11pm | at 10pm | at 6 am | at 11 pm | before 7am | after 10pm | on christmas day | repeatedly <call> |
    <call> me repeatedly | <call> repeatedly | over and over ~ <call> | wont stop <call> | will not stop <call> |
    never stop <call> | dont stop <call> | keep <call> me at work | deadbeat | loser | scumbag | blackmail | extort |
    foul language | profanit | obscene | laughed at me ! <staff> <collectors> | mocked me ! <staff> <collectors> |
    mocking | sneered ! <staff> <collectors> | come round to | coming round to | come round and | make my life hell |
    life a misery | living hell | <many> missed calls | # missed | missed calls | voicemails at | voicemail at # |
    at # in the morning | at 5 in the | at 6 in the | before breakfast | late at night ~ <call> | in one morning |
    in one afternoon | back to back | one after another | <call> nonstop | <call> non stop | wont leave me alone |
    will not leave me alone | cant answer my own phone | scared to answer | afraid to answer | afraid to pick up |
    turn my phone off | phone never stops | phone doesnt stop | phone hasnt stopped | phone rings all |
    ringing off the hook | phone is ringing | take my telly | take my tv | take my car away | take my house |
    take my kids | take my children | knock my door | kick my door | banging on | bang on my door | outside my house |
    following me | followed me home | vulgar | vile | hostile ! <staff> <collectors> | belittl | demean | degrad |
    scare tactic | scaring me | scared me | terrified | frighten | extortion | thug | goon | gangster | mafia |
    called me stupid ! <staff> <collectors> | called me a thief | called me a liar | called me a criminal | thief and |
    piece of trash | lowlife | scum | abusive call | abusive text | abusive message | abusive voicemail |
    abusive agent | abusive collector | abusive staff ! <staff> <collectors> | been abusive | were abusive |
    was abusive | insulted me ! <staff> <collectors> | insulting | insults | jail ~ if | to jail | put me in jail |
    racist remark | racial slur | racist abuse | racist comment | humiliated me ! <staff> <collectors> |
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
    asked my <other> | ask my <other> | demand ~ from my <other> | wrote to my <other> | <you> sent ~ to my <other> |
    <writing> sent to my <other> | <writing> ~~ sent to my <other> | left ~ with my <other> | left ~ my <other> |
    voicemail ~ with my <other> | message with my <other> | embarrassed me in front of | in front of my <other> |
    know about my debt | knows about my debt | knows about my loan | now knows i owe | knows i owe | know i owe |
    to other people about my debt | told other people | told people i owe | told everyone | third party disclosure |
    third parties about my | contacted third parties | discuss my debt with | discussed my debt | discussed my loan |
    discuss my loan with | discuss my account with | discussed my account | discussing my loan | discussing my debt |
    every number in my phone | everyone in my phone | everyone in my contacts | my contact list | my contacts list |
    all my contacts | people in my contacts | numbers in my phone | my phonebook | my phone book | my reference |
    my references | my emergency contact | only an emergency contact | just an emergency contact |
    listed as a reference | as my reference | <call> my ~ <kin> | rang my ~ <kin> | told her i was | told him i was |
    told them i was | told her about my | told him about my | told them about my | told her that i | told him that i |
    told her how much | told him how much | <debt> ~ to her | <debt> ~ to him | <debt> ~ to them | read out my |
    my arrears to | my debt to | told my ~ <other> | a colleague picked up | my colleague answered | my wife answered |
    my husband answered | left ~ message ~ with my <other> | spoke ~ to my <other> | talked ~ about my debt |
    spoke to someone else about | posting on my facebook | messaged my friends | messaged my <other> |
    letters to my <other> | letter to my <other> | visited my <other> | went to my <other> | turned up at my <other> |
    turned up at work | came to my work | called at my work and told | office about my | everybody at work |
    everyone at work | the whole office | the whole street | neighbours know | neighbors know | my kids answered |
    asked my kids | <you> ~ <call> my ~ <other> | my <other> ~~ told her ! <itold> | my <other> ~~ told him ! <itold> |
    my <other> ~~ told them ! <itold> | my <other> ~~ tell her ! <itold> | my <other> ~~ tell him ! <itold> |
    <call> ~ my <other> ~~ <owes> ! <itold>
  `,
  false_overdue: `
    <not> <late> | <not> a day late | never been late | never missed | never been behind | <not> behind | never late |
    have not missed | havent missed | didnt miss | did not miss | not missed | not past due | isnt past due |
    isnt late | wasnt late | isnt overdue | not overdue | is not overdue | isnt mine ! <codes> <dues> |
    is not mine ! <codes> <dues> | not mine ! <codes> <dues> | not my debt | not my loan | not my account |
    never was mine | never mine | never had this debt | never had a loan | never had an account |
    never took this loan | never borrowed | never owed | dont owe | do not owe | didnt owe | did not owe |
    owe nothing | owe you nothing | owed nothing | i owe zero | owe no money | owes nothing | doesnt owe |
    does not owe | dont have a loan | do not have a loan | dont have any loan | dont recognise this debt |
    dont recognize this debt | do not recognize this debt | debt ~ <not> mine | debt ~ <not> owe | not owed |
    debt not owed | isnt owed | already paid ! <twice> <dues> | already settled | already cleared | already payed |
    <owing> <cleared> | debt ~ <cleared> | loan ~ <cleared> | was paid off | paid it off | paid this off |
    paid that off | paid them off | paid in full | fully paid | paid the full | paid everything ! <twice> <dues> |
    paid up | paid up to date | all paid | i paid ~~ <late> | paid last week | paid yesterday | paid on time |
    paid ~ on time | payment on time | payment was on time | autopay went ! <twice> <dues> |
    autopay was ! <twice> <dues> | autopay took ! <twice> <dues> | <taken> ~~ <dun> | <dun> ~~ <taken> |
    <taken> ~~ <claim> ~ <due> | <debited> ~~ <dun> | <dun> ~~ <debited> | <debited> ~~ <claim> ~ <due> |
    settled ~ ago | <claim> ~~ <due> ~~ <amiss> | <amiss> ~~ <claim> ~~ <due> | on time ~~ <claim> ~~ <due> |
    <claim> ~~ <due> ~~ on time | overdue amount ~ <amiss> | amount overdue ~ <amiss> | arrears figure ~ <amiss> |
    balance you <claim> ~ <amiss> | amount you <claim> ~ <amiss> | you <claim> ~ i owe ~ <amiss> | settled last |
    settled in full | cleared last | cleared ~ ago | cleared it | cleared in full | loan is closed |
    account was closed ~ <late> | loan was closed | balance was zero | balance is zero | zero balance |
    balance of zero | $0 balance | my balance is 0 | nothing outstanding | nothing is owed | nothing due |
    not due until | isnt due until | not due yet | isnt due yet | false overdue | falsely claim | false claim that i |
    wrong overdue | wrongly marked | wrongly flagged | marked as late | flagged as late | says im late | say im late |
    saying im late | saying i am late | says i am late | claim im late | claiming im late | claims i owe |
    claim i owe | claiming i owe | say i owe | says i owe | saying i owe | say ~ i owe | demanding money i |
    demand ~ i dont owe | past due notice | overdue notice is wrong | im current | i am current | account is current |
    is up to date | are up to date | im up to date | im not behind | discharged in bankruptcy | bankruptcy discharged |
    already discharged | was discharged | statute of limitations | paid receipt | have the receipt |
    have proof of payment | proof of payment | here is the receipt | bank confirms payment | receipt ~ paid |
    <paid> ~~ reminder | <paid> ~~ <late> | <paid> ~~ chasing | <paid> ~~ late notice | <paid> ~~ collections |
    <paid> ~~ collection | <paid> ~~ notice | <paid> ~~ demand | chasing ~~ <paid> | chasing ~ for a debt i |
    reminder ~~ <paid> | late notice ~~ <paid> | collections ~~ <paid> | belongs to my ex | belongs to my |
    not responsible for this debt | not responsible for the debt | removed from the loan | taken off the loan |
    not liable | never missed a | never missed one | never missed any | never been overdue | never overdue |
    never had a late | never paid late | always paid on time | always pay on time | every payment on time |
    not a penny | dont owe a penny | owe a penny | dont owe you | nothing to pay | no debt with | i have no debt |
    have no loan | no loan with | no outstanding | nothing owing | account is clear | account was clear |
    account is at zero | finished paying | chasing a loan | chasing me for a | chasing me for money |
    billing me for a debt | debt i already | loan i already | already sent ~ payment | wrong amount owed |
    not in arrears | arent in arrears | no arrears | should not be in collections | in collections by mistake |
    collections by mistake | reminder ~ by mistake | reminder by mistake | your mistake not mine |
    you lost my payment and | error on your side ~ late | duplicate bill | billed again | <paid> ~~ still ~ <late> |
    paid ~~ still send | paid ~~ still ask | paid ~~ still ~ owe | paid ~~ still ~ calling | telling me i missed |
    say i missed a payment | says i missed a payment | claim i missed | saying i missed | insurance already settled |
    insurance already paid | took the money ~~ overdue | took the payment ~~ overdue | took the money ~~ late |
    took my payment ~~ late | paid off in ~~ late | paid off ~~ late payment | paid off ~~ still call
  `,
  wrong_contact: `
    wrong number ! <spent> <accusing> | wrong person ! <spent> <accusing> | wrong phone |
    wrong guy ! <spent> <accusing> | wrong man ! <spent> <accusing> | wrong woman ! <spent> <accusing> |
    wrong contact | got the wrong <gender> | got the wrong <line> | got the wrong house | got the wrong family |
    have the wrong <gender> | have the wrong <line> | have the wrong house | have the wrong family |
    not the person ! <spent> <accusing> | im not the person | not who you | isnt who you | im not <name> |
    i am not <name> | this isnt <name> | this is not <name> | not <name> phone | isnt <name> phone |
    this isnt ~ <line> ! <working> | that isnt ~ <line> ! <working> | it isnt ~ <line> ! <working> |
    isnt <whose> <line> ! <working> | isnt <name> <line> | isnt ~ number ! <spent> <accusing> ! <matterless> |
    is not ~ number ! <spent> <accusing> ! <matterless> | is not <whose> <line> | this is not ~ <line> ! <working> |
    was never <whose> <line> | not <whose> <line> | not his number | not her number | not their number |
    number now belongs | number belongs to me | belongs to someone else | new owner of this number |
    new owner of this phone | new number ! <update> | got this number | had this number | just got this number |
    recycled number | changed hands | previous owner | old owner | former owner | no longer ~ number |
    no longer her number | no longer his number | no one by that name | nobody by that name |
    nobody called <name> ! <talked> | nobody called ~ lives | no one called <name> ! <talked> | no one called ~ lives |
    no one called ~ here | nobody named | no one named | dont know ~ person ! <spent> <accusing> ! <matterless> |
    dont know who that is | dont know who this is | dont know him ! <spent> <accusing> |
    dont know her ! <spent> <accusing> | do not know him | do not know her | dont know this person |
    never heard of ! <spent> <accusing> | dont know any <name> | dont know anyone | dont know a ! <matterless> |
    gave you my number | gave my number | used my number | put my number | put down my number | wrote my number |
    listed my number | has my number | mistaken identity | mixed me up | looking for someone | you are looking for |
    youre looking for | meant for someone else | for someone else | arent for me | not for me | not meant for me |
    someone elses messages | for the previous | dont bank with you | do not bank with you | not a customer |
    im not a customer | not your customer | never been a customer | dont have an account with |
    do not have an account with | never had an account with | different person ! <talked> | same name |
    confusing me with | confused me with | someone with the same | no <name> at this number |
    there is no ~ at this number | theres no ~ at this number | there is no <name> here | theres no <name> here |
    no <name> here | nobody called ~ here | somebody called | someone called <name> | for somebody called |
    for someone called | for somebody named | for someone named | addressed to someone | not a client of yours |
    not a client | not one of your customers | never banked with you | dont even bank with | not with your bank |
    never been with your bank | who is <name> | who on earth is | i dont know a <name> | dont know anyone called |
    dont know anybody called | dont know anyone named | dont know any ! <matterless> | no idea who <name> is |
    no idea who that is | codes for somebody | codes for someone | messages meant for | texts meant for |
    calls meant for | calls for someone | calls for somebody | texts for somebody | messages for somebody |
    getting someone elses | getting somebody elses | getting calls for | getting texts for | got the number |
    inherited this number | number used to belong | used to belong to | previous tenant | doesnt live here |
    does not live here | no longer lives here | moved out | meant for a | meant for <name> | meant for ~ <named> |
    for a <gender> <named> | for some <gender> <named> | for another <gender> | for a different <gender> |
    no <gender> <named> | belongs to somebody else | phone belonged to | number belonged to
  `,
  stop_contact: `
    stop <call> | stop the <call> | stop these <call> | stop ~ <call> me | stop all <call> |
    stop sending ! <ceased> <pestering> | stop ~ sending me ! <ceased> <pestering> | stop bothering | stop harass |
    stop pester | stop contacting | stop spam | quit <call> | quit sending | quit bothering | quit harass |
    dont <call> | do not <call> | dont ever <call> | never <call> me | never <call> this | never <call> here |
    never <call> us | never again <call> | never contact | dont contact | do not contact | dont <call> me |
    dont <call> here | dont send me | do not send me | no more <call> | no further <call> | no more email |
    no more offers | no more mail | dont want ~ <call> | do not want ~ <call> | dont want any more |
    do not want any more | dont want to hear | not want to be contacted | dont want to receive |
    do not want to receive | dont want these | opt out | opted out | opting out | optout | opt me out | unsubscribe |
    take me off | remove me | remove my number | remove my phone | remove ~ from your list |
    remove ~ from your system | delete my number | lose my number | off your list | off your ~ list | off the list |
    do not call list | do not call | leave me alone | leave us alone | cease contact | cease communication |
    cease all | cease and desist <call> | cease <call> | cease and desist | withdraw my consent | revoke consent |
    revoke my consent | in writing only | only in writing | only contact me in writing | put everything in writing |
    contact me by mail only | only by mail | block your number | replied stop | texted stop | sent stop | said stop |
    text stop | wont stop <call> | asked you to stop | told you to stop | told them to stop | asked them to stop |
    stop it with the <call> | letters only | letter only | mail only | email only | write to me only |
    enough ~ voicemail | enough with the <call> | no more texts | no more messages | no more emails | no more letters |
    quit ringing | quit phoning | quit messaging | quit emailing | stop ringing | stop phoning | stop messaging |
    stop emailing | stop pestering | stop bombarding | stop mailing | please remove me | delete me from |
    strike me off | strike my number | scrub my number | block my number from | dont ring me | do not ring me |
    dont phone | do not phone | dont message | do not message | dont text | do not text | dont email | do not email |
    dont mail | dont want your <call> | dont want your offers | do not want your | not interested in your offers |
    not interested stop | no interest stop | want no further | no further contact | no contact from you |
    never want to hear from you | dont contact us | stop contacting us | leave my phone alone
  `,
  data_breach: `
    leak | leaked | leaking | data breach | breach of data | breach of privacy | breach of my privacy |
    breach of confidentiality | privacy breach | privacy violation | gdpr breach | hacked database |
    sold my information | sold my details | selling my data | selling my information | selling my details |
    sell my information | shared my details | shared my information | sharing my information | passed my details |
    passed my data | passed on my details | passed my number | gave my details | gave my information | gave out my |
    gave my address | gave ~ access to my account | disclosed my | discloses my | disclosed ~ information |
    disclosed ~ details | exposed my | exposes my | exposed ~ data | exposed ~ information | someone elses statement |
    somebody elses statement | someone elses account | another customers | another customer | other peoples |
    other persons | someone else s ~ <paper> | someone elses ~ <paper> | somebody elses ~ <paper> | another persons |
    another clients | wrong customer | stranger ~ account | to strangers | to the wrong address |
    to the wrong person ! <spent> <accusing> | to my old address | wrong envelope | emailed ~ to the wrong |
    sent ~ to the wrong address | sent my statement to | mailed my statement | sent my details | sent my documents |
    emailed my account | emailed my | my statement to | personal data was | data was stolen | my data was |
    my data is out | data out there | my details are on | my details are out | found my details |
    found my information | on the dark web | dark web | told ~ my balance | told ~ my salary | told ~ how much i have |
    told ~ what i have | looked at my account | looked up my account | snooping | looked into my account |
    accessed my account details | accessed my records | employee accessed | my account details to |
    my personal information to | my personal details to | my private information | see his account | see her account |
    saw another | can see ~ transactions of | can see another | lost my documents | customer list | client list |
    how do they know | how did they get my | where did they get my | know my balance | knows my balance |
    scammers know | scammers call me by name | posted my ~ group chat | group chat ~ my | my balance in a |
    posted my balance | somebody elses name | someone elses name | someone elses details | another persons details |
    another mans | another womans | another familys | other peoples accounts | other peoples data |
    other peoples names | wrong persons | someone elses letter | somebody elses letter | someone elses card |
    somebody elses card | someone elses mail | cc all | cced everyone | everyone on the email |
    everybody on the email | visible to everyone | visible to others | visible to other | left my documents |
    left my file | found my file | documents in the bin | in the trash | in a skip | laptop stolen ~ data |
    told my ex ~ balance | told my ex ~ account | told my ex wife my | my salary to | my transactions to |
    my address to | my new address to | gave my ex | gave my husband access | gave my wife access |
    without authorisation looked | peeked | gossip | accessing my account without | to a stranger |
    <you> shared my data | you sold my data | sell my data | have sold my data | sold my data | been sharing my data |
    shared my data without | a stranger has my | stranger got my | stranger received my | a stranger my |
    other customers details | other customers data | other customers information | other customers names |
    other customers accounts | confidential information ~ to | other customers statements | other customers statement |
    customers statements in | other peoples statements | somebody elses statement in | another customers letter |
    other customers letters
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
} satisfies Partial<LanguageCues['flags']>;
