import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';
import { CONDUCT_EN } from './conduct.ts';
import { DANGER_EN } from './danger.ts';
import { DANGER_GROUPS_EN } from './danger-groups.ts';
import { DEALINGS_EN } from './dealings.ts';
import { GROUPS_EN } from './groups.ts';
import { LENDING_EN } from './lending.ts';
import { PERIL_EN } from './peril.ts';
import { TONES_EN } from './tones.ts';

/** English. Apostrophes are left out (`dont`); one form of a regular word stands for all its endings. */
export const TRIAGE_EN: LanguageCues = {
  lang: 'en',
  groups: { ...GROUPS_EN, ...DANGER_GROUPS_EN },
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
    bank holiday | jump ship | jump through | jump the queue | jump to conclusion | jump to the | jump on the |
    jump at the | jump into | jump on a | hang up | hung up | hang on | hang around | suicide squad | suicide mission |
    suicide door | suicide burnout | is suicide for | are suicide for | be suicide for | was suicide for | financial suicide | career suicide | commercial suicide |
    business suicide | kill for | killing it | dead line | dead end | dying to | thanks for nothing | dead slow | wrong number of | fraud check
  `,
  tones: TONES_EN,
  flags: { ...DANGER_EN, ...PERIL_EN, ...CONDUCT_EN },
  matters: { ...LENDING_EN, ...DEALINGS_EN },
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
      payment ~ not arrived | payment ~ never arrived | transfer ~~ <missing> | wire ~~ <missing> |
      <debited> ~~ <missing> | <payee> ~ <missing>
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
