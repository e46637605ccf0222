import type { ComplaintNeeds } from '../complaint-ports.ts';
import type { Doors } from '../request/operation.ts';
import { followUpDoor, reopenDoor } from './complaints/afterwards-doors.ts';
import { decideDoor, extendDoor, mediateDoor, resolveDoor } from './complaints/decision-doors.ts';
import { listComplaints } from './complaints/list-complaints.ts';
import { makeOfferDoor } from './complaints/make-offer.ts';
import {
  acknowledgeDoor,
  assignDoor,
  classifyDoor,
  escalateDoor,
  linkDoor,
  noteDoor,
  transferDoor,
  withdrawDoor,
} from './complaints/move-doors.ts';
import { acceptOfferDoor, approveOfferDoor, counterOfferDoor, declineOfferDoor } from './complaints/offers.ts';
import { getComplaint } from './complaints/one-complaint.ts';
import { receiveComplaintDoor } from './complaints/receive.ts';

/** What stands behind the routes of complaints and what is offered for them. */
export const COMPLAINT_DOORS: Doors<ComplaintNeeds> = {
  'POST /v1/complaints': receiveComplaintDoor,
  'GET /v1/complaints': listComplaints,
  'GET /v1/complaints/{id}': getComplaint,
  'POST /v1/complaints/{id}/acknowledge': acknowledgeDoor,
  'POST /v1/complaints/{id}/assign': assignDoor,
  'POST /v1/complaints/{id}/classify': classifyDoor,
  'POST /v1/complaints/{id}/transfer': transferDoor,
  'POST /v1/complaints/{id}/note': noteDoor,
  'POST /v1/complaints/{id}/link': linkDoor,
  'POST /v1/complaints/{id}/extend': extendDoor,
  'POST /v1/complaints/{id}/offer': makeOfferDoor,
  'POST /v1/complaints/{id}/offers/{offerId}/approve': approveOfferDoor,
  'POST /v1/complaints/{id}/offers/{offerId}/accept': acceptOfferDoor,
  'POST /v1/complaints/{id}/offers/{offerId}/decline': declineOfferDoor,
  'POST /v1/complaints/{id}/offers/{offerId}/counter': counterOfferDoor,
  'POST /v1/complaints/{id}/decide': decideDoor,
  'POST /v1/complaints/{id}/resolve': resolveDoor,
  'POST /v1/complaints/{id}/follow-up': followUpDoor,
  'POST /v1/complaints/{id}/reopen': reopenDoor,
  'POST /v1/complaints/{id}/mediate': mediateDoor,
  'POST /v1/complaints/{id}/escalate': escalateDoor,
  'POST /v1/complaints/{id}/withdraw': withdrawDoor,
};
