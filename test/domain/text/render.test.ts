import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEMPLATES } from '#domain/policy/template-names.ts';
import { type RenderRequest, render } from '#domain/text/render.ts';
import { segmentsOf } from '#domain/text/segments.ts';
import { type Catalogue, type MessageName, oneText, VARIABLES, type Values } from '#domain/text/template.ts';
import { type DisclosureLevel, LOCALES } from '#domain/words.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';

const VALUES: Values = {
  bank: '示例银行',
  phone: '95500',
  whom: '李*',
  token: '4K',
  reference: 'case-1',
  name: '李明',
  account: '尾号1234账户',
  reason: '一笔异地交易',
  when: '6月3日14:22',
  choices: '本人回4K1',
  amount: 'CNY 300.00',
};
const asked = (template: MessageName, reader: DisclosureLevel, values: Values = VALUES): RenderRequest => ({
  template,
  locale: 'zh-CN',
  reader,
  values,
});
const textOf = (request: RenderRequest, catalogue: Catalogue = CATALOGUE): string => {
  const made = render(catalogue, request);
  return 'refused' in made ? made.refused : made.text.reveal();
};
const withRelay = (...wordings: string[]): Catalogue => ({
  ...CATALOGUE,
  'zh-CN': { ...CATALOGUE['zh-CN'], 'contact.relay': [{ level: 0, parts: 1, wordings }] },
});

test('a wording for third parties that names the account does not compile', () => {
  const bad = [
    // @ts-expect-error TS2345: {account} is of level 2, and a text of level 0 is read by third parties.
    oneText(0, '【{bank}】您尾号{account}'),
    // @ts-expect-error TS2345: {amount} is of level 3, and the customer of a text is not identified.
    oneText(2, '{bank}: {amount}'),
    // @ts-expect-error TS2345: {balance} is no variable at all.
    oneText(3, '{bank}: {balance}'),
  ];
  const good = [oneText(0, '{bank}: {whom} {token}'), oneText(2, '{bank}: {account} {reason}')];

  expect(bad).toHaveLength(3);
  expect(good.map((message) => message.level)).toEqual([0, 2]);
});

test('a wording that names more than its level may is refused when it runs, wherever it came from', () => {
  expect(textOf(asked('contact.relay', 0), withRelay('【{bank}】{account}'))).toBe('text.above-level');
  expect(textOf(asked('contact.relay', 0), withRelay('【{bank}】{toString}'))).toBe('text.above-level');
});

test('nobody reads a message above their own level', () => {
  expect(textOf(asked('fraud.ask', 1))).toBe('text.above-level');
  expect(textOf(asked('call.fraud', 2))).toBe('text.above-level');
  expect(textOf(asked('answer.clarify', 0))).not.toContain('本人');
  expect(textOf(asked('answer.clarify', 2))).toContain('本人回4K1');
});

test('an unknown variable is never left blank: the next wording is taken, or nothing is sent', () => {
  const { token: _none, ...withoutToken } = VALUES;
  const { amount: _unknown, ...withoutAmount } = VALUES;

  expect(textOf(asked('fraud.ask', 2, withoutToken))).toBe('text.variable-missing');
  expect(textOf(asked('call.fraud', 3, withoutAmount))).not.toContain('金额');
});

test('a text over its budget is refused, never cut', () => {
  expect(textOf(asked('contact.relay', 0, { ...VALUES, bank: '某'.repeat(60) }))).toBe('text.over-budget');
  expect(textOf(asked('fraud.ask', 2, { ...VALUES, bank: '某'.repeat(19) }))).not.toContain('密码');
});

test.each(['http://x', 'WWW.x', '李\n明', '李\u0000', '{bank}', '\ud800'])(
  'a value like %j goes into no text',
  (whom) => {
    expect(textOf(asked('contact.relay', 0, { ...VALUES, whom }))).toBe('text.unsafe');
  },
);

test('whatever the values are, a rendered text keeps its budget and shows nothing above the level of its reader', () => {
  const secret = fc.stringMatching(/^[A-Z]{6}$/u);
  fc.assert(
    fc.property(
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom(...LOCALES),
      fc.constantFrom<DisclosureLevel>(0, 1, 2),
      fc.uniqueArray(secret, { minLength: 5, maxLength: 5 }),
      (template, locale, reader, secrets) => {
        const [account = '', reason = '', amount = '', reference = '', choices = ''] = secrets;
        const hidden = { account, reason, amount, reference, choices };
        const made = render(CATALOGUE, { template, locale, reader, values: { ...VALUES, ...hidden } });
        if ('refused' in made) return;
        const text = made.text.reveal();
        expect(made.level).toBeLessThanOrEqual(reader);
        const budget = CATALOGUE[locale][template].find(({ level }) => level === made.level)?.parts ?? 1;
        expect(segmentsOf(text).parts).toBeLessThanOrEqual(budget);
        const above = Object.entries(hidden).filter(([name]) => VARIABLES[name as keyof typeof hidden] > reader);
        expect(above.some(([, value]) => text.includes(value))).toBe(false);
      },
    ),
  );
});

/** Variables a wording names, in order. */
const namesIn = (wording: string) => [...wording.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name ?? '');

const ASKS = ['fraud.ask', 'fraud.ask.neutral', 'welfare.ask', 'service.ask', 'debt.remind'] as const;

test.each(LOCALES)('every ask in %s names the bank, the answers with their token, and how to opt out', (locale) => {
  for (const wording of ASKS.flatMap((name) => CATALOGUE[locale][name].flatMap((message) => message.wordings))) {
    expect(namesIn(wording)).toContain('bank');
    expect(wording).toContain('{token}1');
    expect(wording).toContain('{token}2');
    expect(wording).toMatch(locale === 'zh-CN' ? /回T退订$/u : /STOP to opt out\.$/u);
  }
  for (const wording of CATALOGUE[locale]['contact.relay'].flatMap((message) => message.wordings)) {
    expect(namesIn(wording).every((name) => ['bank', 'whom', 'token'].includes(name))).toBe(true);
    expect(wording).toContain('{token}9');
  }
});

test.each(LOCALES)('no text in %s carries a link or asks for a password or code', (locale) => {
  const all = Object.values(CATALOGUE[locale]).flatMap((messages) => messages.flatMap((message) => message.wordings));
  for (const wording of all) {
    expect(wording).not.toMatch(/:\/\/|www\.|\.(?:com|cn|org|net)\b/iu);
    expect(wording).not.toMatch(/请(?:回复|提供|输入|告知)[^，。]*(?:密码|验证码)/u);
    expect(wording).not.toMatch(/(?:send|reply|tell|enter)[^.]*(?:password|pin|code:)/iu);
  }
});
