import { afterEach, beforeAll, expect, test } from 'vitest';
import { bundlePrograms, type Programs } from '../machine/programs.ts';
import { bothOff, isToldLate, isUntoldNotice, OFF, type Played, playOutage, relayOff, sweepOff } from './off.ts';
import { replaySince } from './operator.ts';

const HOUR = 3_600_000;
const MINUTES = 60_000;

let programs: Programs;
let played: Played | undefined;
beforeAll(async () => {
  programs = await bundlePrograms();
});
afterEach(() => played?.world.machine.stop());

test(
  'a relay that is off for 25 hours loses no contact and doubles none, and its notices are told once they are run again',
  async () => {
    played = await playOutage('relay-off', relayOff, programs);
    const { world, violations } = played;
    const before = await violations();

    // What the relay does not send on at once is found by the rescue pass, which is rare in this world and may be struck.
    expect(before.filter((one) => !isUntoldNotice(one) && !isToldLate(one))).toEqual([]);
    expect(before.filter(isUntoldNotice).length).toBeGreaterThan(10);

    const texts = world.machine.provider.texts.length;
    const { work, notices } = await replaySince(world.machine, OFF);
    await world.machine.time.runTo(world.machine.time.now() + HOUR);

    expect((await violations()).filter((one) => !isToldLate(one))).toEqual([]);
    expect(world.machine.provider.texts).toHaveLength(texts);
    expect([work, notices].every((count) => count > 10)).toBe(true);
  },
  4 * MINUTES,
);

test(
  'a sweep that is off for three hours loses no contact and doubles none',
  async () => {
    played = await playOutage('sweep-off', sweepOff, programs);
    const found = await played.violations();

    expect(found.filter((one) => !isToldLate(one))).toEqual([]);
  },
  4 * MINUTES,
);

test(
  'without relay and sweep contacts are lost, and it is seen',
  async () => {
    played = await playOutage('relay-off', bothOff, programs);
    const found = await played.violations();

    expect(found.filter(({ invariant }) => invariant === 'I18').length).toBeGreaterThan(5);
  },
  4 * MINUTES,
);
