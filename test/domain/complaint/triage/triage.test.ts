import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPLAINT_CATEGORIES, COMPLAINT_FLAGS, COMPLAINT_KINDS } from '#domain/complaint/complaint.ts';
import { DEPARTMENTS } from '#domain/words.ts';
import { triageComplaint } from '#policies/triage/triage.ts';

test('a regulator named in a complaint is a threat, asked about it is none', () => {
  expect(triageComplaint('再不处理我就打12378投诉你们').flags).toContain('regulator_threat');
  expect(triageComplaint('Refund my fee or I go to the ombudsman').flags).toContain('regulator_threat');
  for (const asked of ['12378是你们银行的电话吗', 'Is the FCA your regulator?']) {
    expect(triageComplaint(asked)).toMatchObject({ kind: 'inquiry', flags: [], severity: 'P4' });
  }
});

test('what is denied is not flagged', () => {
  expect(triageComplaint('我没有被骚扰，只是利息算错了').flags).not.toContain('harassment');
  expect(triageComplaint('I was not harassed, but the fee is wrong').flags).not.toContain('harassment');
  expect(triageComplaint('不要再骚扰我').flags).toContain('harassment');
  expect(triageComplaint('They harass me, not once but daily').flags).toContain('harassment');
});

test('a fraud that is going on, and a life in danger, come before all else', () => {
  expect(triageComplaint('骗子正在远程控制我的手机转钱')).toMatchObject({ severity: 'P1', department: 'fraud-desk' });
  expect(triageComplaint('A scammer is in my account right now, freeze it')).toMatchObject({
    severity: 'P1',
    department: 'fraud-desk',
  });
  expect(triageComplaint('我真的不想活了')).toMatchObject({ severity: 'P1', department: 'complaints' });
  expect(triageComplaint('I want to end my life')).toMatchObject({ severity: 'P1', department: 'complaints' });
});

test('in a long letter a life, a running fraud and a wish to be left alone need one word', () => {
  const story =
    'The branch changed its hours in May and I had to come three times before anybody took the form. '.repeat(3);

  expect(triageComplaint(`${story} I feel suicidal.`).severity).toBe('P1');
  expect(triageComplaint(`${story} A scammer is in my account right now.`).severity).toBe('P1');
  expect(triageComplaint(`${story} Unsubscribe.`).flags).toContain('stop_contact');
  expect(triageComplaint(`${story} An attorney works next door.`).flags).not.toContain('legal_threat');
  expect(triageComplaint(`${story} My attorney will sue you.`).flags).toContain('legal_threat');
});

test('up to seventeen words are sure by their confidence, a word more goes to the triage desk; flags are short texts until 24', () => {
  const words = 'Your late fee is wrong and I want this late fee refunded to me this very week please'.split(' ');
  const [short, long] = [words.slice(0, 17), [...words.slice(0, 17), 'thanks']].map((some) => some.join(' '));

  expect(triageComplaint(short ?? '')).toMatchObject({ category: 'fees_interest', autoRoute: true });
  expect(triageComplaint(long ?? '')).toMatchObject({
    category: 'fees_interest',
    autoRoute: false,
    department: 'triage',
  });
  expect(triageComplaint(`${long}, my attorney will sue you`).flags).toContain('legal_threat');
});

test('severity follows from flags, kind and category alone', () => {
  expect(triageComplaint('卡被盗刷了三千，银行不赔').severity).toBe('P2');
  expect(triageComplaint('年费乱收').severity).toBe('P3');
  expect(triageComplaint('Could you waive the late fee?').severity).toBe('P3');
  expect(triageComplaint('How much is a wire transfer?').severity).toBe('P4');
});

test('a debt denied after the bank asked for it is urgent', () => {
  const text = '我早就还清了，怎么还催';

  expect(triageComplaint(text)).toMatchObject({ category: 'not_owed', severity: 'P3' });
  expect(triageComplaint(text, { purpose: 'debt_reminder' }).severity).toBe('P2');
});

test('money that left and did not arrive denies no debt', () => {
  for (const text of [
    '手机银行转账3000元，钱已经扣了，对方三天还没收到，客服只会让我等',
    'The transfer was taken from my account three days ago and has not arrived',
    'My account was debited on the 3rd but the payee says the money never came',
  ]) {
    expect(triageComplaint(text)).toMatchObject({ category: 'transfer_payment', flags: [], fault: 'transfer.missing' });
  }
  expect(triageComplaint('月供已经扣了，怎么还发短信催我').flags).toEqual(['false_overdue']);
  expect(triageComplaint('The payment was taken on the 1st, you tell me I am overdue').flags).toEqual([
    'false_overdue',
  ]);
});

