import { CONTACT, DEBT, FOLLOW_UP, FRAUD, NOTHING_OPEN, SERVICE } from './phrase.ts';
import { type RuleGroup, words } from './rule.ts';

export const STORIES: readonly RuleGroup[] = [
  {
    name: 'the wrong person says so in one breath; a third party with fewer words than a customer',
    rows: [
      ['wrong.digit', SERVICE, ['9', 'reply 9', '9 thank you', '回复9']],
      ['unclear.unknown', SERVICE, ['9?', '9 9', 'yes 9', '3 thanks']],
      ['wrong.phrase', SERVICE, ['wrong number', `wrong number ${words(14)}`, '打错了']],
      ['unclear.unknown', SERVICE, [`wrong number ${words(15)}`, 'is this the wrong number', '打错了吗']],
      ['wrong.phrase', CONTACT, ['unknown', '错了', `never heard of ${words(6)}`, '不认识']],
      ['unclear.unknown', SERVICE, ['unknown', '错了', `never heard of ${words(6)}`]],
      ['wrong.phrase', SERVICE, [`never heard of ${words(5)}`, '不认识他']],
      ['unclear.unknown', FRAUD, ['never heard of that', '不认识他']],
      ['unclear.unknown', CONTACT, ['that is unknown', 'is it a stranger to me']],
    ],
  },
  {
    name: 'what answers no question has its rule all the same',
    rows: [
      ['complaint.words', NOTHING_OPEN, ['I will sue you', 'ask my lawyer', '我要投诉', '我找律师']],
      ['unclear.unknown', NOTHING_OPEN, ['is it a lawyer', '是律师吗']],
      ['help.word', NOTHING_OPEN, ['help please', '怎么用']],
      ['help.word', FOLLOW_UP, ['help please', '怎么用']],
      ['start.word', NOTHING_OPEN, ['start', '恢复']],
      ['start.word', FOLLOW_UP, ['start', '恢复']],
      ['info.grave', NOTHING_OPEN, ['he died', 'why me, he died', '他去世了', '我爸死了', '死了', 'dead']],
      [
        'info.grave',
        DEBT,
        ['活不下去了', '我要跳楼', '想死', '不想活了', 'I want to die', 'I am suicidal', 'kill myself'],
      ],
      ['unclear.unknown', DEBT, ['烦死了', '忙死了', '累死了', '急死了', '笑死了']],
      ['info.phrase', DEBT, ['想死你了', 'my phone is dead', 'dead tired']],
      ['why.phrase', NOTHING_OPEN, ['who is this', `who is this ${words(17)}`, '你是谁']],
      ['why.story', NOTHING_OPEN, [`who is this ${words(18)}`]],
      ['counter.terms', NOTHING_OPEN, ['call me about a payment plan']],
      ['help.person', NOTHING_OPEN, ['call me', '转人工吧我说']],
      ['info.phrase', NOTHING_OPEN, ['I already paid', '昨天已经还了']],
      ['unclear.unknown', NOTHING_OPEN, ['hm', '这样啊']],
    ],
  },
];
