import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { Doors } from '../request/operation.ts';
import { getIncident, listIncidents } from './feedback/incidents.ts';
import { getReport, listReports } from './feedback/reports.ts';

/** What stands behind the routes of what is learned: reports and incidents. */
export const FEEDBACK_DOORS: Doors<ComplaintNeeds> = {
  'GET /v1/incidents': listIncidents,
  'GET /v1/incidents/{id}': getIncident,
  'GET /v1/reports': listReports,
  'GET /v1/reports/{report}': getReport,
};
