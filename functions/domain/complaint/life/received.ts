import type { PointId } from '../../ids.ts';
import type { Instant } from '../../time.ts';
import type { Audience, ComplaintChannel, Jurisdiction, Locale, Purpose } from '../../words.ts';
import { datesSet } from '../clocks/due-dates.ts';
import { metBetween } from '../clocks/met.ts';
import type { ClockRefusal } from '../clocks/policy.ts';
import type { Complaint } from '../complaint.ts';
import type { TriageVerdict } from '../triage/verdict.ts';

/** A complaint as it comes in. `receivedAt` is when it was said, which may be before it is read. */
export type ComplaintInput = {
  readonly id: string;
  readonly channel: ComplaintChannel;
  readonly receivedAt: Instant;
  readonly audience: Audience;
  readonly customerId?: string;
  readonly contactId?: string;
  readonly accountId?: string;
  /** The case it came out of, and the purpose of the contact that it answers. */
  readonly caseId?: string;
  readonly purpose?: Purpose;
  /** Identity of the message it came in. */
  readonly inboundId?: string;
  /** Number or address it came from. */
  readonly point?: PointId;
  /** Wrapped key of its texts where nobody we know complains, or an emergency contact. */
  readonly key?: Uint8Array;
  /** The one of the same words, which had ended long before. */
  readonly repeats?: string;
  /** Reference of the regulator or other sender. */
  readonly externalRef?: string;
  readonly locale?: Locale;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
  readonly triage: TriageVerdict;
  /** An automatic text tells the customer in the same transaction. */
  readonly told?: boolean;
};

/** Words of the lists of triage decided, never the customer's own: they may stand in clear. */
export function receivedFacts(
  input: ComplaintInput,
  { next, missing }: { readonly next: Complaint; readonly missing: ClockRefusal | undefined },
): Readonly<Record<string, unknown>> {
  const { triage, inboundId, repeats } = input;
  const { customerId, contactId, caseId, accountId, externalRef } = next;
  // Somebody unknown is told from others by where they wrote from.
  const point = customerId === undefined ? next.point : undefined;
  const optional = {
    customerId,
    point,
    contactId,
    caseId,
    accountId,
    externalRef,
    inboundId,
    repeats,
    fault: triage.fault,
  };
  const met = metBetween([], next.clocks);
  return {
    ...(met.length === 0 ? {} : { met }),
    ...(next.clocks.length === 0 ? {} : { due: datesSet([], next.clocks) }),
    channel: next.channel,
    kind: next.kind,
    category: next.category,
    categories: next.categories,
    flags: next.flags,
    severity: next.severity,
    department: next.department,
    lang: triage.lang,
    autoRoute: triage.autoRoute,
    why: triage.why,
    receivedAt: next.receivedAt,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...(missing === undefined ? {} : { calendarMissing: { owner: missing.owner, year: missing.year } }),
  };
}
