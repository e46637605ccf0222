import { expect, test } from 'vitest';
import { lintPolicies } from '#domain/policy/lint.ts';
import { isTemplate } from '#domain/policy/template-names.ts';
import type { JurisdictionPack } from '#domain/policy/types.ts';
import { bundledPolicies, PACKS } from '#policies/book.ts';
import { PLANS } from '#policies/plans.ts';
import { NOON } from '../support/cases.ts';
import { planOf, shipped } from '../support/rules/policies.ts';

test('the shipped plans, packs and limits have no fault', () => {
  const data = { plans: PLANS, packs: PACKS, limits: shipped.limits, book: shipped, isTemplate };

  expect(lintPolicies(data, NOON)).toEqual([]);
});

const pack = (id: JurisdictionPack['id']): JurisdictionPack => {
  const found = PACKS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`pack: got ${id}`);
  return found;
};

test('debts keep the hours of each law, and nothing about them happens on public holidays', () => {
  const hours = (id: JurisdictionPack['id']) => pack(id).hours.debt_reminder.sms;

  expect([hours('CN'), hours('US'), hours('UK')]).toEqual([['09:00-20:00'], ['09:00-20:00'], ['08:00-20:00']]);
  for (const one of PACKS) {
    expect(one.skipHolidays).toEqual(['debt_reminder', 'pre_litigation']);
    expect(one.hours.debt_reminder).toEqual(one.hours.pre_litigation);
  }
  expect(pack('US').hardHours.debt_reminder).toEqual(['08:00-21:00']);
  expect(pack('CN').hardHours.debt_reminder).toEqual(['08:00-22:00']);
});

test('every number that a law or we ourselves set says where it comes from and how sure that is', () => {
  for (const one of PACKS) {
    for (const topic of ['hours', 'thirdParty', 'holidays', ...one.caps.map((cap) => cap.rule)]) {
      expect(one.sources).toHaveProperty([topic]);
    }
    const law = Object.entries(one.sources).filter(([topic]) => topic !== 'holidays');
    for (const [, source] of law) expect(source).toMatch(/\((H|M|L|M–H)\)/u);
  }
});

test('public holidays of the years around the build are on file, none twice, none missing its year', () => {
  for (const one of PACKS) {
    for (const year of ['2025', '2026']) expect(one.holidays[year]?.length).toBeGreaterThan(7);
    const days = Object.values(one.holidays).flat();
    expect(new Set(days).size).toBe(days.length);
  }
  expect(pack('CN').holidays['2026']).toHaveLength(33);
  expect(pack('CN').holidays).not.toHaveProperty(['2027']);
});

test('a version is named by id, number and the first 12 digits of its hash, made once', () => {
  const asked: string[] = [];
  const book = bundledPolicies((text) => {
    asked.push(text);
    return 'abcdef0123456789';
  });
  const names = book.versions(planOf('debt-reminder'), ['CN', 'US']);

  expect(names).toEqual({
    plan: 'debt-reminder@1:abcdef012345',
    jurisdictions: ['CN@1:abcdef012345', 'US@1:abcdef012345'],
    limits: 'limits@1:abcdef012345',
  });
  expect(book.versions(planOf('debt-reminder'), ['CN', 'US'])).toEqual(names);
  expect(asked).toHaveLength(4);
});
