import { CONTACT, DEBT, FRAUD, NOTHING_OPEN, OFFER, SERVICE, WELFARE } from './phrase.ts';
import { type RuleGroup, words } from './rule.ts';

/** A fraud was asked about, and nothing is open any more. */
const FRAUD_OVER = { ...FRAUD, openQuestions: 0 };

export const SILENCE: readonly RuleGroup[] = [
  {
    name: 'who agrees and says stop wants silence, and confirms nothing',
    rows: [
      ['stop.word', FRAUD, ['ok stop', 'yes, stop', '1 stop', '1 停止', '好的，停', 'please ok stop']],
      ['stop.word', OFFER, ['ok stop', '好的，停']],
      ['unclear.unknown', FRAUD, ['yes cancel', '1 t', 'ok end', 'ok stop?']],
      ['deny.stop-it', FRAUD, ['stop ok', 'stop, it was me']],
    ],
  },
  {
    name: 'who does not want calls is heard like one who does not want texts',
    rows: [
      ['stop.messages', FRAUD, ['不要打电话给我', '别打电话给我', '请不要打给我', '不要回电', '不要打电话给我妈']],
      [
        'stop.messages',
        DEBT,
        ["don't call me", "don't call my mum", 'stop chasing me', '停止打电话', '不用打电话给我'],
      ],
      ['stop.phrase', DEBT, ['不要再打给我了', '别打了', '不要再打了', '别催了', '不要再催了', '请勿致电', '勿扰']],
      ['stop.word', DEBT, ['do not call', 'no calls please', "please don't call"]],
      [
        'help.person',
        NOTHING_OPEN,
        ['打电话给我', '不要，打电话给我', '不要急，打电话给我', '请不要忘记打电话给我', 'please call me'],
      ],
      ['unclear.unknown', WELFARE, ["don't call the police", '不要再打折']],
    ],
  },
  {
    name: 'bills, wages, addresses and what others are told are no messages to this number',
    rows: [
      ['unclear.unknown', NOTHING_OPEN, ['请停止扣我工资', '不想收到账单', '不要寄到老地址', '不要寄账单']],
      ['unclear.unknown', NOTHING_OPEN, ['stop taking my wages', "I don't want to receive bills"]],
      ['unclear.unknown', NOTHING_OPEN, ["don't send anything to my old address", "don't contact the merchant"]],
      ['unclear.unknown', NOTHING_OPEN, ['别把信息告诉我老婆', '不要提醒我的家人', '不要再联系商家']],
      ['unclear.unknown', FRAUD, ['不要再联系商家', "don't contact the seller"]],
      ['stop.messages', NOTHING_OPEN, ["I don't want to receive texts about bills", '取消账单提醒', '不要提醒我']],
      ['stop.messages', NOTHING_OPEN, ['不要提醒我或者我家人', "don't contact me or the merchant"]],
      ['stop.phrase', NOTHING_OPEN, ['不想收到账单短信', '不想再收到', '不要再联系', '别再联系我老婆']],
    ],
  },
  {
    name: 'a bare word silences, a wish in a sentence names messages or stands by itself',
    rows: [
      ['stop.word', NOTHING_OPEN, ['STOP', 'stop please thanks', '退订', '退订，谢谢']],
      ['stop.phrase', NOTHING_OPEN, ['leave me alone', 'please stop it', '别再发了', '请停止这样']],
      ['stop.messages', NOTHING_OPEN, ['stop the texts', "don't text me", 'remove my number', '不要给我来短信']],
      ['stop.messages', FRAUD, ['end the texts', 'unsub my messages', '停了你们的短信']],
      ['stop.messages', NOTHING_OPEN, [`opt me out of texts ${words(14)}`]],
      ['stop.sentence', SERVICE, ['I never subscribed. Stop.', 'I never subscribed. Stop, thanks.', '我没订过。停。']],
    ],
  },
  {
    name: 'a soft wish is short, and names nothing else right behind it',
    rows: [
      ['stop.phrase', NOTHING_OPEN, [`${words(14)} please stop`, `please stop ${words(6)} payment`]],
      ['stop.phrase', NOTHING_OPEN, ['my payment is made please stop', '付款已完成请停止']],
      ['unclear.unknown', NOTHING_OPEN, [`${words(15)} please stop`, `please stop ${words(5)} payment`]],
      ['unclear.unknown', SERVICE, ['please stop the payment', 'please stop and refund', '请停止付款']],
      ['stop.phrase', NOTHING_OPEN, ['please stop the texts about my card', '请停止短信和扣款']],
    ],
  },
  {
    name: 'what is to stop stands near the wish, and nothing else that can be stopped between them',
    rows: [
      ['stop.messages', FRAUD, [`quit ${words(6)} texts`, `my number ${words(6)} remove`, '我的号码请你们快点删']],
      ['deny.stop-it', FRAUD, [`quit ${words(7)} texts`]],
      ['unclear.unknown', FRAUD, [`my number ${words(7)} remove`, `don't ${words(1)} text me`]],
      ['stop.messages', NOTHING_OPEN, ['about my payment no further texts', 'no further texts about my payment']],
      ['unclear.unknown', SERVICE, ['no further charge of which you wrote', '不想退款收到']],
      ['unclear.unknown', SERVICE, ['I do not want a refund but a message', '不要退款要短信']],
    ],
  },
  {
    name: 'a wish may be the last word, or the last but one, when messages stand shortly before it',
    rows: [
      ['stop.messages', NOTHING_OPEN, ['these messages have to stop', 'texts stop', 'the texts must stop already']],
      ['stop.messages', NOTHING_OPEN, [`texts ${words(6)} stop`, '这些短信给我停']],
      ['unclear.unknown', NOTHING_OPEN, [`texts ${words(7)} stop`, 'the texts must stop right away', 'we must stop']],
      ['unclear.unknown', NOTHING_OPEN, ['when do the texts stop', '短信是不是停', 'the texts had to stop?']],
    ],
  },
  {
    name: 'whom somebody else is to stop silences nobody',
    rows: [
      ['deny.phrase', FRAUD, ['tell the fraudsters to stop texting me', 'make the scammers stop messaging me']],
      ['deny.phrase', FRAUD, ['让骗子别再给我发短信', '叫骗子别发短信了']],
    ],
  },
  {
    name: 'codes of service texts begin no wish in words',
    rows: [
      ['unclear.unknown', NOTHING_OPEN, ['T text', 'R text and more', 'TD message and more', '退货的短信来过']],
      ['unclear.unknown', NOTHING_OPEN, ['T shirt', 'R we there', 'TD bank', '退货']],
      ['unclear.unknown', NOTHING_OPEN, ['end result', 'remove sofa', 'quit smoking', 'cancel holidays']],
      ['deny.stop-it', FRAUD, ['end it now', 'cancel it now', 'quit that now']],
    ],
  },
  {
    name: 'a doubtful wish is short, begins with the word and names nothing else',
    rows: [
      ['stop.doubtful', NOTHING_OPEN, ['stop it', 'please halt it', `stop ${words(7)}`]],
      ['stop.doubtful', FRAUD_OVER, ['stop it now']],
      ['unclear.unknown', NOTHING_OPEN, [`stop ${words(8)}`, `${words(1)} stop ${words(2)}`]],
      ['unclear.unknown', SERVICE, ['stop it and refund', 'stop it on the card', 'stop it when ready', '停止计息']],
      ['deny.stop-it', FRAUD, ['stop it now', `stop ${words(8)}`]],
      ['unclear.unknown', FRAUD, ['stop it now?', `${words(1)} stop it`]],
    ],
  },
  {
    name: 'a wish with a denial or a complaint is heard as both',
    rows: [
      ['deny.phrase', FRAUD, ['not me, I will sue you, stop texting', '不是本人，我要投诉，别再发了']],
      ['complaint.words', DEBT, ['not me, I will sue you, stop texting', '不是本人，我要投诉，别再发了']],
      ['complaint.words', WELFARE, ['I will sue you, stop texting']],
      ['complaint.words', FRAUD, ['I will sue you, stop texting', '我要投诉，别再发了']],
      ['info.grave', DEBT, ['stop texting, I want to die', '别再发了，我要跳楼']],
      ['info.grave', CONTACT, ['he passed away, stop texting', '他去世了，别再发了']],
      ['stop.phrase', CONTACT, ['不是本人，别再发短信了', 'it was not me, leave me alone']],
    ],
  },
  {
    name: 'what kind of message is not wanted is no other thing that is to stop',
    rows: [
      ['stop.messages', DEBT, ['Stop bill texts', 'no more bill messages', 'no further charge texts']],
      ['stop.phrase', DEBT, ['please stop the bill messages', 'stop sending statements by text']],
      ['stop.messages', DEBT, ['do not send any more loan reminders']],
      ['stop.messages', DEBT, ['I do not want to receive loan messages']],
      ['stop.phrase', DEBT, ['我不想收到任何关于贷款的信息', '我不想收到还款的短信', '不要再收到你们的贷款短信']],
      ['stop.phrase', SERVICE, ['别再联系,账户已注销', '不要再联系,卡已注销']],
      ['unclear.unknown', SERVICE, ['no more bill for your texts', 'no more bill, texts', '不要再收账单，短信']],
      ['unclear.unknown', SERVICE, ['please stop the bill, message me', 'please stop the bill you message']],
    ],
  },
];
