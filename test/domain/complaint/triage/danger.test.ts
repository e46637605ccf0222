import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { triageComplaint } from '#policies/triage/triage.ts';

/** The flag a text raises, or `none` where it only sounds like one of them; text. */
const rowsOf = (file: string): readonly (readonly [flag: string, text: string])[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [flag = '', text = ''] = line.split('\t');
      return [flag, text];
    });

const ASKED_FOR = ['self_harm', 'fraud_in_progress', 'wrong_contact'];
const raisedBy = (text: string): readonly string[] =>
  triageComplaint(text).flags.filter((flag) => ASKED_FOR.includes(flag));

test.each([...rowsOf('danger.en.tsv'), ...rowsOf('danger.zh.tsv')])(
  'a life in danger and a running fraud are told from what sounds like them: %s, %s',
  (flag, text) => {
    expect(raisedBy(text)).toEqual(flag === 'none' ? [] : [flag]);
  },
);

test.each([...rowsOf('wrong-contact.en.tsv'), ...rowsOf('wrong-contact.zh.tsv')])(
  'a number is stale where the bank has the wrong one, not where money or a text of one’s own went astray: %s, %s',
  (flag, text) => {
    expect(raisedBy(text)).toEqual(flag === 'none' ? [] : [flag]);
  },
);

test('who is not sent what they want has not asked for silence', () => {
  expect(triageComplaint('You stopped sending me my statements in May').flags).toEqual([]);
  for (const text of ['Never ring this number again', 'I demand you stop sending me letters', '唔好再打畀我']) {
    expect(triageComplaint(text).flags).toContain('stop_contact');
  }
});

test('a fraud that is over is a complaint of fraud, urgent and not at once', () => {
  for (const text of [
    'In 2022 I let a scammer have remote access to my computer, and you refused my claim',
    '去年骗子让我共享屏幕转走了三万，你们不赔',
  ]) {
    expect(triageComplaint(text)).toMatchObject({
      kind: 'complaint',
      category: 'fraud_unauthorised',
      severity: 'P2',
      flags: [],
    });
  }
});

test('what a past fraud is told of in the same breath as a running one takes nothing back', () => {
  for (const text of [
    'Last month I gave my code to a scammer and now money is leaving my account',
    'I was scammed last year. He is in my account right now.',
    '上个月被骗过一次，现在骗子又在远程控制我的手机',
  ]) {
    expect(triageComplaint(text)).toMatchObject({ severity: 'P1', department: 'fraud-desk' });
  }
});

test('a suicide in the family is a bereavement, thinking of one’s own is danger', () => {
  expect(triageComplaint('My husband died by suicide last year and you will not close his account').severity).toBe(
    'P2',
  );
  expect(triageComplaint('我儿子前年自杀走了，你们还给他打催收电话').flags).not.toContain('self_harm');
  expect(
    triageComplaint('My husband died by suicide last year and I am thinking of joining him tonight').severity,
  ).toBe('P1');
});
