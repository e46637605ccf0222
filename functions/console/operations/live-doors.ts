import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { ConsoleNeeds } from '../ports.ts';
import type { DoorsOnDemand } from '../request/operation.ts';

/** Each group of routes stands in a file of its own, read with its first request: no request needs two of them. */
const casework = async () => (await import('./casework-doors.ts')).CASEWORK_DOORS;
const registry = async () => (await import('./registry-doors.ts')).REGISTRY_DOORS;
const oversight = async () => (await import('./oversight-doors.ts')).OVERSIGHT_DOORS;
const feedback = async () => (await import('./feedback-doors.ts')).FEEDBACK_DOORS;

/** What stands behind the routes of cases, tasks, registry and operations. */
export const STAFF_DOORS: DoorsOnDemand<ConsoleNeeds> = {
  cases: casework,
  tasks: casework,
  customers: registry,
  accounts: registry,
  lookup: registry,
  inbox: registry,
  audit: oversight,
  ops: oversight,
  health: oversight,
};

/** What stands behind the routes of complaints, what is offered for them, and what is learned from all of it. */
export const COMPLAINT_DOORS: DoorsOnDemand<ComplaintNeeds> = {
  complaints: async () => (await import('./complaint-doors.ts')).COMPLAINT_DOORS,
  incidents: feedback,
  reports: feedback,
};
