import type { World } from '../world/world.ts';
import { auditHolds } from './audit.ts';
import { effectsOnce, nothingIsLost, noticesAreTold } from './events.ts';
import { movesAreLegal } from './moves.ts';
import { readRecord } from './record.ts';
import { everythingRests, figuresHold, personalDataIsConfined, workIsBounded } from './rest.ts';
import { noSilentDoubt, oneTextAClaim, suppressionHolds, thirdPartiesLearnNothing } from './texts.ts';
import type { Check, Violation } from './violation.ts';

const CHECKS: readonly Check[] = [
  nothingIsLost,
  noticesAreTold,
  effectsOnce,
  oneTextAClaim,
  noSilentDoubt,
  movesAreLegal,
  suppressionHolds,
  thirdPartiesLearnNothing,
  everythingRests,
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
