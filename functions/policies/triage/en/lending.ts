import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Matters of debts, credit records, fraud and fees, in English. */
export const LENDING_EN = {
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
      someone named ~ | for someone named | <claim> ~~ <due> ~~ <amiss> | on time ~~ <claim> ~~ <due> |
      overdue amount ~ <amiss> | amount overdue ~ <amiss> | balance you <claim> ~ <amiss> | amount you <claim> ~ <amiss>
    `,
  },
  collection_conduct: {
    topic: `
      collector | collection agent | debt collector | collections department | agency | recovery agent | bailiff |
      repossess | threat | missed call | voicemail | your guy | your agent | agent | at work | workplace |
      colleague | laughed | come round | telly | scare | call me | calls | caller
    `,
    sure: `
      collector | debt collector | collection agency | <call> me at work | <call> my work | harass | harassing call |
      harassing | fdcpa | validation | cease and desist | bailiff | repo | repossess | repossessed my | repossession |
      garnish | <call> ~ a day | third party disclosure | <call> my <other> | told my <other> ! <holding> <owes> |
      emergency contact | threatened to sue | suing me | sue me | take me to court | arrest | missed calls |
      voicemails | read out my | told her i was in debt | told him i was in debt | in debt | calls to my workplace |
      called my workplace | come round to take | take my telly | letters only | told you in writing not to |
      not to call me at
    `,
    wrong: `
      harass | swore at | abusive | threaten | <many> ~ <call> ~ a day | <many> time a day | <call> nonstop | nonstop |
      told my <other> ~ <debt> ! <holding> <owes> | told ~ how much i owe | how much i owe | discuss my loan |
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
      laid off | redundant | unemployed | cant make ~ payment | cannot make ~ payment | cant afford | cannot afford |
      cant pay | cannot pay | unable to pay | unable to make | cant keep up | pay half | push ~ payment |
      more time to pay | lower ~ payment | lower the instalment | lower my payment | reduce ~ payment |
      reduce my monthly | reduced payment | smaller payment | pay ~ later | pay ~ payday | pay on payday |
      when i get paid | settlement offer | settle for | spread the | skip ~ payment | skip a month | pause ~ payment |
      short this month | struggling | fell behind | income based | income driven | lost income | hours cut | furlough |
      freeze the interest | freeze interest | restructure | refinance my debt | consolidat | foreclosure | short sale |
      bankruptcy | debt relief | payment extension | interest only | catch up on ~ payment | medical bills piled |
      out of work | shop had to close | business closed | business failed | hours got cut | off work | unpaid leave |
      sick leave | sick pay | between contracts | between jobs | miss one | before i miss | loan wait | wait a bit |
      be paused | pause the loan | payment pause | you agreed to # | agreed to # a month | payment deferral |
      keep up with | cant cover | cannot cover | cover this month | next payday | in two parts | two instalments |
      skip this month | catch up | lower instalments | reduce the instalment | extra time | breathing space |
      debt management | iva | freeze my payments | cant cope | cant work | talk about my loan payments |
      talk about my payments | <plight> | <mayi> ~ <ease>
    `,
    wrong: `
      refuse ~ arrangement | refuse ~ plan | denied ~ modification | modification ~ denied | asked for a hardship |
      hardship plan ~ ago | wont work with me | will not work with me | no help with payments |
      wont accept ~ payment plan | wont accept ~ less | refuse ~ settlement | went back on ~ plan | cancelled my plan |
      plan was cancelled | wont lower | refuse to lower | you agreed to # | agreed to # a month | took the full |
      forbearance ~ no decision | no decision | asked for forbearance | refused my plan | plan ~ not honoured |
      plan ~ ignored | cant work ~~ <instal> | can we talk ~~ payment | cant cope ~ debt | cant cope ~ loan
    `,
  },
  credit_record: {
    topic: `
      credit | score | bureau | report | inquiry | tradeline | file | searches | search | rating | default |
      dispute | cfpb
    `,
    sure: `
      credit report | credit file | credit record | credit bureau | credit score | credit history | credit reference |
      credit rating | equifax | experian | transunion | hard inquiry | hard pull | hard search | inquiry on my |
      inquiries | tradeline | trade line | charge off | charged off | charge offs | fcra | section 609 | 15 usc 1681 |
      derogatory | fico | credit reporting | default marker | ccj | negative mark | negative item | on my credit |
      my credit | disputed ~ bureau | late payment ~ report | shows a default | searches appear | on my report |
      my report | my file | my file shows | checking my score | affect my rating | affect my score | my score |
      default for an account | score | dispute ignored | past 30 days | credit check | soft search | credit agencies |
      bureaus | reporting a debt | being reported | account reporting | accounts reporting | accounts are reporting |
      reporting negatively | be on credit | checked my report | late payments reflected | reflect on my account |
      my account ~ reflect | my account accordingly | reporting mistake | report incorrect | cibil | noc |
      credit information report
    `,
    wrong: `
      report ~ charged off | inaccurate | incorrect ~ report | wrong ~ report | error on my credit | fix my credit |
      late ~ on my credit | never happened ~ credit | remove ~ from my credit | still report | still reporting |
      still showing on my | reported ~ to ~ bureau | hurt my credit | ruined my credit | damage ~ credit |
      dropped my score | score dropped | disputed this | verify it every time | re aging | reaged |
      duplicate ~ report | does not belong to me | dont belong to me | unauthorized inquiry |
      without my permission ~ credit | credit ~ without my permission | adverse information | shows a default |
      file shows | searches appear | dispute ignored | ignored past 30 days | disputed ~ ignored | score fell |
      score went down | tanked my score | wrong default | default ~ closed | cibil ~ still | cibil ~ wrong |
      still shows ~ loan ~ open | shows ~ as open
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
      dont recognise ~ charge | dont recognize ~ charge | dont recognize ~ transaction | dont recognise ~ transaction |
      do not recognize | denied my ~ claim | denied ~ fraud claim | refuse ~ refund ~ fraud | refund the fraud |
      fell for | was tricked | tricked into | conned | wired my saving | ignored every red flag | red flag |
      no reimbursement | reimburse | hacked account | account was hacked | money gone | was drained | got drained |
      drained my | emptied | cleaned out | stolen from my account | taken from my account without |
      withdrawn without my | without my authorization | without my authorisation | gift card | card is in my wallet |
      still have my card | in another state | in another country | from overseas i | opened in my name | in my name |
      card somebody opened | loan ~ using my | loan was taken out | account ~ someone opened | woke up to |
      city ive never | never visited | never been to | rides in | vanished after i paid | my own fault | lost # to |
      took out ~ pretending to be | spent on my card | used in a city | purchases in | purchases i never |
      payments i never | transactions i never | withdrawals i never | withdrawal i didnt | never authorised |
      never authorized | transfers keep leaving | <stranger> ~ <tookit> ~ my | <stranger> ~ <tookit> ~ card |
      gone from my account | <spent> ~~ never heard of | someone ~ from my account | somebody ~ from my account
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
      fee after | overdraft fee of | overdraft fees | free account | told it was free | fee you promised | double fee |
      fee twice | compounding | paid ~ late fee | just for having an account | since when | compound interest on |
      interest on a fee | gone overdrawn | $ every month | charge every month | slapped with | minimum balance charge |
      minimum balance fee | minimum balance penalty | balance charges deducted
    `,
  },
} satisfies Partial<LanguageCues['matters']>;
