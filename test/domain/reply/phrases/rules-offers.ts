import { DEBT, FOLLOW_UP, FRAUD, NOTHING_OPEN, OFFER, SERVICE } from './phrase.ts';
import type { RuleGroup } from './rule.ts';

export const OFFERS: readonly RuleGroup[] = [
  {
    name: 'a no settles an offer where it opens its clause, and nothing beside it makes it doubtful',
    rows: [
      ['decline.word', OFFER, ['no', '2', 'declined', '不', '不不不', '不行，不接受', 'no, I refuse']],
      [
        'decline.phrase',
        OFFER,
        ["we really can't afford this", 'I do not accept the offer', "I'm sorry, that is too much for me"],
      ],
      [
        'decline.phrase',
        OFFER,
        ['你们的方案我不同意', '实在是还不起啊你们', '利息太高，我坚决不接受', '本人不接受这份东西'],
      ],
      ['unclear.unknown', OFFER, ['my husband would refuse', "I don't want to refuse", '朋友劝我不接受']],
      ['unclear.unknown', OFFER, ["I don't accept, but tell me more", "can't afford it yet", '不同意，不过可以商量']],
      ['unclear.unknown', OFFER, ["ok don't worry", 'ok its fine', '好的没关系', '行，没关系']],
      ['unclear.unknown', OFFER, ['ok, no deal', '同意，不接受别的', 'I refuse, why would I', 'I refuse. Is that ok?']],
      ['unclear.unknown', OFFER, ["I don't accept, just kidding", '不接受才怪', 'declined by mistake']],
      [
        'unclear.unknown',
        OFFER,
        ['I decline to comment on that', 'refuse collection is on Monday', '接受不了的是你们态度'],
      ],
      ['complaint.words', OFFER, ['I do not accept, I will sue you', '不接受，我要投诉']],
    ],
  },
  {
    name: 'a no under a condition, or asked about, settles nothing',
    rows: [
      ['unclear.condition', OFFER, ['what happens if I decline', 'what if I refuse', 'will you sue if I reject it']],
      [
        'unclear.condition',
        OFFER,
        ["what happens if I can't afford 90", 'I refuse unless you call', 'no, if that is ok'],
      ],
      ['unclear.condition', OFFER, ['如果我拒绝呢', '不同意会怎么样', '拒绝的话会起诉我吗', '除非减一点，否则不接受']],
      ['counter.terms', OFFER, ["I can't accept unless in instalments", '不接受，除非分期']],
    ],
  },
  {
    name: 'a no that was never said, or is negated, settles nothing',
    rows: [
      ['unclear.taken-back', OFFER, ["I'm not saying I don't accept", "I wouldn't say I decline", 'I do not decline']],
      ['unclear.taken-back', OFFER, ['我没说不同意', '不是不同意', '我并没有拒绝', '谁说我不接受']],
    ],
  },
  {
    name: 'a number beside a no is what the customer would pay',
    rows: [
      ['counter.number', OFFER, ['No. 120', 'no, it is 90', "can't accept, ninety and no more", '不同意，最多三百']],
      ['counter.number', OFFER, ['too high, 80?', '不行，一百五', '太高了，两百吧', '2, 75 would be fine']],
      ['decline.word', OFFER, ['2, no thanks', 'no 2']],
      ['unclear.unknown', OFFER, ['1 no', 'no 1', '一个都不同意你看着办吧朋友圈里']],
    ],
  },
  {
    name: 'a yes may be put together from its parts: who, the verb, what, each in its place',
    rows: [
      [
        'confirm.slots',
        FRAUD,
        ['yes, I authorised this payment', 'I made both of those', '是的，是我本人刷的这笔', '我自己转的'],
      ],
      ['confirm.slots', FRAUD, ['俺自己买的', 'I approved it, thanks', '亲，是我付的款这笔'].slice(0, 2)],
      [
        'unclear.unknown',
        FRAUD,
        ['made this payment', 'we made it', 'my son made this payment', '我老公刷的', '我付款'],
      ],
      ['unclear.unknown', FRAUD, ['I made it, who asks', 'I made it?', '我刷的这笔，别人也刷', 'it I made']],
      ['unclear.unknown', SERVICE, ['I approved it']],
      [
        'accept.slots',
        OFFER,
        [
          'ok, I agree to that',
          'happy to accept',
          '我接受这个方案',
          '好，同意你们的条件',
          "I'll accept your offer, thanks",
        ],
      ],
      [
        'unclear.unknown',
        OFFER,
        ['I agree with my wife', 'I agree to that if', '我同意你', 'yes right, do I agree', 'ill agree soon'],
      ],
    ],
  },
  {
    name: 'a rating may be introduced',
    rows: [
      ['rating.given', FOLLOW_UP, ['score: 4', '给3分', '打四分吧', 'I give 5', '好评', 'five stars', '给你们打5分']],
      ['unclear.unknown', FOLLOW_UP, ['give me 5', '不给5分', '给5分钟']],
    ],
  },
  {
    name: 'a rating that is taken back rates nothing',
    rows: [
      ['unclear.unknown', FOLLOW_UP, ['5, just kidding', '5，才怪', '4 stars, as if', '满分，骗你的']],
      ['rating.given', FOLLOW_UP, ['5, no joke', '4 stars, but slow']],
    ],
  },
  {
    name: 'a question is asked by its clause, a tag asks about the clause before it',
    rows: [
      ['deny.phrase', FRAUD, ['who is this, it was not me', '你们是不是疯了，不是本人', 'what is going on, not mine']],
      ['why.phrase', FRAUD, ['who is this']],
      ['unclear.unknown', FRAUD, ['不是本人，对吗', '不是我，是不是', 'it says not mine?']],
      ['unclear.unknown', SERVICE, ['打错了，是吗', 'which is the wrong number']],
      ['wrong.phrase', SERVICE, ['who is it, wrong number', '谁啊，打错了']],
    ],
  },
  {
    name: 'a number in words is a term of an offer, and of nothing else',
    rows: [
      ['counter.terms', OFFER, ['月还三千可以', '利息减半我接受']],
      ['unclear.unknown', DEBT, ['能缓一个月吗']],
      ['unclear.unknown', NOTHING_OPEN, ['减半我全结清']],
      ['counter.number', OFFER, ['不行，120', 'No. 120', '还不起这么多，最多两百']],
      ['unclear.unknown', OFFER, ['2 who', '2 of us']],
    ],
  },
  {
    name: 'an answer to an offer is asked back where it is asked, depends or was never given',
    rows: [
      ['unclear.condition', OFFER, ['不同意的话会起诉我吗', 'what if i decline', '要是还不起怎么办']],
      ['unclear.condition', OFFER, ['If I refuse can I pay 300 a month?', '不同意的话每月还三百可以吗']],
      [
        'unclear.unknown',
        OFFER,
        ['not 2', 'not no', 'I reject this offer. Only if pigs fly', 'I refuse. Nobody asked me to accept'],
      ],
      ['unclear.taken-back', OFFER, ['我没说不同意', '不是不同意，是想再看看']],
      ['unclear.unknown', OFFER, ['商家没说？不要不愿', 'I refuse? still mine', '不愿意，行吗？', '如果可以。我拒绝']],
      ['decline.phrase', OFFER, ['I reject this', "can't afford it", '不可以，人在外地']],
      ['accept.slots', OFFER, ['接受这个方案', '认可', 'ok I agree to that', '好，我接受这个方案']],
    ],
  },
];
