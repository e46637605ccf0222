import { beforeAll, expect, test } from 'vitest';
import type { Call } from './machine/calls.ts';
import type { Fault } from './machine/faults.ts';
import { startMachine } from './machine/machine.ts';
import { bundlePrograms, type Programs } from './machine/programs.ts';
import { START } from './world/moods.ts';

const MINUTE = 60_000;
const QUIET = { queueFaults: { twice: 0, early: 0, swallowed: 0 }, streamFaults: { twice: 0, slow: 0 }, skewMs: 0 };

let programs: Programs;
beforeAll(async () => {
  programs = await bundlePrograms();
});

test('a key that is asked for and never answered fails no later message of that process', {
  timeout: 120_000,
}, async () => {
  const machine = await startMachine({
    seed: 'hung',
    programs,
    start: START,
    plan: { rate: 0, strike: once(isKey) },
    ...QUIET,
  });
  for (let nth = 1; nth <= 3; nth += 1) machine.queues.send('events', `not an event ${nth}`);
  await machine.time.runTo(START + 2 * MINUTE);
  machine.queues.send('events', 'not an event either');
  await machine.time.runTo(START + 30 * MINUTE);

  expect(machine.queues.dead).toEqual([]);
  expect(machine.queues.waiting()).toBe(0);
  await machine.stop();
});

const isKey = ({ operation, body }: Call): boolean => operation === 'GetItem' && body.includes('"SYS#keys"');

/** The first such call has its effect when nobody waits for it any more. */
function once(isIt: (call: Call) => boolean): (call: Call) => Fault | undefined {
  let struck = false;
  return (call) => {
    if (struck || !isIt(call)) return undefined;
    struck = true;
    return 'late';
  };
}
