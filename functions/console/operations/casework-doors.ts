import type { ConsoleNeeds } from '../ports.ts';
import type { Doors } from '../request/operation.ts';
import { claimTaskDoor, releaseTaskDoor } from './casework/claim-doors.ts';
import { concludeTaskDoor } from './casework/conclude-task.ts';
import { dialTaskDoor } from './casework/dial.ts';
import { listCases } from './casework/list-cases.ts';
import { listTasks } from './casework/list-tasks.ts';
import { closeCase, holdCase, resolveUnknownSend, resumeCase } from './casework/move-case.ts';
import { getTask } from './casework/move-task.ts';
import { getCase, getWhy } from './casework/one-case.ts';
import { stageCase } from './casework/stage-case.ts';

/** What stands behind the routes of cases and tasks. */
export const CASEWORK_DOORS: Doors<ConsoleNeeds> = {
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
};
