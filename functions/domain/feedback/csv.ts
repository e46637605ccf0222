import type { ReportRow } from './report.ts';

const COLUMNS = ['figure', 'by', 'value', 'events', 'cases', 'people'] as const;

/** RFC 4180, with a byte order mark so that spreadsheets read the characters; no cell is a formula. */
export const csvOf = (rows: readonly ReportRow[]): string =>
  `\uFEFF${[COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(','))].join('\r\n')}\r\n`;

/** A spreadsheet takes a text that begins so for a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n]/u;

/** A cell that is text wherever it is opened. */
export function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const plain = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
