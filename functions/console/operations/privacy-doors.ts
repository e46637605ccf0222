import type { Doors } from '../request/operation.ts';
import type { PrivacyNeeds } from '../subjects/ports.ts';
import { eraseContact, eraseCustomer } from './subjects/erase-doors.ts';
import { exportContactDoor, exportCustomerDoor } from './subjects/export-doors.ts';
import { holdSubject, releaseSubject } from './subjects/legal-hold.ts';
import { listErasures, replayErasures } from './subjects/list-doors.ts';
import { approveErasures, orderErasures } from './subjects/order-doors.ts';

/** What stands behind the routes of the privacy desk. */
export const PRIVACY_DOORS: Doors<PrivacyNeeds> = {
  'POST /v1/subjects/{customerId}/export': exportCustomerDoor,
  'POST /v1/subjects/{customerId}/erase': eraseCustomer,
  'POST /v1/subjects/{customerId}/hold': holdSubject,
  'POST /v1/subjects/{customerId}/release': releaseSubject,
  'POST /v1/subjects/{customerId}/contacts/{contactId}/export': exportContactDoor,
  'POST /v1/subjects/{customerId}/contacts/{contactId}/erase': eraseContact,
  'GET /v1/erasures': listErasures,
  'POST /v1/erasures': orderErasures,
  'POST /v1/erasures/replay': replayErasures,
  'POST /v1/erasures/{id}/approve': approveErasures,
};
