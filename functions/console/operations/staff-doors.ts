import type { ConsoleNeeds } from '../ports.ts';
import type { Doors } from '../request/operation.ts';
import { concludeTaskDoor } from './casework/conclude-task.ts';
import { dialTaskDoor } from './casework/dial.ts';
import { listCases } from './casework/list-cases.ts';
import { listTasks } from './casework/list-tasks.ts';
import { closeCase, holdCase, resolveUnknownSend, resumeCase } from './casework/move-case.ts';
import { claimTaskDoor, getTask, releaseTaskDoor } from './casework/move-task.ts';
import { getCase, getWhy } from './casework/one-case.ts';
import { stageCase } from './casework/stage-case.ts';
import { verifyAudit } from './oversight/audit.ts';
import { getHealth } from './oversight/health.ts';
import { discardQuarantined, listQuarantine, replayQuarantined } from './oversight/quarantine.ts';
import { listQueues, pausePurpose, resumePurpose } from './oversight/queues.ts';
import { getAccount } from './registry/account.ts';
import { getContact, putContact, removeContact } from './registry/contact.ts';
import { getCustomer, putCustomer } from './registry/customer.ts';
import { listInbox } from './registry/inbox.ts';
import { lookUp } from './registry/lookup.ts';

/** What stands behind the routes of cases, tasks, registry and operations. */
export const STAFF_DOORS: Doors<ConsoleNeeds> = {
  'GET /v1/health': getHealth,
  'GET /v1/cases': listCases,
  'GET /v1/cases/{id}': getCase,
  'GET /v1/cases/{id}/why': getWhy,
  'POST /v1/cases/{id}/close': closeCase,
  'POST /v1/cases/{id}/hold': holdCase,
  'POST /v1/cases/{id}/resume': resumeCase,
  'POST /v1/cases/{id}/stage': stageCase,
  'POST /v1/cases/{id}/resolve-unknown': resolveUnknownSend,
  'GET /v1/tasks': listTasks,
  'GET /v1/tasks/{id}': getTask,
  'POST /v1/tasks/{id}/claim': claimTaskDoor,
  'POST /v1/tasks/{id}/dial': dialTaskDoor,
  'POST /v1/tasks/{id}/outcome': concludeTaskDoor,
  'POST /v1/tasks/{id}/release': releaseTaskDoor,
  'PUT /v1/customers/{id}': putCustomer,
  'GET /v1/customers/{id}': getCustomer,
  'PUT /v1/customers/{id}/contacts/{contactId}': putContact,
  'GET /v1/customers/{id}/contacts/{contactId}': getContact,
  'DELETE /v1/customers/{id}/contacts/{contactId}': removeContact,
  'GET /v1/accounts/{id}': getAccount,
  'POST /v1/lookup': lookUp,
  'GET /v1/inbox': listInbox,
  'GET /v1/audit/{aggregateId}/verify': verifyAudit,
  'GET /v1/ops/queues': listQueues,
  'POST /v1/ops/pause': pausePurpose,
  'POST /v1/ops/resume': resumePurpose,
  'GET /v1/ops/quarantine': listQuarantine,
  'POST /v1/ops/quarantine/{id}/replay': replayQuarantined,
  'POST /v1/ops/quarantine/{id}/discard': discardQuarantined,
};
