import type { Case } from '../case/case.ts';
import type { FurtherRoute } from '../complaint/clocks/policy.ts';
import type { OfferTerms } from '../complaint/offer.ts';
import { valueOf } from '../complaint/offers/terms.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Locale } from '../words.ts';
import { localDate } from './moment.ts';
import type { Phrases } from './phrases.ts';
import type { Values } from './template.ts';

export type AboutAt = { readonly words: Phrases; readonly locale: Locale; readonly zone: string };

/** What a complaint's contact tells: the terms of an offer, a decision and the ways that stay open, a new date. */
export function aboutWords({ about }: Case, at: AboutAt): Pick<Values, 'terms' | 'until' | 'decision' | 'routes'> {
  switch (about?.what) {
    case 'offer':
      return { terms: termsWords(about.terms, at), until: localDate(about.expiresAt, at.zone, at.locale) };
    case 'agreed':
      return { terms: termsWords(about.terms, at) };
    case 'decided':
      return { decision: at.words.decisions[about.decision], routes: routesWords(about.routes, at.words) };
    case 'extended':
      return { until: localDate(about.dueAt, at.zone, at.locale) };
    default:
      return {};
  }
}

/** Amounts are exact: as they stand in the offer, with their currency. */
const moneyWords = (money: Money): string => {
  const { amount, currency } = formatMoney(money);
  return `${currency} ${amount}`;
};

export function termsWords(terms: OfferTerms, { words }: Pick<AboutAt, 'words'>): string {
  const pattern = words.terms[terms.kind];
  switch (terms.kind) {
    case 'instalments': {
      const first = terms.firstOn === undefined ? '' : words.first.replace('{until}', terms.firstOn);
      const waive = terms.waive === undefined ? '' : words.waive.replace('{amount}', moneyWords(terms.waive));
      const sum = pattern.replace('{count}', String(terms.count)).replace('{amount}', moneyWords(terms.amount));
      return sum + first + waive;
    }
    case 'deferral':
      return pattern.replace('{until}', terms.until);
    case 'rate':
      return pattern.replace('{rate}', terms.rate);
    case 'term':
      return pattern.replace('{count}', String(terms.months));
    case 'waiver':
    case 'goodwill': {
      const value = valueOf(terms);
      return pattern.replace('{amount}', value === undefined ? '' : moneyWords(value));
    }
  }
}

const routesWords = (routes: readonly FurtherRoute[], words: Phrases): string =>
  routes.map((route) => words.routes[route]).join(words.and);
