import type { ReplyContext } from '#domain/reply/reading/reading.ts';
import { CONTACT, DEBT, FOLLOW_UP, FRAUD, NOTHING_OPEN, OFFER, SERVICE, WELFARE } from './phrase.ts';
import type { RuleGroup } from './rule.ts';

const COURT: ReplyContext = { purpose: 'pre_litigation', openQuestions: 1, tokens: ['4K'] };
const SURVEY: ReplyContext = { purpose: 'survey', openQuestions: 1, tokens: ['4K'] };
/** Asked by the name of a template, as dispatch knows it. */
const ASKED: ReplyContext = { purpose: 'fraud_security', question: 'fraud-check', openQuestions: 1, tokens: ['4K'] };

export const ANSWERS: readonly RuleGroup[] = [
  {
    name: 'yes is the whole message, and what else means yes depends on the question',
    rows: [
      ['confirm.word', FRAUD, ['1', 'yes please', '是本人']],
      ['confirm.word', ASKED, ['1', '是的']],
      ['confirm.word', COURT, ['arrange payment', '我要协商']],
      ['unclear.unknown', FRAUD, ['yes maybe', 'arrange payment', 'same number', '我要协商']],
      ['unclear.third-party', CONTACT, ['yes', '是的', '2', 'I need help']],
      ['info.passed-on', CONTACT, ['1', '１']],
    ],
  },
  {
    name: 'no is a phrase that cannot be meant otherwise, the bare word, or the first word',
    rows: [
      ['deny.phrase', FRAUD, ['that was not me', 'block my card', '不是本人', '我要挂失']],
      ['deny.phrase', SERVICE, ['not me', 'that is not mine', '不是我', '号码变了']],
      ['deny.phrase', WELFARE, ['not mine', 'assistance', 'information', '怎么用']],
      ['deny.phrase', COURT, ['I owe nothing', '早就还清了']],
      ['deny.word', FRAUD, ['2', 'no', 'never thanks', '否', '没有啊']],
      ['deny.first-word', FRAUD, ['n they did', 'no they did', 'nope they did', 'nah they did']],
      ['deny.first-word', FRAUD, ['noo they did', 'nooo they did', '不，他们']],
      ['deny.first-word', FRAUD, ['please, no they did', 'hello sir no they did', 'no they did thanks', '请 不，他们']],
      ['unclear.unknown', FRAUD, ['2 people', 'negative balance', '不能去', 'maybe no', 'it says no']],
      ['unclear.both', FRAUD, ['no, it was me', 'no yes', '不，是我']],
    ],
  },
  {
    name: 'that nothing is wrong takes nothing from a yes, and is none by itself',
    rows: [
      [
        'confirm.word',
        FRAUD,
        ['all good, that was me', 'yes, dont worry', '没事，是我', '是我，放心', "That's correct, it was me"],
      ],
      [
        'confirm.slots',
        FRAUD,
        ['its fine I made it', 'I made it, all good', '没事，我本人刷的', '没问题，我刷的', '是我转的账'],
      ],
      [
        'confirm.slots',
        FRAUD,
        ['yes all good, I did authorise this', 'I recognise this transaction', '这笔交易是我做的'],
      ],
      ['confirm.word', WELFARE, ['没事，我很好', 'all fine here', 'I am safe now, dont worry']],
      [
        'unclear.unknown',
        FRAUD,
        ['all good', 'dont worry', '没事', '放心', 'correct it', 'correct this', 'yeah, right'],
      ],
      ['unclear.unknown', WELFARE, ['dont worry', '没事', '放心']],
      ['deny.phrase', FRAUD, ['all good, it was not me', '没事，不是我', 'I do not recognise this']],
    ],
  },
  {
    name: 'a two at the beginning denies beside what urges, refuses or takes back',
    rows: [
      ['deny.digit', SERVICE, ['2 dont', '2 dont need', '2 no need']],
      ['deny.digit', WELFARE, ['2 快点', '2 asap']],
      ['deny.digit', FRAUD, ['2 asap', '2 not', '2. it is over there']],
    ],
  },
  {
    name: 'what stands behind a denial takes nothing back',
    rows: [
      ['deny.phrase', WELFARE, ['摔倒了起不来']],
      ['deny.phrase', SERVICE, ['地址错误从未改']],
      ['unclear.wrong-and-answer', WELFARE, ['不是机主，是', '好的，发错人']],
      ['unclear.wrong-and-answer', SERVICE, ['wrong number, no 2']],
      ['deny.phrase', FRAUD, ['你们是不是骗子，我被骗了']],
    ],
  },
  {
    name: 'nobody who says that there was no reply says no',
    rows: [
      ['unclear.unknown', FRAUD, ['no reply', 'No answer', 'no response']],
      ['unclear.unknown', WELFARE, ['no reply', 'no response']],
      ['unclear.taken-back', OFFER, ['no reply', 'no answer', 'I never said no', '没说不']],
      ['deny.word', FRAUD, ['No. Answer is 2', 'no, reply 2']],
      ['decline.word', OFFER, ['no, reply 2', 'no, answer: no']],
    ],
  },
  {
    name: 'a rating that is corrected is asked back',
    rows: [
      ['unclear.unknown', FOLLOW_UP, ['4, no 2', '5, no, 1', '5，不，1', '4, no 5', '4, 2', '5, sorry 1']],
      [
        'rating.given',
        FOLLOW_UP,
        ['4, no complaints', '4, no 6 of them', '2, not good', '4, waited 2 hours', '4, no', '4'],
      ],
    ],
  },
  {
    name: 'a question denies nothing, but only the sentence that asks is a question',
    rows: [
      ['unclear.unknown', FRAUD, ['did I say it was not me', 'well, is it not mine', 'no they did?', '是不是不是我的']],
      ['deny.phrase', FRAUD, ['Not me. Did I say so.', 'I know what is it not mine', '不是我的。对吗']],
      ['deny.phrase', FRAUD, ['is it so. no. not me', '是吗。不是我的。']],
    ],
  },
  {
    name: 'of two things said the weightier one counts',
    rows: [
      ['deny.phrase', FRAUD, ['not me, I will sue you', '不是本人，我要投诉']],
      ['complaint.words', FRAUD, ['I will sue you', 'no, it was me, I will sue you', '我要投诉']],
      ['complaint.words', SERVICE, ['not me, I will sue you', '不是本人，我要投诉']],
    ],
  },
  {
    name: 'yes from a number that opted out is no consent while a question is open',
    rows: [
      ['unclear.opt-in-word', { ...FRAUD, optedOut: true }, ['yes', 'Y']],
      ['start.yes', { ...NOTHING_OPEN, optedOut: true }, ['yes', 'Y']],
      ['confirm.word', { ...FRAUD, optedOut: true }, ['yes, it was me', '4K yes', '是的']],
    ],
  },
  {
    name: 'an offer is taken by an exact yes; terms come before a no',
    rows: [
      ['accept.word', OFFER, ['1', 'I accept', '同意']],
      ['decline.word', OFFER, ['2', 'no', 'no thanks', '不同意']],
      ['decline.phrase', OFFER, ["sorry I can't afford that", '太高了，真不接受']],
      ['counter.terms', OFFER, ['too high, I could pay 200', '太高了，每月还300']],
      ['unclear.unknown', OFFER, ['no reply yet', 'is it too high', 'would 2 do', '会不会太高了']],
    ],
  },
  {
    name: 'a rating is a digit or its word; a comment stands behind punctuation',
    rows: [
      ['rating.given', FOLLOW_UP, ['5', 'five', '4 stars', '满意', '"5", all was well', '4 stars, but slow']],
      ['rating.given', FOLLOW_UP, ['reply 5', '5 thank you', 'thank you very much 5', 'please 5 thanks', '请 5 谢谢']],
      ['rating.given', SURVEY, ['5', '非常满意']],
      ['unclear.unknown', FOLLOW_UP, ['4 people waited', '4 6', 'good, but slow', '15, all was well', '满意，但是']],
    ],
  },
  {
    name: 'a token alone answers nothing, and one of another number answers for nobody',
    rows: [
      ['unclear.empty', FRAUD, ['', ' ', '…']],
      ['token.alone', FRAUD, ['4K', '4 K', '4-k', '2A']],
      ['token.foreign', FRAUD, ['2A1', '2A yes', '2A not me', '2A never', '2A it was me', '2A2', '2A9', '2A不是本人']],
      ['token.foreign', OFFER, ['2A1', '2A agreed', '2A2', '2A rejected', '2A同意', '2A不接受']],
      ['token.foreign', FOLLOW_UP, ['2A4']],
      ['token.foreign', CONTACT, ['2A1']],
      ['unclear.unknown', FRAUD, ['2A3', '2A 15', '2A 7 8', '2A zebra', '4 k is fine', 'table 4 k']],
      ['stop.word', FRAUD, ['2A stop', '2A退订']],
      ['help.word', FRAUD, ['2A help', '2A怎么用']],
      ['start.word', FRAUD, ['2A start', '2A恢复']],
      ['confirm.word', FRAUD, ['4 K1', '4 k 1', '4-K-1']],
      ['deny.phrase', FRAUD, ['3D secure failed, it was not me']],
    ],
  },
  {
    name: 'what a debtor proposes is a matter of debts',
    rows: [
      ['counter.terms', COURT, ['could I pay 300', 'a payment plan', '能分期吗']],
      ['counter.terms', NOTHING_OPEN, ['could I pay 300', '能分期吗']],
      ['counter.terms', FOLLOW_UP, ['could I pay 300', '能分期吗']],
      ['unclear.unknown', DEBT, ['could I pay', '我还']],
      ['unclear.unknown', WELFARE, ['could I pay 300', 'a payment plan', '能分期']],
    ],
  },
];
