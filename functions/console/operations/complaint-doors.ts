import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { Doors } from '../request/operation.ts';
import { getComplaint } from './complaints/one-complaint.ts';

/** What stands behind the routes of complaints, what is offered for them, and what is learned from all of it. */
export const COMPLAINT_DOORS: Doors<ComplaintNeeds> = {
  'GET /v1/complaints/{id}': getComplaint,
};
