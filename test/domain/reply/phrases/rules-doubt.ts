import { CONTACT, DEBT, FOLLOW_UP, FRAUD, NOTHING_OPEN, OFFER, SERVICE, WELFARE } from './phrase.ts';
import type { RuleGroup } from './rule.ts';

export const DOUBT: readonly RuleGroup[] = [
  {
    name: 'who asks the bank to confirm, asks back, mocks or has had enough confirms nothing',
    rows: [
      ['unclear.unknown', FRAUD, ['请确认', '请，确认', '麻烦确认', '烦请确认', '请本人确认', '请确认是我']],
      [
        'unclear.unknown',
        FRAUD,
        ['please confirm', 'kindly confirm', 'confirm please', 'please correct', 'correct me'],
      ],
      [
        'unclear.unknown',
        FRAUD,
        ['是吧', '是我吧', '对吧', '是本人吧', '是哦', 'it was me, right', 'that was me right'],
      ],
      ['unclear.unknown', FRAUD, ['行了行了', '行了', '好了', '可以了', '对了', '好好好', '是的呵呵', '答案是']],
      ['unclear.unknown', FRAUD, ['yeah right', 'yeah, right', 'Yeah. Right.', 'ya right', 'ok, right', 'sorry yes']],
      ['unclear.unknown', WELFARE, ['请确认', '行了', 'please confirm', 'yeah right']],
      ['unclear.unknown', SERVICE, ['请确认', '对吧', 'please confirm', 'yeah right']],
      ['unclear.unknown', OFFER, ['请确认', '行了', '好了', '可以了', '没问题吧', 'please confirm', 'confirm please']],
    ],
  },
  {
    name: 'courtesies take nothing away from a yes',
    rows: [
      [
        'confirm.word',
        FRAUD,
        ['好的谢谢', '是的啊', '哦，是的', '是我啦', '确认了', '是本人，麻烦了', '请回复1', '答案是1'],
      ],
      ['confirm.word', FRAUD, ['yes please', 'please 1', 'right', 'yes, right', 'that is right', 'I confirm, please']],
      ['confirm.word', WELFARE, ['我安全了', '安全，谢谢', 'safe, thanks']],
      ['accept.word', OFFER, ['同意了', '好的谢谢', '没问题', 'please accept', 'confirm', 'yes please']],
      ['deny.word', FRAUD, ['没有了', '不是吧', '对不起，不是', 'no sorry', 'please no', '不是，麻烦了']],
      ['decline.word', OFFER, ['算了吧', '不要了', 'sorry no']],
      ['rating.given', FOLLOW_UP, ['5吧', '满意了', 'sorry 2']],
    ],
  },
  {
    name: 'a denial beside a wrong number wins, an answer beside it is asked back',
    rows: [
      ['deny.phrase', FRAUD, ['发错了，不是我', '打错了，不是本人', 'wrong number, not me', 'wrong person, fraud']],
      ['deny.phrase', FRAUD, ['you have the wrong amount, it was not me', "that's not my bank card", '不是我的银行卡']],
      ['deny.phrase', DEBT, ['wrong number, I owe nothing', '打错了，我没有欠', 'thats wrong no i paid it']],
      ['unclear.wrong-and-answer', FRAUD, ['打错了，是2', '号码错了，是我本人', 'wrong number, 2', 'no, wrong number']],
      ['unclear.wrong-and-answer', SERVICE, ['wrong number 1', 'yes wrong number', '是的，你打错了', '打错了，2']],
      [
        'unclear.unknown',
        FRAUD,
        ['发错了，是2', '发错了，是我本人', '我打错了', '我发错了，是我', 'wrong no it was me'],
      ],
    ],
  },
  {
    name: 'outside fraud who has a wrong number may also say no, that it is an error, or that it is not them',
    rows: [
      ['wrong.phrase', SERVICE, ['no, wrong number', '不是，打错了', 'wrong number, not me', '打错了，不是我']],
      [
        'wrong.phrase',
        DEBT,
        ['wrong number, this is a mistake', '你们搞错了，打错电话了', 'wrong person, not my account'],
      ],
      ['wrong.phrase', FRAUD, ['发错了', '你发错了', 'wrong no', 'sorry wrong num', 'you have the wrong guy']],
    ],
  },
  {
    name: 'whom money reached is another wrong person than whom a text reached',
    rows: [
      ['deny.phrase', FRAUD, ['I was scammed and paid the wrong person', 'fraud! money went to the wrong person']],
      ['unclear.unknown', FRAUD, ['I sent it to the wrong person', '钱转给别人，找错人了', '付款付错了，号码错误']],
      ['wrong.phrase', FRAUD, ['you sent this to the wrong number', 'this text was sent to the wrong person']],
      ['wrong.phrase', FRAUD, ['请转告，打错了', 'wrong person was paid']],
      ['unclear.unknown', NOTHING_OPEN, ['you have the wrong date', 'you got the wrong amount']],
    ],
  },
  {
    name: 'contact data that is wrong is to be refreshed, not given up',
    rows: [
      [
        'deny.new-number',
        SERVICE,
        ['号码错了，新号13900001111', 'wrong number, it is 139-0000-1111', '号码不对 1390000'],
      ],
      ['wrong.phrase', SERVICE, ['号码错了', 'wrong number 139000']],
      ['wrong.phrase', DEBT, ['号码错了，13900001111', 'wrong number, it is 139-0000-1111']],
      ['deny.phrase', SERVICE, ['号码不对，换号了', '地址错了', 'you have the wrong address', 'I moved house']],
    ],
  },
  {
    name: 'another name is asked back: what looks like one may be none, and a number that is given up is lost',
    rows: [
      [
        'unclear.unknown',
        DEBT,
        ["I'm not John", 'I am not Mr John Smith', '我不是张三', '我不是马云,没钱', '我不是雷锋'],
      ],
      ['unclear.unknown', WELFARE, ["I'm not Breathing", "I'm not Alone"]],
      [
        'unclear.unknown',
        SERVICE,
        ["I'm not John, sorry", "I'm not John, it was me", '我不是张三，1', 'this is not Valid'],
      ],
      ['wrong.phrase', SERVICE, ['I just got this number', '这个号码刚办的']],
      ['unclear.unknown', FRAUD, ["I'm not John", '我不是张三']],
      ['unclear.unknown', CONTACT, ["I'm not John", '我不是张三']],
      ['unclear.unknown', DEBT, ["I'm not paying", "I'm not Sure", 'I am not', '我不是程序员', '我不是故意的']],
      ['unclear.unknown', SERVICE, ['I just got this number from the app']],
    ],
  },
  {
    name: 'the digit for no is a no, and so is the word, whatever is refused behind it',
    rows: [
      [
        'deny.digit',
        FRAUD,
        ['2, my card was not stolen, I have it here', '2. card is not stolen', "4K2 don't block my card"],
      ],
      ['deny.digit', FRAUD, ["2. Please don't freeze my card", "2 don't block my card", '2，不要冻结我的卡']],
      ['deny.digit', WELFARE, ["2, don't call police", '2 别报警', '2 not in danger yet']],
      ['deny.digit', FRAUD, ['hi 2, not stolen', 'thanks, 2 not stolen']],
      ['unclear.unknown', FRAUD, ['2? not stolen', 'so 2 not stolen']],
      ['deny.digit', SERVICE, ['2 没有换号', '2, nothing changed']],
      ['deny.first-word', FRAUD, ['不是,不要冻结我的卡', '没有,不要锁卡', "no. don't block my card"]],
      ['deny.first-word', WELFARE, ["no. don't call the police", "No, I don't need help"]],
      ['unclear.unknown', FRAUD, ['2 days ago it was not stolen', "2 don't you think so?"]],
      ['unclear.unknown', WELFARE, ['no, not in danger']],
    ],
  },
  {
    name: 'danger, fraud and change are taken back by a negation right before them; nothing is settled by that',
    rows: [
      [
        'unclear.unknown',
        FRAUD,
        ['It was not fraud, it was me', 'no, it was not a scam', 'I have not been hacked', 'no fraud'],
      ],
      [
        'unclear.unknown',
        FRAUD,
        ['不是盗刷，是我', '不是，没有被盗刷', '卡没有被盗', '从来没有被骗', 'stop, it was not fraud'],
      ],
      [
        'unclear.unknown',
        FRAUD,
        ["don't block my card it was me", 'please do not freeze my account', '不要冻结', '不用挂失'],
      ],
      ['unclear.unknown', WELFARE, ['not in danger', "I don't need help", "don't call the police", 'I am not hurt']],
      [
        'unclear.unknown',
        WELFARE,
        ['不用帮助，我很安全', '没有危险，我很安全', '别报警，我很好', '没有人受伤', '不需要你们的帮助'],
      ],
      [
        'unclear.unknown',
        SERVICE,
        ['没有变化', '没换号', 'nothing has changed', "haven't moved", 'I have not moved house'],
      ],
      [
        'unclear.unknown',
        DEBT,
        ['没有异议', '无异议', '没有错', '没有弄错', "No, I don't dispute it", 'not a mistake'],
      ],
    ],
  },
  {
    name: 'real danger and fraud stay what they are, whatever negation stands elsewhere',
    rows: [
      [
        'deny.phrase',
        WELFARE,
        ['没有人帮我 救命', '没人帮我', '没有帮助', '不安全', '不太安全', '不用管，救命', '不能报警'],
      ],
      [
        'deny.phrase',
        WELFARE,
        ["I'm not safe", 'no help came', 'nobody can help', "they don't help me", "I can't get help"],
      ],
      ['deny.phrase', WELFARE, ["don't hang up, help me", 'not hurt but trapped', 'I am not ok', '不要报警，他要杀我']],
      ['deny.phrase', FRAUD, ['it was not me, fraud', 'not me fraud', 'no it was stolen', 'it was not', 'no, scam']],
      ['deny.phrase', FRAUD, ['不是我，盗刷', '没有，盗刷', '不是我盗刷', 'you did not block my card', '卡被冻结了']],
      ['deny.phrase', SERVICE, ['not mine, changed', 'I moved', '搬家了', '没有，换号了']],
      ['deny.phrase', DEBT, ['no this is wrong', '有异议', 'I dispute it', "don't call, I dispute it"]],
    ],
  },
  {
    name: 'a debt that will be paid is not disputed, one that is paid is',
    rows: [
      ['info.phrase', DEBT, ['我想一次还清', '下周还清', '怎么还清', '还没还清', '没有异议，周五还']],
      ['info.phrase', DEBT, ["I'll have it paid off by Friday", 'will be paid in full tomorrow', 'not paid off yet']],
      ['info.phrase', DEBT, ["I do not dispute this, I'll pay Friday"]],
      ['unclear.unknown', DEBT, ['下周就能还清了', '还清了吗']],
      [
        'deny.phrase',
        DEBT,
        ['已经还清了怎么还催', '都还清了还要怎样', '周一已经还清了', 'it has been paid in full and should be closed'],
      ],
      [
        'deny.phrase',
        DEBT,
        ['I fully paid when I got the bill', 'it is paid off, tomorrow I send proof', '周一已经全部还清了'],
      ],
      ['unclear.unknown', DEBT, ['已经收到，下周就能还清了']],
      ['info.phrase', DEBT, ['already seen, it will be paid off', 'will be paid off already', 'paid off tomorrow']],
      ['info.phrase', DEBT, ['paid off by Friday', '还清,下周', '下周才能还清']],
      [
        'deny.phrase',
        DEBT,
        ['已还清', '已经还清', '早就还清', '都还清了', '还清了', '会的，早就结清了', '明天查，我还清了'],
      ],
      [
        'deny.phrase',
        DEBT,
        ['paid off', 'I paid in full', 'it is paid off, I will send proof', 'check tomorrow. fully paid'],
      ],
    ],
  },
  {
    name: 'a third party who is not the one, or not there, is no wrong number',
    rows: [
      ['unclear.unknown', CONTACT, ['不在', '他不在', '谁', '谁啊', 'not here', 'who', 'who is that']],
      ['unclear.third-party', CONTACT, ['没有', '不是', '不是的', 'not me', 'no']],
      ['info.phrase', CONTACT, ["I don't know you but I'll tell him", '我不认识你们，会转告他']],
      [
        'wrong.phrase',
        CONTACT,
        ["I don't know him", '不认识', '错了', '不认识，不会转告', "don't know him, won't tell him"],
      ],
    ],
  },
];
