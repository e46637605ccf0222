import { hashedPart } from '#store/received/open-text.ts';
import { SOURCE, type Told } from '../world/bank.ts';
import { at, idOf, isCase, textAt } from './facts.ts';
import { type Item, partitionOf } from './record.ts';
import type { Check, Seen, Violation } from './violation.ts';

export const isOfAccount = ({ type }: Told): boolean => type.startsWith('liaison.account.');

/** I1: whatever was told and not refused stands somewhere: as an identity, in an account's window, or set aside. */
export const nothingIsLost: Check = (seen) => {
  const { world, record } = seen;
  const stands = new Set(record.items.map(partitionOf));
  const aside = record.items.filter(isRefusedEvent).length;
  const dead = world.machine.queues.dead.filter(({ queue }) => queue === 'events').length;
  const lost = world.bank.told.filter((told) => !isRefused(told) && !isAccounted(told, stands));
  const found: Violation[] = lost.slice(0, Math.max(0, lost.length - (aside + dead))).map((told) => ({
    invariant: 'I1',
    what: `${told.id} (${told.type}): told ${told.sends} times, answered ${told.answers.join(' ')}, and nowhere to be found`,
  }));
  const unread = world.people.wrote.filter(({ id }) => !isHeard(id, seen));
  return [
    ...found,
    ...unread.map(({ id }): Violation => ({ invariant: 'I10', what: `${id}: a text that was dropped` })),
  ];
};

/**
 * Set aside for whom it is about, or because a newer word of them stands: by the queue there is nobody to tell. What is no
 * event, or has a used id, was nobody's word.
 */
const isRefusedEvent = (item: Item): boolean =>
  partitionOf(item).startsWith('QUA#') && /^event\.(?:customer-(?:unknown|erased)|older)$/u.test(item['co']?.S ?? '');

export const isRefused = ({ answers }: Told): boolean =>
  answers.length > 0 && answers.every((one) => one.startsWith('rejected'));

const isAccounted = (told: Told, stands: ReadonlySet<string>): boolean =>
  isOfAccount(told)
    ? stands.has(`ACC#${textAt(told.data, 'accountId')}`)
    : told.type.startsWith('liaison.feed.') || stands.has(`ID#${hashedPart(SOURCE)}#${hashedPart(told.id)}`);

/** A text stands in a timeline or in the inbox, and its identity with it. */
const isHeard = (id: string, { record }: Seen): boolean =>
  record.items.some((item) => partitionOf(item).endsWith(`#${hashedPart(id)}`));

/** I1 once more: what departments are to be told was published. */
export const noticesAreTold: Check = ({ record, world }) => {
  const told = new Set(world.machine.provider.notices.map(({ id }) => id));
  return [...record.timelines.values()].flat().flatMap(({ aggregate, seq, type, effects }): Violation[] => {
    const id = `${idOf(aggregate)}#${seq}`;
    const tells = effects.some((effect) => effect.do === 'notify');
    return !tells || told.has(id) ? [] : [{ invariant: 'I1', what: `${id} (${type}): a notice that nobody got` }];
  });
};

/** I2: one event opens or joins one case, once; what another body says under its id is never believed. */
export const effectsOnce: Check = ({ record }) => {
  const found: Violation[] = [];
  const effects = new Map<string, number>();
  for (const [aggregate, entries] of record.timelines) {
    if (!isCase(aggregate)) continue;
    for (const { type, facts } of entries) {
      const told = type === 'case.opened' ? at(facts, 'reason') : type === 'case.merged' ? facts : undefined;
      // What the product asks for itself is no event: one entry of a complaint may open two contacts.
      const id = textAt(told, 'source') === SOURCE ? textAt(told, 'eventId') : undefined;
      if (id !== undefined) effects.set(id, (effects.get(id) ?? 0) + 1);
      if (type === 'case.opened' && textAt(facts, 'kind') === 'other')
        found.push({ invariant: 'I2', what: `${aggregate}: opened by a body under a used id` });
    }
  }
  for (const [id, count] of effects)
    if (count > 1) found.push({ invariant: 'I2', what: `${id}: ${count} effects of one event` });
  return found;
};
