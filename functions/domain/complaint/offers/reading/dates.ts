import { civilFromDays, daysFromCivil } from '../../../time.ts';
import { dateText } from '../terms.ts';

/** A date somebody named, and the text without it, so that its digits are nobody's sum. */
export type FoundDate = { readonly until?: string; readonly rest: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = `(${MONTHS.join('|')})[a-z]*\\.?`;
const ORDINAL = '(?:st|nd|rd|th)?';

type Named = { readonly year?: number; readonly month?: number; readonly day?: number | 'last'; readonly next?: true };
type Form = readonly [pattern: RegExp, read: (groups: readonly (string | undefined)[]) => Named];

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;
const numbered = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** The more a form says, the earlier it is tried. A day before a month is read as in Europe, as texts to us are. */
const FORMS: readonly Form[] = [
  [/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/u, ([y, m, d]) => date(y, m, d)],
  [/(\d{1,2})月(\d{1,2})[日号]?/u, ([m, d]) => date(undefined, m, d)],
  [/(\d{1,2})月(?:底|末)/u, ([m]) => ({ ...date(undefined, m, undefined), day: 'last' })],
  [/下个?月(?:底|末)/u, () => ({ next: true, day: 'last' })],
  [/下个?月(\d{1,2})[日号]?/u, ([d]) => ({ next: true, day: Number(d) })],
  [/(?:这个?|本)?月(?:底|末)/u, () => ({ day: 'last' })],
  [/(\d{1,2})[日号]/u, ([d]) => ({ day: Number(d) })],
  [
    new RegExp(`(\\d{1,2})${ORDINAL}(?: of)? ${NAME}(?:,? (\\d{4}))?`, 'u'),
    ([d, m, y]) => date(y, String(monthOf(m)), d),
  ],
  [
    new RegExp(`${NAME} (\\d{1,2})${ORDINAL}(?!\\d)(?:,? (\\d{4}))?`, 'u'),
    ([m, d, y]) => date(y, String(monthOf(m)), d),
  ],
  [new RegExp(`end of ${NAME}`, 'u'), ([m]) => ({ month: monthOf(m), day: 'last' })],
  [/end of next month/u, () => ({ next: true, day: 'last' })],
  [/end of (?:the|this) month|month end/u, () => ({ day: 'last' })],
  [/\bthe (\d{1,2})(?:st|nd|rd|th)\b/u, ([d]) => ({ day: Number(d) })],
];

function date(year: string | undefined, month: string | undefined, day: string | undefined): Named {
  const [y, m, d] = [year, month, day].map(numbered);
  return {
    ...(y === undefined ? {} : { year: y }),
    ...(m === undefined ? {} : { month: m }),
    ...(d === undefined ? {} : { day: d }),
  };
}

/** The first date named, on or after today where its year or month is left out. */
export function readDate(text: string, today: number): FoundDate {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const until = resolve(read(match.slice(1)), today);
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return until === undefined ? { rest } : { until: dateText(until), rest };
  }
  return { rest: text };
}

function resolve(named: Named, today: number): number | undefined {
  const now = civilFromDays(today);
  const { day = 1 } = named;
  if (named.year !== undefined && named.month !== undefined) return dayIn(named.year, named.month, day);
  if (named.month !== undefined) {
    const thisYear = dayIn(now.year, named.month, day);
    return thisYear !== undefined && thisYear >= today ? thisYear : dayIn(now.year + 1, named.month, day);
  }
  const thisMonth = named.next === true ? undefined : dayIn(now.year, now.month, day);
  if (thisMonth !== undefined && thisMonth >= today) return thisMonth;
  return now.month === 12 ? dayIn(now.year + 1, 1, day) : dayIn(now.year, now.month + 1, day);
}

/** Undefined where the month has no such day. */
function dayIn(year: number, month: number, day: number | 'last'): number | undefined {
  if (month < 1 || month > 12) return undefined;
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  const first = daysFromCivil(year, month, 1);
  if (day === 'last') return next - 1;
  return day >= 1 && first + day - 1 < next ? first + day - 1 : undefined;
}
