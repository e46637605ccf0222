import type { Account } from '#domain/account/account.ts';
import { wordOn } from '#domain/account/state.ts';
import type { Case } from '#domain/case/case.ts';
import type { Dossier } from '#domain/contact/dossier.ts';
import type { ContactPoint } from '#domain/contact/point.ts';
import type { EmergencyContact } from '#domain/customer/customer.ts';
import type { PointId } from '#domain/ids.ts';
import type { PolicyBook } from '#domain/policy/book.ts';
import type { Instant } from '#domain/time.ts';
import type { Stored } from '../ledger.ts';
import { pauseKey } from '../operations/pause-store.ts';
import type { PointStore } from '../point-store.ts';
import type { BusyPoints } from './busy-points.ts';
import type { PersonRecord, PersonStore } from './customer-store.ts';
import type { InTrouble } from './in-trouble.ts';
import { pushesOf } from './pushes.ts';

export type DossierNeeds = {
  readonly people: Pick<PersonStore, 'load'>;
  readonly accounts: { readonly load: (id: string) => Promise<Account | undefined> };
  readonly points: Pick<PointStore, 'loadBeside'>;
  readonly book: PolicyBook;
  /** Newest heartbeat of a source that beats; undefined for one that does not. */
  readonly feed: (source: string) => Promise<Instant | undefined>;
  readonly inTrouble: InTrouble;
  /** Numbers that another case is texting at this moment; absent where nothing is texted. */
  readonly busy?: BusyPoints;
  /** Keyed hash of an address; absent where nothing is pushed. */
  readonly pointOf?: (address: string) => Promise<PointId>;
};

/** The dossier, and what a claim needs of the same read: versions and heads, and the key that seals the text. */
export type LoadedDossier = {
  readonly dossier: Dossier;
  readonly person: PersonRecord | undefined;
  readonly points: ReadonlyMap<string, Stored<ContactPoint>>;
};

/**
 * Reads everything a case is judged by: the person with all contacts and the account side by side, then the points of
 * all their addresses in one request, then the feed's newest sign where the purpose watches it.
 * Throws when the case's plan version is unknown: such a case must not be guessed at.
 */
export async function loadDossier(of: Case, needs: DossierNeeds): Promise<LoadedDossier> {
  const plan = needs.book.plan(of.plan.id, of.plan.version);
  if (plan === undefined)
    throw new Error(`plan ${of.plan.id}@${of.plan.version}: got none, expected a shipped version`);
  const [person, account] = await Promise.all([
    needs.people.load(of.customerId),
    of.accountId === undefined ? undefined : needs.accounts.load(of.accountId),
  ]);
  const contacts = inOrder(person?.contacts ?? []);
  const customer = person?.customer.state;
  const pushes = needs.pointOf === undefined ? [] : await pushesOf(customer, needs.pointOf);
  // A pause is read as strongly as the numbers, and with them: nothing that was paused before is claimed after.
  const known = { ...(customer === undefined ? {} : { customer }), ...(account === undefined ? {} : { account }) };
  const [{ points: found, stands: isPaused }, feed, isInTrouble] = await Promise.all([
    needs.points.loadBeside(pointIds({ customer, contacts, pushes }), pauseKey(of.purpose)),
    loadFeed(of, account, needs),
    needs.inTrouble(of, known),
  ]);
  const points = new Map(found.map((stored) => [stored.state.id, stored]));
  const busy = await needs.busy?.(
    of,
    found.map(({ state }) => state),
  );
  return {
    dossier: {
      plan,
      people: { customer, contacts, pushes },
      account,
      paused: isPaused ? [of.purpose] : [],
      points: new Map([...points].map(([id, stored]) => [id, stored.state])),
      ...(feed === undefined ? {} : { feed }),
      ...(busy === undefined ? {} : { busy }),
      ...(isInTrouble ? { inTrouble: true } : {}),
    },
    person,
    points,
  };
}

/** Removed ones keep their place, so that a plan that stands at the second person does not skip the third. */
const inOrder = (contacts: readonly EmergencyContact[]): readonly EmergencyContact[] =>
  contacts.toSorted((one, other) =>
    one.order === other.order ? (one.contactId < other.contactId ? -1 : 1) : one.order - other.order,
  );

function pointIds({ customer, contacts, pushes = [] }: Dossier['people']): readonly string[] {
  const own = [...(customer?.phones ?? []), ...(customer?.mails ?? []), ...pushes].map((address) => address.point);
  const others = contacts.flatMap(({ phone, mail }) => [phone, mail].flatMap((one) => one?.point ?? []));
  return [...new Set([...own, ...others])];
}

/** The source that spoke of the debt is listened for. News of other accounts is not counted: it would cost every event a write of its own. */
async function loadFeed(of: Case, account: Account | undefined, needs: DossierNeeds): Promise<Dossier['feed']> {
  if (!needs.book.purpose(of.purpose).watchesFeed) return undefined;
  const word = wordOn(account?.state, 'debt');
  const source = word?.source ?? of.reason.source;
  const beatAt = await needs.feed(source);
  const newest = account?.state?.source === source ? account.state : word;
  const newsAt = newest?.asOf ?? 0;
  return beatAt === undefined ? undefined : { source, newestAt: Math.max(beatAt, newsAt) };
}
