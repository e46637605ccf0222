/**
 * Bytes a function's bundle may load when it starts. The usual limit and dispatch's are the quality page's; the others
 * stand where a function carries more than that page counted: every event's schema and rule in one, secrets of webhooks,
 * every route of staff with its schemas and scripts (docs/decisions/0016).
 */
const USUAL = 320_000;
const BUDGET: Readonly<Record<string, number>> = {
  'accept-events': 355_000,
  'receive-events': 355_000,
  'advance-case': 450_000,
  'accept-webhook': 355_000,
  'receive-reply': 330_000,
  'staff-api': 525_000,
  'complaint-api': 420_000,
};

export const budgetOf = (name: string): number => BUDGET[name] ?? USUAL;
