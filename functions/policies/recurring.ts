import type { RecurringRules } from '#domain/feedback/recurring.ts';
import { HOUR } from '#domain/time.ts';

/** Eight people in two hours with one fault are an issue; the house is told once, then at most once an hour. */
export const RECURRING: RecurringRules = {
  atLeast: 8,
  within: 2 * HOUR,
  noticeEvery: HOUR,
  together: [['service.down', 'app.down', 'login.failed']],
};
