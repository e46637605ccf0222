import type { World } from '../world/world.ts';
import { accountsAreNewest } from './accounts.ts';
import { auditHolds } from './audit.ts';
import { effectsOnce, nothingIsLost, noticesAreTold } from './events.ts';
import { movesAreLegal } from './moves.ts';
import { readRecord } from './record.ts';
import { repliesFindTheirCase } from './replies.ts';
import { everythingRests, figuresHold, personalDataIsConfined, workIsBounded } from './rest.ts';
import { nobodyIsForgotten, tasksHaveOneOwner } from './tasks.ts';
import { noSilentDoubt, oneTextAClaim, suppressionHolds, thirdPartiesLearnNothing } from './texts.ts';
import type { Check, Violation } from './violation.ts';

const CHECKS: readonly Check[] = [
  nothingIsLost,
  noticesAreTold,
  effectsOnce,
  accountsAreNewest,
  oneTextAClaim,
  noSilentDoubt,
  movesAreLegal,
  tasksHaveOneOwner,
  suppressionHolds,
  thirdPartiesLearnNothing,
  repliesFindTheirCase,
  everythingRests,
  nobodyIsForgotten,
  figuresHold,
  auditHolds,
  workIsBounded,
  personalDataIsConfined,
];

/** Everything that must hold of a world at rest, and does not. */
export async function violationsOf(world: World): Promise<readonly Violation[]> {
  const record = await readRecord(world.machine.engine);
  const found: Violation[] = [];
  for (const check of CHECKS) found.push(...(await check({ world, record })));
  return found;
}
