import type { LanguageCues } from '#domain/complaint/triage/text/words.ts';

/** Matters of payments, accounts and service, in English. */
export const DEALINGS_EN = {
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
      never arrived | hasnt arrived | not arrived | not received ~ transfer | where is my transfer | didnt dispense |
      did not dispense | not dispense | no cash came | swallowed | ate my card | atm ~ debited | counted # instead |
      machine counted | direct deposit ~ late | deposit is late | hold on my check | hold on my cheque |
      hold on my deposit | hold on ~ cheque | hold on ~ check | day hold | holding my deposit | went out twice |
      paid twice by | sent twice | returned my payment | bounced | payment bounced | three weeks for a |
      transfer ~ money left | payment stuck | stuck in transit | stuck pending | rejected my transfer |
      transfer was rejected | check has not cleared | deposit ~ not credited | not credited to my account |
      double payment | hasnt got it | still hasnt got | kept my deposit | machine kept | shows nothing |
      returned it to sender | sent ~ hasnt | sent ~ still | not reached | hasnt reached | never reached |
      money ~ limbo | in limbo | vanished in transit | payment ~ vanished | transfer ~ vanished |
      transfer ~~ <missing> | wire ~~ <missing> | <debited> ~~ <missing> | <payee> ~ <missing> |
      <blocked> my own transfer | <blocked> my transfer | <blocked> my own payment | <blocked> my payment ! <owes>
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
      account frozen | froze my | frozen account | freeze on my account | account restricted | restricted my account |
      restriction | password | passcode | reset | login | log in | sign in | signing in | login code |
      verification code | security code | two factor | otp | one time code | joint account | change my address |
      change of address | update my address | update my details | change my phone number | changed my phone |
      new phone | change my name | activate my | activate ~ card | new card | new debit card | replacement card |
      card arrive | card arrived | card delivery | debit card ~ ordered | my pin | card is blocked | card blocked |
      unblock | unlock my account | verify my identity | identity verification | prove my identity | proof of address |
      documents do i need | probate | release his account | release her account | power of attorney | account access |
      access to my account | access my account | dormant | inactive account | minimum balance ! <feeword> |
      account limit | locked my account | holding my funds | holding my money | holding my paycheck | holding my |
      withhold my | holding ~ hostage | top up ~ verify | statement copy | direct me to ~ account | account statement |
      passbook | branch with forms | locked out for | replacement pin | joint one | open a joint | both of us |
      snapped in half | card snapped | get another | another card | move the account | late husband | late wife |
      new login | picture code | captcha | release my money | release the money | release my funds | unfreeze |
      bereavement team | change my pin | forgotten pin | id check | selfie | face recognition | app registration |
      register for online | update my name | marriage certificate | deed poll | account upgrade | child account
    `,
    wrong: `
      closed my account | closed my savings | closed my checking | account ~ closed without | froze my account |
      account was frozen | locked my account | account is locked and | blocked my account | holding my funds |
      holding my paycheck | holding my money | wont release my | wont let me close | wont close my | refuse to close |
      refuse ~ open | wont open | still cant change | cant change my address | never got my ~ card |
      never received my ~ card | card never arrived | card still hasnt | card hasnt arrived | blocked my card |
      same ~ papers | keep asking for ~ papers | keep asking for ~ document | only branch | stairs | locked out for |
      replacement pin went | wont move the account | still write to my late | release my money |
      wants me to read a picture | read a picture code | account ~ blocked for | accounts were all migrated |
      keeps asking for id | rejected my id | wont accept my id | suspected fraud ~ <blocked> |
      suspicious activity ~ <blocked> | <blocked> ~ suspicious activity | <blocked> ~ suspected
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
      refused because | turned me away | application vanished | lost my application | lost my documents ~ application |
      keep asking for documents | declined because | denied because | denied again | declined again | rejected again |
      refused because of
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
      overpay ~ hasnt | payoff letter ~ not | wont send the payoff | <instal> ~ <twice> | <twice> ~ <instal> |
      applied it to interest | applied ~ to interest | extra ~ principal
    `,
  },
  sales_terms: {
    topic: `
      offer | bonus | promotion | terms | contract | insurance | fund | invest | advert | product | adviser | advisor |
      reward | points | policy | cover | life cover | fixed | introductory | told | promised | sold | bond | opening |
      flog | sell | stock | stocks and shares | savings plan
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
      kind to my | the lady at | answer the phone | answers the phone | pick up the phone | to answer |
      disabled access | wheelchair access
    `,
    wrong: `
      on hold for | hung up on me | hung up | rude | rolled her eyes | rolled his eyes | unhelpful | attitude |
      ignored me | ignored my | ignoring me | nobody answers | no one answers | nobody picks up | never answer |
      never call back | never called back | no one calls back | nobody called back | not one reply | no reply |
      emailed ~ time | down since | is down | has been down | app crash | crashes | app ~ logs me out | logs me out |
      app ~ not work | app doesnt | app wont | website ~ down | website ~ not work | site ~ error |
      closed at ~ with no | branch closed | closed early | terrible service | bad service | poor service |
      worst service | awful service | goes in circles | no way to reach | cant reach anyone | cannot reach |
      waited ~ hour | waited ~ minute | waited for ~ appointment | stood in line | line was | one teller |
      only one teller | only one window | insist i have to phone | insist ~ phone | incompetent | passed from |
      transferred ~ department | given the runaround | kept waiting | unprofessional | talked over me | walked off |
      times out | queueing in | hours queueing | chat ~ call us | ends with | in circles | nobody at the branch |
      nobody at the desk | staff ~ rude | staff ~ unhelpful | laughed at by staff | cut off the call | call dropped |
      disconnected me | kept cutting out | wont reply | dont reply | never replied | nobody replied | no one replied |
      nobody has replied | no one has replied | ignored my emails | <staff> ~ swore | <staff> ~ shouted |
      <staff> ~ yelled | <staff> ~ insult | <staff> ~ laughed | <staff> ~ abusive | <staff> ~ mocked |
      nobody called ! <dues> | no one called ! <dues> | nobody phoned ! <dues> | dead end | wheelchair ramp | no ramp |
      carried in | thanks for nothing | is this how you | will anyone ever | will anybody ever | when exactly do you
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
      still receiving ~ | received another customers | emailed my account | details were leaked | sold my | shared my |
      told ~ my balance | told my ex | my balance | erase my data ~~ nothing | messages ~ for someone else |
      someone elses ~ message | messages arent for me | texts for | keep getting texts for | messages for someone |
      looked at my account | sent ~ to the wrong | wrong address | my information was | stop texting me |
      stop emailing me | stop messaging me | stop contacting me | data ~ without my consent |
      information ~ without my consent | posted my balance | no more texts | somebody elses name | someone elses name |
      codes for somebody | codes for someone | not a client of yours | texts ~ request | account inside |
      my balance in | customers statements | other customers | told my <other> ~ <holding> |
      told my <other> ~~ without asking
    `,
  },
} satisfies Partial<LanguageCues['matters']>;
