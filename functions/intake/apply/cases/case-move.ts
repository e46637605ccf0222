import type { Account } from '#domain/account/account.ts';
import type { Pointer } from '#domain/account/pointers.ts';
import type { Scored } from '#domain/anomaly/score.ts';
import type { Reason } from '#domain/case/case.ts';
import { mergeInto, openCase } from '#domain/case/open.ts';
import type { Transition } from '#domain/case/transition.ts';
import { endsHold } from '#domain/contact/gate/reason.ts';
import { durationOf, type KindOrigin } from '#domain/policy/book.ts';
import type { Plan } from '#domain/policy/types.ts';
import { isOpen, type Purpose, type Severity } from '#domain/words.ts';
import type { CaseStore } from '#store/case-store.ts';
import type { IntakeNeeds } from '../../ports.ts';
import { ANEW, beginsAnew } from './anew.ts';

export type StoredCase = NonNullable<Awaited<ReturnType<CaseStore['load']>>>;

/** A matter that asks for contact. */
export type Matter = {
  readonly customerId: string;
  readonly accountId?: string;
  readonly kind: string;
  readonly origin: KindOrigin;
  readonly purpose: Purpose;
  readonly severity: Severity;
  readonly plan: Plan;
  /** Span in which events of one matter are one case, ISO 8601. */
  readonly window: string;
  readonly reason: Reason;
  /** Words of the sender, kept sealed with the entry. */
  readonly words?: string;
  /** What our own rules found, told in the entry that opens or joins the case. */
  readonly found?: Scored;
};

/** One case moving by one entry, and the pointer it leaves. */
export type CaseMove = {
  readonly did: 'opened' | 'merged' | 'cleared' | 'resumed' | 'marked';
  readonly purpose: Purpose;
  readonly stored: StoredCase | undefined;
  readonly transition: Transition;
  /** Pointers of its kind that lead to no open case any more. */
  readonly over?: readonly string[];
};

/** Where a matter may be found already; `account`: its newest state, where that is what the matter came from. */
export type Known = { readonly pointers: readonly Pointer[]; readonly account?: Account };

type Needs = Pick<IntakeNeeds, 'cases' | 'caseIdOf' | 'now' | 'book'>;

/**
 * Opens a case for the matter, or merges it: into the open case of the same customer, account and kind, else into the last
 * of its window, unless it begins anew after that one.
 */
export async function openOrMerge(matter: Matter, known: Known, needs: Needs): Promise<CaseMove> {
  const { running, over } = await findRunning(matter, known.pointers, needs);
  if (running !== undefined)
    return { ...(await merged(matter, { stored: running, account: known.account }, needs)), over };
  const bucket = Math.floor(matter.reason.at / durationOf(matter.window));
  let last: StoredCase | undefined;
  for (let nth = 1; nth <= ANEW; nth += 1) {
    const { customerId, accountId, kind } = matter;
    const window = nth === 1 ? String(bucket) : `${bucket}.${nth}`;
    const id = needs.caseIdOf({ customerId, ...(accountId === undefined ? {} : { accountId }), kind, window });
    const found = await needs.cases.load(id);
    if (found === undefined) return { ...opened(matter, id, needs), over };
    last = found;
    if (!beginsAnew(matter, found.state)) break;
  }
  if (last === undefined) throw new Error('merge window: got no case, expected the last of its span');
  return { ...(await merged(matter, { stored: last, account: known.account }, needs)), over };
}

/** The open case of the matter, and the pointers of its kind that lead to none: an account may have several customers. */
async function findRunning(
  { kind, customerId }: Matter,
  pointers: readonly Pointer[],
  needs: Pick<Needs, 'cases'>,
): Promise<{ running: StoredCase | undefined; over: readonly string[] }> {
  const ids = pointers.filter((one) => one.kind === kind).map((one) => one.caseId);
  const found = await needs.cases.loadAll(ids);
  const open = found.flatMap((one) => (one !== undefined && isOpen(one.state.status) ? [one] : []));
  return {
    running: open.findLast(({ state }) => state.customerId === customerId),
    over: ids.filter((id) => !open.some(({ state }) => state.id === id)),
  };
}

type Into = { readonly stored: StoredCase; readonly account: Account | undefined };

async function merged(matter: Matter, { stored, account }: Into, needs: Needs): Promise<CaseMove> {
  const { severity, reason } = matter;
  const { source, eventId, at, code, amount } = reason;
  const { id, taskId } = stored.state;
  const task = taskId === undefined ? undefined : await needs.cases.task(id, taskId);
  const now = needs.now();
  const resumes = account !== undefined && endsHold(stored.state, account, { now, book: needs.book });
  const event = { source, eventId, at, code, ...(amount === undefined ? {} : { amount }) };
  const transition = mergeInto(
    stored.state,
    { ...event, resumes, severity, ...(task === undefined ? {} : { task }) },
    now,
  );
  return { did: 'merged', purpose: matter.purpose, stored, transition: withFound(transition, matter.found) };
}

function opened(matter: Matter, id: string, needs: Pick<IntakeNeeds, 'now'>): CaseMove {
  const { words: _sealed, window: _window, found, plan, ...rest } = matter;
  const transition = openCase({ ...rest, id, plan: { id: plan.id, version: plan.version } }, needs.now());
  return { did: 'opened', purpose: matter.purpose, stored: undefined, transition: withFound(transition, found) };
}

function withFound(transition: Transition, found: Scored | undefined): Transition {
  if (found === undefined) return transition;
  const { score, reasons } = found;
  const facts = { ...transition.entry.facts, score: Math.round(score * 1_000) / 1_000, codes: reasons };
  return { ...transition, entry: { ...transition.entry, facts } };
}
