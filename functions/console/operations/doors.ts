import type { Door } from '../operation.ts';
import type { Route } from '../routes.contract.ts';
import { getAccount } from './account.ts';
import { verifyAudit } from './audit.ts';
import { dialTaskDoor } from './dial.ts';
import { getHealth } from './health.ts';
import { listInbox } from './inbox.ts';
import { listCases } from './list-cases.ts';
import { listTasks } from './list-tasks.ts';
import { lookUp } from './lookup.ts';
import { closeCase, holdCase, resolveUnknownSend, resumeCase } from './move-case.ts';
import { claimTaskDoor, concludeTaskDoor, getTask, releaseTaskDoor } from './move-task.ts';
import { getCase, getWhy } from './one-case.ts';

type RouteKey = `${Route['method']} ${Route['path']}`;

/** What stands behind each route that this API answers itself. */
export const DOORS: Readonly<Partial<Record<RouteKey, Door>>> = {
  'GET /v1/health': getHealth,
  'GET /v1/cases': listCases,
  'GET /v1/cases/{id}': getCase,
  'GET /v1/cases/{id}/why': getWhy,
  'POST /v1/cases/{id}/close': closeCase,
  'POST /v1/cases/{id}/hold': holdCase,
  'POST /v1/cases/{id}/resume': resumeCase,
  'POST /v1/cases/{id}/resolve-unknown': resolveUnknownSend,
  'GET /v1/tasks': listTasks,
  'GET /v1/tasks/{id}': getTask,
  'POST /v1/tasks/{id}/claim': claimTaskDoor,
  'POST /v1/tasks/{id}/dial': dialTaskDoor,
  'POST /v1/tasks/{id}/outcome': concludeTaskDoor,
  'POST /v1/tasks/{id}/release': releaseTaskDoor,
  'GET /v1/accounts/{id}': getAccount,
  'POST /v1/lookup': lookUp,
  'GET /v1/inbox': listInbox,
  'GET /v1/audit/{aggregateId}/verify': verifyAudit,
};
