/**
 * Bytes a function's bundle may have. The usual limit is the quality page's; the others stand where a function carries
 * what that page did not count: the client of the key service (50 kB), numbers of eight countries (50 kB), the two
 * dictionaries of replies (45 kB), templates and scripts (30 kB), every route of staff.
 */
const USUAL = 320_000;
const BUDGET: Readonly<Record<string, number>> = {
  'accept-events': 480_000,
  'receive-events': 480_000,
  'advance-case': 480_000,
  'receive-reply': 445_000,
  'record-receipt': 385_000,
  'staff-api': 590_000,
};

export const budgetOf = (name: string): number => BUDGET[name] ?? USUAL;
