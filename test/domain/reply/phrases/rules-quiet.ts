import { CONTACT, DEBT, FRAUD, NOTHING_OPEN, WELFARE } from './phrase.ts';
import type { RuleGroup } from './rule.ts';

export const QUIET: readonly RuleGroup[] = [
  {
    name: 'a verb of ending stands before what it ends, or behind it at the end of a clause',
    rows: [
      [
        'stop.messages',
        NOTHING_OPEN,
        ['短信取消', '短信通知关了吧，我不看', '信息推送停了', 'get these alerts turned off'],
      ],
      [
        'stop.messages',
        NOTHING_OPEN,
        ['解除短信提醒', '退一下短信', 'deactivate your texts', 'can you switch the texts off'],
      ],
      ['stop.messages', NOTHING_OPEN, ['短信可以关掉吗', 'I would like the reminders ended, thanks']],
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ['my alerts are off', 'texts off', '短信关掉以后再说', '卡停用', 'turn the phone off'],
      ],
    ],
  },
  {
    name: 'a verb of sending needs no object at the end of its clause',
    rows: [
      [
        'stop.messages',
        NOTHING_OPEN,
        ['勿发', '别再给我传', '请不要再联络我', '莫再找我们了', "don't send", 'never write again'],
      ],
      ['stop.messages', NOTHING_OPEN, ['能不能不发', '怎么才能让你们不打来', '可以不通知我吗', '希望你们不再提醒']],
      ['unclear.unknown', NOTHING_OPEN, ['我不发', '能不能发', '别打我', '别发快递到老地址', "don't send the card"]],
      ['unclear.unknown', WELFARE, ['别打我']],
      ['deny.phrase', WELFARE, ['他打我']],
    ],
  },
  {
    name: 'courtesies and impatience around a stop word take nothing away from it',
    rows: [
      ['stop.word', FRAUD, ['帮我退订一下', 'no thanks, stop']],
      ['stop.word', DEBT, ['麻烦帮忙停一下', '我要停止', 's t o p']],
      ['unclear.unknown', FRAUD, ['帮我停一下?']],
      ['deny.phrase', FRAUD, ['帮我停一下']],
    ],
  },
  {
    name: 'a stop word that is negated, was never said, or is asked about is no wish',
    rows: [
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ['我没退订', '别把短信停了', '谁让你们退订的', '没说要退订', 'I never asked to unsubscribe'],
      ],
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ["I don't want the texts to stop", 'did you stop the texts', '短信怎么停了', '为啥停了通知'],
      ],
      ['unclear.unknown', NOTHING_OPEN, ["you don't text me", "why don't you text me", '怎么不给我发短信了']],
      ['stop.messages', NOTHING_OPEN, ["why don't you stop texting me", "I don't want these texts stop"]],
      ['stop.phrase', NOTHING_OPEN, ['怎么退订', '怎么还不停止发短信', "I'd rather you left, stop sending"]],
      ['stop.messages', NOTHING_OPEN, ['怎么把短信停了', "I'd rather you didn't text me"]],
    ],
  },
  {
    name: 'what is left, forgotten or wanted in other numbers is no message of ours that is to stop',
    rows: [
      ['unclear.unknown', NOTHING_OPEN, ['unsubscribe me from Spotify', 'unsubscribe from the other shop', '退订会员']],
      [
        'unclear.unknown',
        NOTHING_OPEN,
        ['取消短信收费', 'stop charging for sms', 'no more texts than usual', "don't forget to text me"],
      ],
      ['unclear.unknown', NOTHING_OPEN, ['停电了', '停车费', '停薪留职', 'not enough texts, text me enough']],
      ['stop.phrase', NOTHING_OPEN, ['unsubscribe me from your list', 'unsubscribe from sms', 'unsubscribe from']],
    ],
  },
  {
    name: 'an emergency contact may refuse to be one',
    rows: [
      ['stop.role', CONTACT, ['我不想当他的紧急联系人', '把我从紧急联系人里删掉', 'I never agreed to be next of kin']],
      ['stop.messages', CONTACT, ['他的事别找我', '以后别找我了']],
      ['unclear.unknown', CONTACT, ['我是他的紧急联系人', 'am I not his emergency contact?']],
      ['unclear.unknown', NOTHING_OPEN, ['我不想当紧急联系人']],
    ],
  },
  {
    name: 'who has had enough of texts complains, and is obeyed',
    rows: [['complaint.words', NOTHING_OPEN, ["I've had enough of these texts", 'had enough of your messages']]],
  },
  {
    name: 'Cantonese is read as it is spoken',
    rows: [
      ['stop.messages', FRAUD, ['唔好再send短訊畀我', '唔使再聯絡我', '咪再搵我']],
      ['deny.phrase', FRAUD, ['唔係我', '我冇買過', '不系我', '唔係本人']],
      ['confirm.word', FRAUD, ['係我', '係']],
    ],
  },
];
