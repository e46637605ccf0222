import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { ContactAbout } from '#domain/case/contacts/about.ts';
import type { OfferTerms } from '#domain/complaint/offer.ts';
import { customerId, pointId } from '#domain/ids.ts';
import { TEMPLATES } from '#domain/policy/template-names.ts';
import { sensitive } from '#domain/sensitive.ts';
import { localMoment } from '#domain/text/moment.ts';
import { maskName } from '#domain/text/phrases.ts';
import { segmentsOf } from '#domain/text/segments.ts';
import { SCRIPTS } from '#domain/text/template.ts';
import { type Bank, renderFor, renderNeutral, type TextWanted, wordsForCall } from '#domain/text/wording.ts';
import type { Audience, Locale, Purpose } from '#domain/words.ts';
import { CATALOGUE } from '#policies/templates/catalogue.ts';
import { PHRASES } from '#policies/templates/phrases.ts';
import { accountOf } from '../../support/accounts.ts';
import { NOON, openedCase } from '../../support/cases.ts';
import { BANK, LONGEST_BANK, wordingNeeds } from '../../support/texts.ts';

/** 31 December, 23:59 in Shanghai: the longest moment. */
const LATE = 1_798_732_740_000;
const ASKS: readonly (readonly [string, Purpose])[] = [
  ['fraud.ask', 'fraud_security'],
  ['fraud.ask.neutral', 'fraud_security'],
  ['welfare.ask', 'welfare'],
  ['service.ask', 'account_service'],
  ['debt.remind', 'debt_reminder'],
  ['contact.relay', 'welfare'],
  ['contact.notice', 'account_service'],
  ['prelit.invite', 'pre_litigation'],
  ['prelit.mediation', 'pre_litigation'],
  ['prelit.notice', 'pre_litigation'],
  ['follow.ask', 'complaint_followup'],
];

type About = { of?: Partial<Case>; code?: string; name?: string; locale?: Locale; audience?: Audience; tail?: string };

function wanted(template: string, about: About = {}): TextWanted {
  const of = openedCase(about.of);
  const { tail: _tail, ...reason } = { ...of.reason, code: about.code ?? of.reason.code };
  return {
    of: { ...of, reason: about.tail === undefined ? reason : { ...reason, tail: about.tail } },
    template,
    audience: about.audience ?? (['contact.relay', 'contact.notice'].includes(template) ? 'contact' : 'customer'),
    token: '4K',
    dossier: {
      account: undefined,
      people: { contacts: [], customer: customerNamed(about.name ?? '李明', about.locale ?? 'zh-CN') },
    },
  };
}

const customerNamed = (name: string, locale: Locale): TextWanted['dossier']['people']['customer'] => ({
  id: customerId('u1'),
  version: 1,
  gateVersion: 1,
  revision: 1,
  name: sensitive(name),
  locale,
  timezone: 'Asia/Shanghai',
  phones: [{ point: pointId('p1'), value: sensitive('+8613800000000'), source: 'contract', since: NOON }],
  mails: [],
  pushEndpoints: [],
  preferences: {},
  flags: [],
  holds: [],
  asOf: NOON,
  hasContacts: true,
  openCases: [],
  sends: { any: [], debt: [] },
});

function text(want: TextWanted, bank: Bank = BANK): { text: string; id: string } {
  const made = renderFor(want, wordingNeeds(bank));
  return 'refused' in made ? { text: made.refused, id: '' } : { text: made.text.reveal(), id: made.templateId };
}

/** Every reason with and without a tail, in both languages, for a long and a short name. */
function worstCases(purpose: Purpose): About[] {
  const reason = { ...openedCase().reason, at: LATE };
  return (['zh-CN', 'en'] as const).flatMap((locale) =>
    [...Object.keys(PHRASES[locale].reasons[purpose]), 'a kind nobody knows'].flatMap((code) =>
      ['Maximiliano Featherstonehaughxx', ...(locale === 'zh-CN' ? ['李明'] : [])].flatMap((name) => [
        { of: { purpose, reason }, code, locale, name, tail: '1234' },
        { of: { purpose, reason }, code, locale, name },
      ]),
    ),
  );
}

test.each(ASKS)('%s stays one text with the longest bank, account, moment and every reason', (template, purpose) => {
  for (const about of worstCases(purpose)) {
    const made = text(wanted(template, about), LONGEST_BANK);

    expect(made.id, `${about.locale} ${about.code}: ${made.text}`).not.toBe('');
    expect(segmentsOf(made.text).parts).toBe(1);
    expect(made.text).toContain(about.locale === 'zh-CN' ? LONGEST_BANK.nameZh : LONGEST_BANK.nameEn);
    expect(made.text).toContain('4K');
  }
});

