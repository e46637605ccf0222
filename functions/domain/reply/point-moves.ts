import type { ContactPoint } from '../contact/point.ts';
import type { Actor, Effect, EntryDraft } from '../effects.ts';
import type { TemplateName } from '../policy/template-names.ts';
import type { Instant } from '../time.ts';
import type { Audience, Locale, Purpose } from '../words.ts';

/** Who texted, and in which message: for the entries of the number's own timeline. */
export type Heard = {
  readonly inboundId: string;
  /** When it was said. */
  readonly at: Instant;
  readonly audience?: Audience;
  readonly contactId?: string;
  readonly caseId?: string;
  /** Language the number has shown. */
  readonly locale?: Locale;
};

/** A change of the number itself; `entry` undefined: only counters and questions moved, no entry of its own. */
export type PointMove = { readonly after: ContactPoint; readonly entry?: EntryDraft };

/** Changes of one reply to its number, gathered into one entry: the first that asks for one names it. */
export type PointChange = {
  /** A list: of these purposes alone. */
  readonly optOut?: boolean | readonly Purpose[];
  readonly optIn?: boolean;
  readonly quarantine?: boolean;
  /** Question that is answered. */
  readonly answeredToken?: string;
  readonly accepted?: boolean;
  /** An answer that no case sends. */
  readonly pending?: TemplateName;
};

/** The number after a reply: silence and quarantine are effective with the reply itself, in the same transaction. */
export function movePoint(before: ContactPoint, change: PointChange, by: { heard: Heard; now: Instant }): PointMove {
  const { heard, now } = by;
  const seq = before.version + 1;
  const type = typeOf(before, change, heard);
  const { optOut, pending: _open, ...rest } = before;
  const questions = change.quarantine === true ? [] : withoutToken(before, change.answeredToken);
  const answers = change.accepted === true ? { ...before.answers, unanswered: 0 } : before.answers;
  const scope = scopeOf(change);
  const silent = scope === undefined || !silencesMore(before, scope) ? optOut : { at: heard.at, purposes: scope, seq };
  const pending = change.pending === undefined ? before.pending : { template: change.pending, at: heard.at, seq };
  const after: ContactPoint = {
    ...rest,
    questions,
    answers,
    ...(silent === undefined || lifts(before, change, heard) ? {} : { optOut: silent }),
    ...(change.quarantine === true ? { quarantine: before.quarantine ?? WRONG(now) } : {}),
    ...(pending === undefined ? {} : { pending }),
    ...(heard.locale === undefined || type === undefined ? {} : { locale: heard.locale }),
  };
  return type === undefined ? { after } : { after, entry: entryOf({ type, change }, before, by) };
}

const scopeOf = ({ optOut = false }: PointChange): readonly Purpose[] | 'all' | undefined => {
  if (optOut === true) return 'all';
  return optOut === false ? undefined : optOut;
};

const silencesMore = ({ optOut }: ContactPoint, scope: readonly Purpose[] | 'all'): boolean =>
  optOut === undefined || (optOut.purposes !== 'all' && scope === 'all');

/** A wish to be written to again, said after the wish for silence: texts may overtake each other. */
const lifts = ({ optOut }: ContactPoint, { optIn }: PointChange, { at }: Heard): boolean =>
  optIn === true && (optOut === undefined || at >= optOut.at);

const WRONG = (at: Instant) => ({ at, reason: 'wrong-person' });

const withoutToken = (point: ContactPoint, token: string | undefined): ContactPoint['questions'] =>
  token === undefined ? point.questions : point.questions.filter((one) => one.token !== token);

/** An opt-out that stands already, a quarantine that stands already: nothing to write down a second time. */
function typeOf(before: ContactPoint, change: PointChange, heard: Heard): string | undefined {
  if (change.quarantine === true && before.quarantine === undefined) return 'point.quarantined';
  const scope = scopeOf(change);
  if (scope !== undefined && silencesMore(before, scope)) return 'point.opted-out';
  if (before.optOut !== undefined && lifts(before, change, heard)) return 'point.opted-in';
  return change.pending === undefined ? undefined : 'answer.planned';
}

function entryOf(
  { type, change }: { type: string; change: PointChange },
  before: ContactPoint,
  { heard, now }: { heard: Heard; now: Instant },
): EntryDraft {
  const { inboundId, at, caseId } = heard;
  const effects: Effect[] = type === 'point.quarantined' ? quarantined(before, heard) : [];
  if (change.pending !== undefined) effects.push({ do: 'work', lane: 'urgent' });
  return {
    type,
    actor: actorOf(heard),
    at: now,
    facts: {
      inboundId,
      saidAt: at,
      ...(caseId === undefined ? {} : { caseId }),
      ...(change.pending === undefined ? {} : { template: change.pending }),
      ...(type === 'point.quarantined' ? { reason: 'wrong-person', holders: before.holders.length } : {}),
      ...(type === 'point.opted-out' ? { purposes: scopeOf(change) } : {}),
    },
    effects,
  };
}

const actorOf = ({ audience, contactId }: Heard): Actor =>
  audience === 'contact' && contactId !== undefined ? { kind: 'contact', contactId } : { kind: 'customer' };

/** Every holder's departments are told: the number is nobody's of them any more. */
const quarantined = (point: ContactPoint, { caseId }: Heard): Effect[] =>
  point.holders.map((holder) => ({
    do: 'notify',
    type: 'contact-point.quarantined',
    purpose: 'account_service',
    department: 'branch',
    severity: 'medium',
    data: {
      customerId: holder.customerId,
      ...(holder.contactId === undefined ? {} : { contactId: holder.contactId }),
      ...(caseId === undefined ? {} : { caseId }),
    },
  }));
