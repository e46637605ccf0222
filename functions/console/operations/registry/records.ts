import type { Actor } from '#domain/effects.ts';
import type { RegistryResult } from '#store/people/registry.ts';
import type { RecordContext } from '../../../intake/apply/registry-input.contract.ts';
import type { ConsoleNeeds } from '../../ports.ts';
import { type Caller, hasRole } from '../../request/caller.ts';
import { type Answer, type Issue, refuse } from '../../request/problems.ts';

const actorOf = (caller: Caller): Actor =>
  hasRole(caller, ['admin']) ? { kind: 'staff', id: caller.staff } : { kind: 'producer', source: caller.staff };

/** What a record that is put does not say itself: who put it, and that it is true now. */
export async function contextOf(
  caller: Caller,
  needs: Pick<ConsoleNeeds, 'now' | 'locale' | 'phones'>,
): Promise<RecordContext> {
  const now = needs.now();
  return { actor: actorOf(caller), at: now, now, locale: needs.locale, readPhone: await needs.phones() };
}

/** An id that a body repeats is that of the path, or the sender means somebody else. */
export function otherIds(
  path: Readonly<Record<string, string>>,
  body: Readonly<Partial<Record<string, unknown>>>,
): readonly Issue[] {
  return Object.entries(path).flatMap(([name, id]) =>
    body[name] === undefined || body[name] === id
      ? []
      : [{ pointer: `/${name}`, detail: 'expected the id of the path' }],
  );
}

/** Why the registry did not take a record; undefined when it stands. */
export function refusalOf(result: RegistryResult): Answer | undefined {
  switch (result.kind) {
    case 'written':
    case 'unchanged':
      return undefined;
    case 'older':
      return refuse('event.older', 'got a record older than the one that stands, expected a newer one');
    case 'customer-unknown':
      return refuse('request.not-found', 'got a contact of nobody on record, expected one of a known customer');
    case 'erased':
      return refuse('event.customer-erased', 'got a record of somebody who was erased, expected one of somebody else');
    case 'contacts-full':
      return refuse('event.contacts-full', `got one contact more, expected at most ${result.limit}`);
    case 'also-stale':
      throw new Error('registry: got a condition that was never set');
  }
}