const CNY = (minor: number) => ({ minor, currency: 'CNY' });
const OFFERED: readonly OfferTerms[] = [
  { kind: 'instalments', count: 360, amount: CNY(99_999_999), firstOn: '2026-12-31', waive: CNY(1_234_567) },
  { kind: 'deferral', until: '2026-12-31' },
  { kind: 'rate', rate: '12.3456' },
  { kind: 'term', months: 360 },
  { kind: 'waiver', fees: [{ name: 'late fee', amount: CNY(50_000) }] },
  { kind: 'goodwill', amount: CNY(5_000_000) },
];
const TOLD: readonly (readonly [string, ContactAbout])[] = [
  ...OFFERED.flatMap((terms) =>
    ['offer.make', 'offer.remind'].map(
      (name) => [name, { what: 'offer', offerId: 'o1', terms, expiresAt: LATE }] as const,
    ),
  ),
  ...OFFERED.map((terms) => ['complaint.agreed', { what: 'agreed', offerId: 'o1', terms }] as const),
  ['complaint.acknowledged', { what: 'acknowledged' }],
  ['complaint.decided', { what: 'decided', decision: 'partly', routes: ['review', 'mediation', 'court'] }],
  ['complaint.extended', { what: 'extended', dueAt: LATE }],
  ['complaint.mediation-ended', { what: 'mediation-ended' }],
];

test.each(TOLD)(
  '%s of a complaint takes at most two texts, with the longest bank and the largest sums',
  (template, about) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const of = { purpose: 'complaint_followup', complaintId: 'x'.repeat(20), about } as const;
      const made = text(wanted(template, { of, locale, name: 'Jing Li' }), LONGEST_BANK);

      expect(made.id, `${locale}: ${made.text}`).not.toBe('');
      expect(segmentsOf(made.text).parts).toBeLessThanOrEqual(2);
    }
  },
);

test('an offer names its terms to the cent and to the day', () => {
  const about: ContactAbout = {
    what: 'offer',
    offerId: 'o1',
    terms: { kind: 'instalments', count: 12, amount: CNY(300_010) },
    expiresAt: LATE,
  };
  const made = text(wanted('offer.remind', { of: { purpose: 'negotiation_followup', about } }));

  expect(made.text).toContain('分12期还CNY 3000.10');
  expect(made.text).toContain('12月31日前有效');
});

test('an agreement is confirmed with its sum, its first day and its reference, in either language', () => {
  const terms = { kind: 'instalments', count: 12, amount: CNY(300_010), firstOn: '2026-07-03' } as const;
  const of = { complaintId: 'cmp1', about: { what: 'agreed', offerId: 'o1', terms } } as const;

  expect(text(wanted('complaint.agreed', { of })).text).toBe(
    '【示例银行】您已同意方案：分12期还CNY 3000.10，首期2026-07-03。协议编号cmp1，请留存本短信。如有疑问请致电95500。',
  );
  expect(text(wanted('complaint.agreed', { of, locale: 'en' })).text).toBe(
    'Demo Bank: agreed: CNY 3000.10 in 12 instalments, the first on 2026-07-03. It stands under your reference cmp1; please keep this text. Questions? Call 95500.',
  );
});

test.each(TEMPLATES.filter((name) => name.startsWith('answer.')))('%s is one text for whoever reads it', (template) => {
  for (const audience of ['customer', 'contact'] as const) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const about = { audience, locale, name: 'Jing Li', of: { id: 'x'.repeat(20) }, tail: '1234' };
      const made = text(wanted(template, about), LONGEST_BANK);

      expect(made.id, `${locale} ${audience}: ${made.text}`).not.toBe('');
      expect(segmentsOf(made.text).parts).toBe(1);
    }
  }
});

test('a third party reads the bank, whom to ask, nine for a wrong number and the token, and nothing else', () => {
  const made = text(wanted('contact.relay', { of: { purpose: 'welfare' }, code: 'scam-suspected', tail: '1234' }));

  expect(made.text).toBe('【示例银行】您被李*登记为紧急联系人，请转告其致电卡背客服电话。已转告回4K1，不认识回4K9');
  expect(made.id).toBe('contact.relay.zh-CN.L0@1');
});

test('a name in other letters than the text takes the short wording, and is never a reason to say more', () => {
  const made = text(wanted('contact.relay', { locale: 'en', name: '李明' }));

  expect(made.text).toBe('Demo Bank: ask 李* to call us. Wrong person: 4K9');
  expect(segmentsOf(made.text)).toMatchObject({ encoding: 'UCS-2', parts: 1 });
});

test('an answer to a contact never says what the customer would read', () => {
  const customer = text(wanted('answer.why', { tail: '1234' })).text;
  const contact = text(wanted('answer.why', { tail: '1234', audience: 'contact' })).text;

  expect(customer).toContain('尾号1234账户');
  expect(contact).not.toMatch(/1234|交易|逾期/u);
});

