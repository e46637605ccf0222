import type { Money } from '../money.ts';
import type { Instant } from '../time.ts';
import type { Account, AccountState, StateField, StateMatter, Word } from './account.ts';
import type { Statement } from './event.ts';

const FIELDS: readonly StateField[] = ['product', 'status', 'balance', 'overdue', 'daysPastDue'];
type Values = Pick<AccountState, StateField>;

/** What a statement says, with what follows from it: a cleared account owes nothing, a flagged one something. */
type Says = { readonly values: Values; readonly fields: ReadonlySet<StateField> };

type Episode = Pick<Account, 'flaggedAt' | 'flaggedAtMost'>;

export type Told = {
  readonly state: AccountState;
  readonly episode: Episode;
  /** It says whether anything is overdue. */
  readonly onDebt: boolean;
  /** The statement is the newest word on whether the account is overdue. */
  readonly newestOnOverdue: boolean;
  readonly newestOnStatus: boolean;
};

/**
 * Takes a statement into the account's state. Each field keeps the word of the highest sequence that said it, whatever
 * order statements come in.
 */
export function tell(before: Episode & Pick<Account, 'state'>, by: Statement): Told {
  const { state } = before;
  const says = sayingOf(by, state);
  const isNewest = (field: StateField): boolean => by.sequence > newestOn(field, state);
  const won = FIELDS.filter((field) => says.fields.has(field) && isNewest(field));
  const sequence = Math.max(by.sequence, state?.sequence ?? 0);
  const newer = state === undefined || by.sequence > state.sequence;
  const word: Word = newer ? { asOf: by.at, source: by.source } : state;
  const next: AccountState = {
    sequence,
    asOf: word.asOf,
    source: word.source,
    ...wordsOf(state, { by, says, word }),
    ...valuesOf(state, { won, says }),
    ...olderOf(state, { won, by, sequence }),
  };
  const newestOnOverdue = owes(says.values) !== undefined && isNewest('overdue') && isNewest('daysPastDue');
  return {
    state: next,
    onDebt: owes(says.values) !== undefined,
    episode: episodeAfter(before, { by, next, newestOnOverdue, owes: owes(says.values) }),
    newestOnOverdue,
    newestOnStatus: won.includes('status'),
  };
}

/** The word that stands on this matter: its sequence, whose it is, and when it was true. Undefined: nobody has spoken of it. */
export function wordOn(
  state: AccountState | undefined,
  matter: StateMatter,
): (Word & { sequence: number }) | undefined {
  const sequence = matter === 'debt' ? debtSaid(state) : saidAt(state, 'status');
  if (state === undefined || sequence === -1) return undefined;
  const { asOf, source } = state.words?.[matter] ?? state;
  return { sequence, asOf, source };
}

/** Is anything overdue? Undefined where nobody has said so. */
export function owes(of: Pick<AccountState, 'overdue' | 'daysPastDue'>): boolean | undefined {
  if (of.overdue !== undefined) return of.overdue.minor > 0;
  return of.daysPastDue === undefined ? undefined : of.daysPastDue > 0;
}