test('an overdue figure said to be wrong is a debt disputed, a wrong fee is not', () => {
  for (const text of [
    '每月都按时还款，你们却说我逾期九十天，账目弄错了',
    '你们说的欠款金额不对，我每期都还了',
    'I pay every month on time and you say I am ninety days overdue, your figures are wrong',
    'The balance you claim is wrong, I paid every instalment',
  ]) {
    expect(triageComplaint(text)).toMatchObject({ category: 'not_owed', flags: ['false_overdue'] });
  }
  expect(triageComplaint('逾期利息算错了，多收了我八十').flags).toEqual([]);
  expect(triageComplaint('The late fee you charged is wrong').flags).toEqual([]);
});

test.each(['I sent $800 to my sister and it never arrived', 'I sent a present to my sister, the app crashed'])(
  'what a customer sends to their own people tells these nothing of a debt: %s',
  (text) => {
    expect(triageComplaint(text).flags).toEqual([]);
  },
);

test.each([
  'They sent letters to my mother about my debt',
  'A letter about my debt was sent to my mother',
  'You sent it to my boss',
  'They sent bailiffs to my mother',
])('what the bank sends to others does: %s', (text) => {
  expect(triageComplaint(text).flags).toContain('third_party_contact');
});

test('an account that is full denies a debt only where there is word of one', () => {
  expect(triageComplaint('余额足够却扣款失败').flags).toEqual([]);
  expect(triageComplaint('我的卡余额足够，为什么还说逾期').flags).toContain('false_overdue');
});

test('a category that is known is not guessed', () => {
  const read = triageComplaint('你们太过分了', { category: 'fees_interest' });

  expect(read.categories).toEqual([{ category: 'fees_interest', confidence: 1 }]);
  expect(read).toMatchObject({ autoRoute: true, department: 'product-owner' });
});

test('an answer that denies a debt is a complaint whatever its words', () => {
  expect(triageComplaint('4K2', { purpose: 'debt_reminder', category: 'not_owed' })).toMatchObject({
    kind: 'complaint',
    severity: 'P2',
    department: 'collections',
    autoRoute: true,
  });
});

test('harassment after a debt contact is about the collecting', () => {
  expect(triageComplaint('你们天天打电话骚扰，我要投诉！', { purpose: 'debt_reminder' }).category).toBe(
    'collection_conduct',
  );
});

test('what is unsure goes to the triage desk with the best three', () => {
  const read = triageComplaint('转账和贷款的事情你们一直不处理');

  expect(read).toMatchObject({ kind: 'complaint', department: 'triage', autoRoute: false });
  expect(read.categories.length).toBeLessThanOrEqual(3);
});

test('Chinese and English complaints of one thing have one fault', () => {
  for (const text of [
    '转账失败，一直报错',
    '我这里转不出去钱，气死了',
    'Transfer failed again',
    "I can't send money, terrible",
  ]) {
    expect(triageComplaint(text).fault).toBe('transfer.failed');
  }
  expect(triageComplaint('I cannot open the banking app').fault).toBe('app.down');
  expect(triageComplaint('How do I make a transfer?').fault).toBeUndefined();
});

test('markup, width, case and traditional characters do not matter', () => {
  const plain = triageComplaint('骚扰电话一天几十个，我要起诉');

  expect(triageComplaint('<p>騷擾電話</p><b>一天幾十個</b>，我要起訴<script>alert("praise")</script>')).toEqual(plain);
  expect(triageComplaint('ＣＦＰＢ will hear about this FEE').flags).toEqual(['regulator_threat']);
  expect(triageComplaint('I&#39;m being charged twice').category).toBe('transaction_dispute');
});

test('every decision names the listed words that made it', () => {
  const { why, flags, category } = triageComplaint('外包催收骂我，还打给我同事，我要找律师');

  expect(flags).toEqual(['legal_threat', 'harassment', 'third_party_contact']);
  expect(why.map((one) => one.what)).toEqual([
    'kind complaint',
    `category ${category}`,
    ...flags.map((flag) => `flag ${flag}`),
  ]);
  for (const { words } of why) expect(words.length).toBeGreaterThan(0);
});

test('the words of the customer never stand in the reasons', () => {
  const { why } = triageComplaint('我叫欧阳震华，身份证310101199001011234，你们骚扰我');

  expect(JSON.stringify(why)).not.toMatch(/欧阳|震华|3101/u);
});

test('whatever is written, something is said, and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const read = triageComplaint(text);
      expect(COMPLAINT_KINDS).toContain(read.kind);
      expect(COMPLAINT_CATEGORIES).toContain(read.category);
      expect(DEPARTMENTS).toContain(read.department);
      for (const flag of read.flags) expect(COMPLAINT_FLAGS).toContain(flag);
      expect(triageComplaint(text)).toEqual(read);
    }),
  );
});

test('a text of a million characters is read as far as a complaint may be long', () => {
  const begun = process.cpuUsage();
  expect(triageComplaint('一天几十个骚扰电话<'.repeat(110_000)).flags).toEqual(['harassment']);
  const { user } = process.cpuUsage(begun);

  expect(user / 1_000).toBeLessThan(1_000);
});

test('formulas and addresses are words like others', () => {
  expect(triageComplaint('=HYPERLINK("http://x","click")')).toMatchObject({ severity: 'P4', autoRoute: false });
});