test('the moment is the one on the clock of the customer, not on ours', () => {
  expect(localMoment(LATE, 'Asia/Shanghai', 'zh-CN')).toBe('12月31日23:59');
  expect(localMoment(LATE, 'Europe/London', 'en')).toBe('31 Dec 15:59');
});

test('a name no template bears is refused', () => {
  expect(text(wanted('fraud.demand')).text).toBe('text.above-level');
  expect(renderNeutral('nobody', undefined, wordingNeeds())).toEqual({ refused: 'text.above-level' });
});

test('an unknown number is answered in the language of the bank, or in the one it has shown', () => {
  const inOwn = renderNeutral('answer.neutral', undefined, wordingNeeds());
  const shown = renderNeutral('answer.neutral', 'en', wordingNeeds());

  expect('refused' in inOwn ? '' : inOwn.text.reveal()).toContain('示例银行');
  expect('refused' in shown ? '' : shown.text.reveal()).toContain('Demo Bank');
});

test.each([
  ['李明', '李*'],
  ['Jing Li', 'J. Li'],
  ['José Conceição', 'J. Conceicao'],
  ['Cher', 'C.'],
  ['Ana Wolfeschlegelsteinhausenberger', 'A. W.'],
  ['买买提·艾力', '买*'],
])('%s is shown to third parties as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

const callStep = { id: 'call', channel: 'call', template: 'fraud.ask', wait: 'PT0S' } as const;

test('a call to a contact is scripted at level 0, one to the customer at level 3, and a machine learns nothing', () => {
  const about = wanted('fraud.ask', { tail: '1234' });
  const to = (audience: Audience) =>
    wordsForCall({ ...about, candidate: { step: { ...callStep, audience } } }, wordingNeeds());
  const [customer, contact] = [to('customer'), to('contact')];
  if ('refused' in customer || 'refused' in contact) throw new Error('refused');

  expect(customer.level).toBe(3);
  expect(customer.script).toContain('尾号1234账户');
  expect(contact.level).toBe(0);
  expect(contact.script).not.toMatch(/1234|交易|李明/u);
  expect(customer.voicemail).toBe('您好，这里是示例银行。请您方便时致电银行卡背面的客服电话。谢谢。');
});

test('an amount is said to the identified customer alone: a debt’s from the newest state, else the greatest of its events', () => {
  const money = (minor: number) => ({ minor, currency: 'CNY' });
  const account = accountOf({
    state: { sequence: 1, asOf: NOON, source: 'urn:bank:core', overdue: money(12_345) },
  });
  const said = (purpose: Purpose, joined: Partial<Case> = {}) => {
    const reason = { ...openedCase().reason, amount: money(300_000) };
    const want = wanted('fraud.ask', { of: { purpose, reason, ...joined } });
    const dossier = { ...want.dossier, account };
    const words = wordsForCall(
      { ...want, dossier, candidate: { step: { ...callStep, audience: 'customer' } } },
      wordingNeeds(),
    );
    return 'refused' in words ? words.refused : words.script;
  };

  expect(said('fraud_security')).toContain('金额CNY 3000.00');
  expect(said('debt_reminder')).toContain('金额CNY 123.45');
  expect(said('fraud_security', { joinedAmount: money(6_000_000) })).toContain('金额CNY 60000.00');
});

/** Every message as its reader gets it, with what it costs: a changed word shows in review. */
function golden(locale: Locale): string {
  const purposeOf = new Map(ASKS);
  const lines: string[] = [];
  for (const template of TEMPLATES) {
    for (const audience of ['customer', 'contact'] as const) {
      const purpose = purposeOf.get(template) ?? 'fraud_security';
      const code =
        purpose === 'fraud_security' ? 'unusual-amount' : purpose === 'account_service' ? 'dormant' : 'other';
      const told = TOLD.find(([name]) => name === template)?.[1];
      const of = { purpose, ...(told === undefined ? {} : { about: told, complaintId: 'x'.repeat(20) }) };
      const want = wanted(template, { of, code, locale, audience, name: 'Jing Li', tail: '1234' });
      const made = renderFor(want, wordingNeeds());
      if ('refused' in made) continue;
      const { encoding, units } = segmentsOf(made.text.reveal());
      lines.push(
        `${made.templateId} to the ${audience}: ${made.parts} part, ${units} of ${encoding}`,
        `  ${made.text.reveal()}`,
      );
    }
  }
  for (const script of SCRIPTS) {
    for (const { level, wordings } of CATALOGUE[locale][script]) {
      for (const wording of wordings) lines.push(`${script}.L${level}, spoken`, `  ${wording}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

test.each(['zh-CN', 'en'] as const)('the messages in %s read as they were reviewed', async (locale) => {
  await expect(golden(locale)).toMatchFileSnapshot(`../../golden/messages.${locale}.txt`);
});
