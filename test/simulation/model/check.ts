import type { World } from '../world/world.ts';
import { accountsAreNewest } from './accounts.ts';
import { auditHolds } from './audit.ts';
import { askedWithProof } from './contacts/proof.ts';
import { noSilentDoubt, oneTextAClaim, suppressionHolds, thirdPartiesLearnNothing } from './contacts/texts.ts';
import { deadlinesAreTold } from './deadlines.ts';
import { erasedAreForgotten } from './erased/forgotten.ts';
import { effectsOnce, nothingIsLost, noticesAreTold } from './events.ts';
import { movesAreLegal } from './moves.ts';
import { readRecord } from './record.ts';
import { nobodyConfirmsMore, numbersHaveOnePlace, repliesFindTheirCase } from './replies.ts';
import { everythingRests, figuresHold, personalDataIsConfined, screensAreAnswered, workIsBounded } from './rest.ts';
import { nobodyIsForgotten, tasksHaveOneOwner } from './tasks.ts';
import type { Check, Seen, Violation } from './violation.ts';

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
  askedWithProof,
  repliesFindTheirCase,
  numbersHaveOnePlace,
  nobodyConfirmsMore,
  everythingRests,
  nobodyIsForgotten,
  deadlinesAreTold,
  erasedAreForgotten,
  screensAreAnswered,
  figuresHold,
  auditHolds,
  workIsBounded,
  personalDataIsConfined,
];

/** What must hold at every moment, whatever is under way. */
const ALWAYS: readonly Check[] = [
  effectsOnce,
  oneTextAClaim,
  noSilentDoubt,
  movesAreLegal,
  tasksHaveOneOwner,
  suppressionHolds,
  thirdPartiesLearnNothing,
  askedWithProof,
  repliesFindTheirCase,
  numbersHaveOnePlace,
  nobodyConfirmsMore,
  auditHolds,
  personalDataIsConfined,
];

/** Everything that must hold of a world at any moment, and does not. */
export const violationsSoFar = async (world: World): Promise<readonly Violation[]> =>
  violationsIn({ world, record: await readRecord(world.machine.engine) }, ALWAYS);

/** Everything that must hold of a world at rest, and does not. */
export const violationsOf = async (world: World): Promise<readonly Violation[]> =>
  violationsIn({ world, record: await readRecord(world.machine.engine) });

export async function violationsIn(seen: Seen, checks = CHECKS): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (const check of checks) found.push(...(await check(seen)));
  return found;
}
