import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The file that compares what roles are granted with what all others made them call. */
const LAST = /\/granted\.test\.ts$/u;

/** Vitest's own order, but for what has to come after all others. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of the sequencer, no array of its own is changed
    const sorted = await super.sort(files);
    const isLast = ({ moduleId }: TestSpecification): boolean => LAST.test(moduleId);
    return [...sorted.filter((file) => !isLast(file)), ...sorted.filter(isLast)];
  }
}
