/**
 * Bytes a function's bundle may load when it starts. Dispatch carries the gate with all laws, the texts, and the client
 * that sends them; what the others need for few messages is loaded with the first of these (docs/decisions/0026).
 */
const USUAL = 320_000;
const BUDGET: Readonly<Record<string, number>> = { 'advance-case': 450_000 };

export const budgetOf = (name: string): number => BUDGET[name] ?? USUAL;
