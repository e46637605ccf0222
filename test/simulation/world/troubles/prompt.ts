import type { Machine } from '../../machine/machine.ts';
import { changeOf } from '../../machine/wire/meetings.ts';
import type { People } from '../people.ts';

/** Two customers of five have handsets that answer every question at once. */
export const isPrompt = (nth: number): boolean => nth % 5 === 0 || nth % 5 === 2;

/** The answer to a text is read, and may be written down, while the text's own outcome is on its way to the record. */
export function prompt(
  { id, phone, kin }: { readonly id: string; readonly phone: string; readonly kin?: { readonly phone: string } },
  { machine, people }: { readonly machine: Machine; readonly people: People },
): void {
  const numbers = kin === undefined ? [phone] : [phone, kin.phone];
  const isOutcome = changeOf(id, 'contact.accepted');
  let answered: string | undefined;
  const meet = (): void =>
    machine.meet({
      // Once a text: an outcome that is tried again is not overtaken for ever.
      when: (call) => isOutcome(call) && people.lastTo(numbers)?.attemptId !== answered,
      begin: () => {
        answered = people.lastTo(numbers)?.attemptId;
        people.answer(numbers);
        meet();
      },
    });
  meet();
}
