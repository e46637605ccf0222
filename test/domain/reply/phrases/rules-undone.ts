import { CONTACT, DEBT, FRAUD, NOTHING_OPEN, SERVICE, WELFARE } from './phrase.ts';
import { type RuleGroup, words } from './rule.ts';

export const UNDONE: readonly RuleGroup[] = [
  {
    name: 'a negation undoes the stop word it reaches, and no other',
    rows: [
      ['unclear.unknown', NOTHING_OPEN, ['不用立刻停止', '短信不要停止', '不用停止，我要短信', '不想让短信关了']],
      ['unclear.unknown', NOTHING_OPEN, ["I don't want these texts turned off", '之前误点了退订']],
      ['stop.messages', NOTHING_OPEN, ['I dont want these texts stop now, I want to sleep']],
      ['stop.phrase', NOTHING_OPEN, ['我没退订，别再打扰我', '没退订。别再打扰我']],
      ['unclear.unknown', NOTHING_OPEN, ["why don't you text me, I don't want to unsubscribe"]],
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ["I don't want to unsubscribe, why don't you text me", '你们不发短信，我没退订'],
      ],
      ['stop.phrase', NOTHING_OPEN, ['能不能不要发了']],
      ['unclear.unknown', NOTHING_OPEN, ['我没退订，可以吗', '可以吗，我没说要退订']],
    ],
  },
  {
    name: 'who asks how silence came to be wishes for none, who asks how to get it wishes for it',
    rows: [
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ['怎么退订了', '咋退订了', '怎么短信停了', '怎么就给退订了', '怎么退订了，把短信恢复'],
      ],
      ['stop.phrase', NOTHING_OPEN, ['咋退订', '怎么退订，烦死了']],
      ['unclear.unknown', FRAUD, ['咋! 停发']],
    ],
  },
  {
    name: 'what is left or cancelled elsewhere stands shortly behind the wish, in its clause',
    rows: [
      ['stop.phrase', NOTHING_OPEN, ['会员别再打扰我', '别再打扰我，我是会员', '退订短信，会员']],
      ['stop.messages', NOTHING_OPEN, ['stop texting me while I am watching netflix']],
      ['unclear.unknown', NOTHING_OPEN, ['please unsubscribe me right now from netflix']],
      ['unclear.unknown', NOTHING_OPEN, [`unsubscribe ${words(5)} netflix`]],
      ['stop.phrase', NOTHING_OPEN, [`unsubscribe ${words(6)} netflix`]],
    ],
  },
  {
    name: 'who unsubscribes from a name that is not ours leaves somebody else',
    rows: [
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ['unsubscribe me from Tesco', 'unsubscribe from Tesco', 'texts: unsubscribe from Tesco'],
      ],
      [
        'stop.phrase',
        NOTHING_OPEN,
        ['unsubscribe me from Tesco messages', 'unsubscribe from Tesco texts', 'unsubscribe me from'],
      ],
      [
        'stop.phrase',
        NOTHING_OPEN,
        ['unsubscribe me today', 'unsubscribe me to Tesco', `unsubscribe from ${words(4)} texts`],
      ],
      ['unclear.unknown', NOTHING_OPEN, [`unsubscribe from ${words(5)} texts`]],
    ],
  },
  {
    name: 'a wish and its messages may be parted by punctuation, a wish and its verb may not',
    rows: [
      ['stop.messages', NOTHING_OPEN, ['不要，短信', 'no more, texts']],
      ['unclear.unknown', NOTHING_OPEN, ['别，打', '不再。烦', '通知收到？去掉', '我看了通知，注销']],
      ['stop.messages', NOTHING_OPEN, ['别再问了，不要发']],
    ],
  },
  {
    name: 'a mere 不 is a wish only behind words that ask, in their clause, and shortly before the messages',
    rows: [
      ['stop.messages', SERVICE, ['能不能不在六点钟以后短信']],
      ['stop.messages', NOTHING_OPEN, ['能不能不发短信', '可不可以不要再这样给我短信', '能不能不天天半夜给短信']],
      ['unclear.unknown', NOTHING_OPEN, ['能不能，通知我', '能不能麻烦通知我', '能不能不这样', '短信可以不看']],
      ['unclear.unknown', NOTHING_OPEN, ['能不能不等到年底才给我短信', '能不能不转账给发短信的人']],
    ],
  },
  {
    name: 'what is not to be forgotten, what costs money and what others pretend are no wishes',
    rows: [
      ['unclear.unknown', NOTHING_OPEN, ['取消还款。短信', '取消还款，的短信']],
      ['unclear.unknown', NOTHING_OPEN, ['不要忘记通知我', '不要忘了给我发短信', '不要漏发短信', '退休金短信']],
      ['unclear.unknown', NOTHING_OPEN, ['stop charging for sms', 'I want to stop paying for sms alerts']],
      ['stop.messages', NOTHING_OPEN, ['短信费用不用你发短信']],
      ['stop.messages', SERVICE, ['这笔费用不用发短信给我']],
      ['stop.messages', DEBT, ['不必提醒', '请勿提醒我', '不得提醒办理']],
      ['deny.phrase', NOTHING_OPEN, ['someone keeps texting me pretending to be you, stop them']],
      ['deny.phrase', FRAUD, ['someone keeps texting me pretending to be you, stop them']],
    ],
  },
  {
    name: 'a role is refused where it is named, in a sentence that asks nothing',
    rows: [
      ['stop.role', CONTACT, ['担保人删除']],
      ['unclear.unknown', CONTACT, ['他的担保人？不会去掉', '我是担保人。请移除别人']],
    ],
  },
  {
    name: 'impatience takes nothing from a stop word, a question does',
    rows: [
      ['stop.word', FRAUD, ['快停', '立刻停止', '停', '退']],
      ['deny.phrase', FRAUD, ['帮我停']],
      ['stop.doubtful', SERVICE, ['stop?', '回退订？']],
      ['stop.doubtful', NOTHING_OPEN, ['halt as often as']],
      ['unclear.unknown', NOTHING_OPEN, ['恢复短信，不要退订']],
      ['unclear.unknown', WELFARE, ['要恢复，不是停止']],
    ],
  },
];
