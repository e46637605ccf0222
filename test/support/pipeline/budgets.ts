/**
 * Bytes a function's bundle may load when it starts. The usual limit and dispatch's are the quality page's; the others
 * stand where a function carries what that page did not count: numbers of eight countries (50 kB), the people
 * and cases a reply moves, every route of staff with its schemas and scripts (docs/decisions/0016).
 */
const USUAL = 320_000;
const BUDGET: Readonly<Record<string, number>> = {
  'accept-events': 415_000,
  'receive-events': 415_000,
  'advance-case': 450_000,
  'receive-reply': 340_000,
  'accept-webhook': 365_000,
  'staff-api': 515_000,
  'complaint-api': 420_000,
};

export const budgetOf = (name: string): number => BUDGET[name] ?? USUAL;
