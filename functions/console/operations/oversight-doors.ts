import type { ConsoleNeeds } from '../ports.ts';
import type { Doors } from '../request/operation.ts';
import { verifyAudit } from './oversight/audit.ts';
import { getHealth } from './oversight/health.ts';
import { discardQuarantined, listQuarantine, replayQuarantined } from './oversight/quarantine.ts';
import { listQueues, pausePurpose, resumePurpose } from './oversight/queues.ts';

/** What stands behind the routes of operations: the record, the queues, what was set aside. */
export const OVERSIGHT_DOORS: Doors<ConsoleNeeds> = {
  'GET /v1/health': getHealth,
  'GET /v1/audit/{aggregateId}/verify': verifyAudit,
  'GET /v1/ops/queues': listQueues,
  'POST /v1/ops/pause': pausePurpose,
  'POST /v1/ops/resume': resumePurpose,
  'GET /v1/ops/quarantine': listQuarantine,
  'POST /v1/ops/quarantine/{id}/replay': replayQuarantined,
  'POST /v1/ops/quarantine/{id}/discard': discardQuarantined,
};