function sayingOf(by: Statement, state: AccountState | undefined): Says {
  const { product, status, balance } = by;
  const { overdue, daysPastDue } = overdueSaid(by, state?.overdue?.currency);
  const values: Values = {
    ...(product === undefined ? {} : { product }),
    ...(status === undefined ? {} : { status }),
    ...(balance === undefined ? {} : { balance }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(daysPastDue === undefined ? {} : { daysPastDue }),
  };
  const fields = new Set(FIELDS.filter((field) => values[field] !== undefined));
  // Overdue after all: a zero that stood there no longer holds, even where no number takes its place.
  if (owes(values) === true && state?.overdue?.minor === 0) fields.add('overdue');
  if (owes(values) === true && state?.daysPastDue === 0) fields.add('daysPastDue');
  return { values, fields };
}

type Debt = { readonly overdue?: Money; readonly daysPastDue?: number };

function overdueSaid(by: Statement, currency: string | undefined): Debt {
  const { overdue, daysPastDue } = by;
  const none: Debt = { ...nothing(overdue?.currency ?? currency), daysPastDue: 0 };
  if (by.kind === 'overdue-cleared' || overdue?.minor === 0) return none;
  if (overdue === undefined && daysPastDue === 0 && by.kind === 'state-changed') return none;
  const atLeast = by.kind === 'overdue-flagged' && overdue === undefined ? Math.max(1, daysPastDue ?? 0) : daysPastDue;
  return {
    ...(overdue === undefined ? {} : { overdue }),
    ...(atLeast === undefined ? {} : { daysPastDue: atLeast }),
  };
}

const nothing = (currency: string | undefined): Debt =>
  currency === undefined ? {} : { overdue: { minor: 0, currency } };

/** Sequence of the word that stands for a field; -1 when nobody has said it. */
function saidAt(state: AccountState | undefined, field: StateField): number {
  if (state === undefined) return -1;
  return state.older?.[field] ?? (state[field] === undefined ? -1 : state.sequence);
}

/** Sequence of the newest word on the debt; -1 when nobody has spoken of one. */
export const debtSaid = (state: AccountState | undefined): number =>
  Math.max(saidAt(state, 'overdue'), saidAt(state, 'daysPastDue'));

/** As {@link saidAt}; a newer "nothing is overdue" is a word on the sum too, also where it named no currency. */
const newestOn = (field: StateField, state: AccountState | undefined): number =>
  field === 'overdue' && state?.overdue === undefined && state?.daysPastDue === 0
    ? saidAt(state, 'daysPastDue')
    : saidAt(state, field);

type Speaking = { readonly by: Statement; readonly says: Says; readonly word: Word };

/** Who spoke last of what a reason rests on, where the newest statement did not. */
function wordsOf(state: AccountState | undefined, { by, says, word }: Speaking): Pick<AccountState, 'words'> {
  const after = (matter: StateMatter, isSaid: boolean): Partial<Record<StateMatter, Word>> => {
    const before = wordOn(state, matter);
    const own = isSaid && by.sequence > (before?.sequence ?? -1);
    const stands = own ? { asOf: by.at, source: by.source } : before;
    if (stands === undefined || (stands.asOf === word.asOf && stands.source === word.source)) return {};
    return { [matter]: { asOf: stands.asOf, source: stands.source } };
  };
  const words = { ...after('debt', owes(says.values) !== undefined), ...after('status', says.fields.has('status')) };
  return Object.keys(words).length === 0 ? {} : { words };
}

function valuesOf(state: AccountState | undefined, { won, says }: { won: readonly StateField[]; says: Says }): Values {
  const values: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = won.includes(field) ? says.values[field] : state?.[field];
    if (value !== undefined) values[field] = value;
  }
  return values;
}

function olderOf(
  state: AccountState | undefined,
  { won, by, sequence }: { won: readonly StateField[]; by: Statement; sequence: number },
): Pick<AccountState, 'older'> {
  const older: Partial<Record<StateField, number>> = {};
  for (const field of FIELDS) {
    const at = won.includes(field) ? by.sequence : saidAt(state, field);
    if (at !== -1 && at !== sequence) older[field] = at;
  }
  return Object.keys(older).length === 0 ? {} : { older };
}

/**
 * Start of the running overdue episode: its first flag. What comes late may be of an episode that is over, a clearing for
 * certain, a flag perhaps: the running one then began no later than the newest statement, which is kept until the next
 * flag. Out of order it is never earlier than in order, so that nobody is contacted too soon.
 */
function episodeAfter(
  { flaggedAt: since, flaggedAtMost = false }: Episode,
  of: { by: Statement; next: AccountState; newestOnOverdue: boolean; owes: boolean | undefined },
): Episode {
  const { by, next, newestOnOverdue } = of;
  if (owes(next) !== true) return {};
  const flags = by.kind === 'overdue-flagged' && of.owes === true;
  if (since === undefined) {
    if (!flags) return {};
    return newestOnOverdue ? { flaggedAt: by.at } : atMost(Math.max(by.at, next.asOf));
  }
  if (flags && flaggedAtMost) {
    const flaggedAt = Math.max(since, by.at);
    return newestOnOverdue ? { flaggedAt } : atMost(flaggedAt);
  }
  if (!newestOnOverdue && of.owes === false) return atMost(Math.max(since, next.asOf));
  return flaggedAtMost ? atMost(since) : { flaggedAt: since };
}

const atMost = (flaggedAt: Instant): Episode => ({ flaggedAt, flaggedAtMost: true });
