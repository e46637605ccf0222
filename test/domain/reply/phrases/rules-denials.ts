import { CONTACT, DEBT, FRAUD, NOTHING_OPEN, SERVICE, WELFARE } from './phrase.ts';
import type { RuleGroup } from './rule.ts';

export const DENIALS: readonly RuleGroup[] = [
  {
    name: 'a denial is put together from a negation and what was done or is known',
    rows: [
      [
        'deny.phrase',
        FRAUD,
        ['neither of the charges is ours', 'none of those payments were made by me', 'i dint do this'],
      ],
      [
        'deny.phrase',
        FRAUD,
        ["don't know that charge", 'never approved', '三笔都不是', '没这回事', '未经我同意', '拒绝支付'],
      ],
      ['unclear.unknown', FRAUD, ['not told me', "isn't it mine", 'none, of me']],
      ['unclear.unknown', FRAUD, ['not sure if it was me', 'I know this charge', 'mine not']],
    ],
  },
  {
    name: 'a lost card or purse, and a card that is to be stopped, deny the payment asked about',
    rows: [
      [
        'deny.phrase',
        FRAUD,
        ['my wallet was pinched', 'I misplaced my card', '银行卡昨天找不到', '钱包给偷了', '把我的账户锁了'],
      ],
      ['unclear.unknown', FRAUD, ['my card is not lost', '卡没丢', '不要停我的卡', 'is my card lost?', '卡是不是丢了']],
      ['unclear.unknown', FRAUD, ['I have my card, the bus is gone']],
      ['unclear.unknown', SERVICE, ['my wallet is gone', '把卡停了']],
    ],
  },
  {
    name: 'who urges behind a 2 says no, and who calls the bank a fraud denies nothing',
    rows: [
      ['deny.digit', FRAUD, ['2 hurry up', '2 快点', '2 urgent']],
      ['unclear.unknown', FRAUD, ['2 people', '2 快递', '你是骗子吧', '你们是骗子', "you're scammers"]],
      ['deny.phrase', FRAUD, ['it was a scammer', '他是骗子', 'they conned me']],
      ['unclear.unknown', SERVICE, ['谁打错了']],
    ],
  },
  {
    name: 'danger and debts that are settled are told in more words',
    rows: [
      ['deny.phrase', WELFARE, ['I have fallen', 'a man is following me', '有人跟踪我', '我摔倒了']],
      ['deny.phrase', DEBT, ['settled in full in May', '早就还完了', '没有贷过']],
      ['unclear.unknown', DEBT, ['it will be settled in full tomorrow']],
    ],
  },
  {
    name: 'grave news is heard in more words, and nothing that only sounds so',
    rows: [
      ['info.grave', NOTHING_OPEN, ["I can't go on", 'no point living', '活着没意思', '让我死了算了', '我去跳河']],
      ['info.grave', CONTACT, ['他在ICU抢救', '我妈走了，刚办完丧事', 'she is on life support']],
      ['info.phrase', NOTHING_OPEN, ["I can't go on holiday", 'I was made redundant']],
      ['info.phrase', CONTACT, ['我会转达', "I'll ask her to ring you"]],
      ['why.phrase', NOTHING_OPEN, ['你哪位']],
    ],
  },
  {
    name: 'a number that has another owner now is a wrong one',
    rows: [
      [
        'wrong.phrase',
        SERVICE,
        ["this number doesn't belong to him anymore", '這個號碼換人了', '打錯喇', '机主已经换了'],
      ],
    ],
  },
];
