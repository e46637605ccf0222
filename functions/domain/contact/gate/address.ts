import type { Address } from '../../customer/customer.ts';
import { durationOf } from '../../policy/book.ts';
import { DAY, type Instant } from '../../time.ts';
import { deny, type Finding, type Gating, when } from '../finding.ts';
import type { ContactPoint } from '../point.ts';

const NEVER = Number.NEGATIVE_INFINITY;
/** Days a token stays out of use. Source: docs/behaviour.md, Replies. */
const TOKEN_REST = 30 * DAY;
/** One digit of `2346789` and one letter of `ACDEFHJKMPQUVWX`. Source: docs/behaviour.md, Replies. */
const TOKENS = 7 * 15;

/** May this channel and this number or address be used for this person? */
export function addressFindings(gating: Gating): readonly Finding[] {
  const { evidence } = gating;
  if (!evidence.channelsOn.includes(evidence.step.channel)) return [deny('channel.off', 'channel')];
  if (evidence.customer === undefined) return [];
  const { address, point } = evidence;
  if (evidence.step.channel === 'push') {
    if (evidence.customer.pushEndpoints.length === 0) return [deny('contact-point.none', 'channel')];
    // The bank's own app registered it: there is nothing to verify.
    return address === undefined || point === undefined ? [] : pointFindings(gating, address, point);
  }
  if (address === undefined)
    return [deny('contact-point.none', evidence.step.audience === 'contact' ? 'address' : 'channel')];
  return [
    ...when(evidence.destination?.allowed === false, () => deny('country.not-allowed', 'address')),
    ...trustFindings(gating, address),
    ...(point === undefined ? [] : pointFindings(gating, address, point)),
  ];
}

/**
 * A number of known source may be asked though nobody verified it; debt needs one verified in the last 180 days.
 * A third party's number is judged with the third party (`third-party.stale`).
 */
function trustFindings({ evidence, now, book, rules }: Gating, address: Address): readonly Finding[] {
  if (evidence.step.audience === 'contact') return [];
  const verified = now - (address.verifiedAt ?? NEVER) <= durationOf(book.limits.verifiedTrustedFor);
  const known = !rules.verifiedOnly && book.limits.knownSources.includes(address.source);
  return when(!verified && !known, () => deny('contact-point.unverified', 'address'));
}

function pointFindings(gating: Gating, address: Address, point: ContactPoint): readonly Finding[] {
  const { step } = gating.evidence;
  const toContact = step.audience === 'contact';
  // A customer's STOP silences texts to them on this channel; a call remains. A third party's silences everything.
  const silenced = isOptedOut(gating, point) && (toContact || step.channel !== 'call');
  return [
    ...when(point.quarantine !== undefined, () => deny('contact-point.quarantined', 'address')),
    ...when(silenced, () => deny('consent.withdrawn', toContact ? 'address' : 'channel')),
    ...when(isOutranked(gating, address, point), () => deny('contact-point.newer-holder', 'address')),
    ...when(step.channel === 'sms' && lacksToken(gating, point), () => deny('token.exhausted', 'address')),
  ];
}

function isOptedOut({ evidence }: Gating, point: ContactPoint): boolean {
  const scope = point.optOut?.purposes;
  return scope !== undefined && (scope === 'all' || scope.includes(evidence.case.purpose));
}

function isOutranked({ evidence }: Gating, address: Address, point: ContactPoint): boolean {
  const contact = evidence.step.audience === 'contact' ? evidence.contact : undefined;
  const verifiedAt = address.verifiedAt ?? contact?.verifiedAt;
  return hasNewerHolder(point, { customerId: evidence.case.customerId, verifiedAt });
}

/** The newest verified holder outranks the others: the number is theirs now. One person's two roles do not compete. */
export const hasNewerHolder = (
  { holders }: ContactPoint,
  ours: { readonly customerId: string; readonly verifiedAt: Instant | undefined },
): boolean =>
  holders.some(
    ({ customerId, verifiedAt }) =>
      customerId !== ours.customerId && (verifiedAt ?? NEVER) > (ours.verifiedAt ?? NEVER),
  );

/** A second text of the same question keeps its token; a new question needs one unused for 30 days. */
function lacksToken({ evidence, now }: Gating, point: ContactPoint): boolean {
  const asked = point.questions.some(
    (question) => question.caseId === evidence.case.id && question.audience === evidence.step.audience,
  );
  return !asked && tokensInUse(point, now) >= TOKENS;
}

/** Tokens that may not be given out yet; the bitmaps rotate every 30 days, here as if it had been done on time. */
function tokensInUse(point: ContactPoint, now: Instant): number {
  const periods = Math.floor((now - point.tokens.since) / TOKEN_REST);
  if (periods >= 2) return 0;
  const { current, previous } = point.tokens;
  let used = 0;
  for (let n = 0; n < TOKENS; n += 1) {
    const mask = 1 << (n & 7);
    const bits = periods === 1 ? (current[n >> 3] ?? 0) : (current[n >> 3] ?? 0) | (previous[n >> 3] ?? 0);
    if ((bits & mask) !== 0) used += 1;
  }
  return used;
}
