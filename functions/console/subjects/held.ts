import type { WholeCase } from '#store/case-store.ts';
import type { Entry } from '#store/codecs/entry.ts';
import type { WholeComplaint } from '#store/complaint-store.ts';
import type { Unmatched } from '#store/received/inbox-store.ts';
import type { Texts } from '../views/case-view.ts';
import { stagesOfCase, stepOf } from '../views/plan-step.ts';
import { time } from '../views/shown.ts';
import type { PrivacyNeeds } from './ports.ts';
import type { Matters, Subject } from './record.ts';

const all = async <T>(found: readonly Promise<T | undefined>[]): Promise<readonly T[]> =>
  (await Promise.all(found)).flatMap((one) => one ?? []);
/** The cases of somebody, each with its timeline. */
export const wholeCases = ({ cases }: Matters, needs: PrivacyNeeds): Promise<readonly WholeCase[]> =>
  all(cases.map(({ id }) => needs.cases.whole(id)));
/** Their complaints, each with its timeline. */
export const wholeComplaints = (
  { complaints }: Pick<Matters, 'complaints'>,
  { complaints: store }: PrivacyNeeds,
): Promise<readonly WholeComplaint[]> => all(complaints.map(({ id }) => store.whole(id)));

/** By which plans and at what time cases are shown. */
export const standing = ({ book, now }: PrivacyNeeds) => ({
  stepOf: stepOf(book),
  stagesOf: stagesOfCase(book),
  now: now(),
});
/** Texts of these entries that this key opens, by sequence. */
export async function textsUnder(
  key: Uint8Array | undefined,
  entries: readonly Entry[],
  { open }: PrivacyNeeds,
): Promise<Texts> {
  if (key === undefined) return new Map();
  const opened = await Promise.all(entries.map(async (entry) => [entry.seq, await open(key, entry)] as const));
  return new Map(opened.flatMap(([seq, text]) => (text === undefined ? [] : [[seq, text] as const])));
}

const PAGE = 100;

/** Texts in the inbox that came from a number of theirs and matched nothing. */
export async function inboxOf({ customerId, contactId }: Subject, needs: PrivacyNeeds): Promise<readonly object[]> {
  const found: Unmatched[] = [];
  let before: string | undefined;
  do {
    const at = { now: needs.now(), limit: PAGE, ...(before === undefined ? {} : { before }) };
    const page = await needs.inbox.page(at);
    found.push(...page.messages.filter((one) => one.customerId === customerId && one.matchedContactId === contactId));
    before = page.next;
  } while (before !== undefined);
  return found.map(({ at, from, text }) => ({ at: time(at), from, text }));
}
