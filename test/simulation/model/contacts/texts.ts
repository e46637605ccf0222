import type { Entry } from '#store/codecs/entry.ts';
import { type Claim, claimsOf, isCase, textAt } from '../facts.ts';
import { placeOf } from '../record.ts';
import type { Check, Seen, Violation } from '../violation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How far clocks of two machines may be apart here, twice. */
const SKEW = 3_000;
/** Local hours of texts by purpose, in Shanghai. Source: docs/behaviour.md and functions/policies/plans.ts, read by people. */
const HOURS: Readonly<Record<string, readonly [number, number]>> = {
  fraud_security: [7, 21],
  debt_reminder: [9, 20],
  pre_litigation: [9, 20],
};
const SHANGHAI = 8 * HOUR;
/** A text to a case's customer, 3 in 3 days on one number; a number's own cap of 5 a day. */
const CASE_CAP = 3;
const NUMBER_CAP = 5;
const HELD_IN_DOUBT = ['debt_reminder', 'pre_litigation', 'complaint_followup', 'survey'];
const ENDS = ['RESOLVED', 'CLOSED', 'SUPPRESSED'];

export const caseClaims = ({ record }: Seen): readonly Claim[] =>
  [...record.timelines].flatMap(([aggregate, entries]) => (isCase(aggregate) ? claimsOf(aggregate, entries) : []));

/** I3 and I4: one request a claim, one claim at a time, and a further one only after the earlier is decided. */
export const oneTextAClaim: Check = (seen) => {
  const found: Violation[] = [];
  const sent = Map.groupBy(seen.world.machine.provider.texts, (text) => text.attemptId);
  for (const [attemptId, texts] of sent) {
    if (texts.length > 1)
      found.push({ invariant: 'I4', what: `${attemptId}: ${texts.length} texts reached the provider` });
  }
  for (const claims of Map.groupBy(caseClaims(seen), (claim) => claim.caseId).values()) {
    for (const claim of claims) {
      const open = claims.filter(
        (one) =>
          one.n !== claim.n &&
          !one.answer &&
          !claim.answer &&
          one.seq < claim.seq &&
          (one.outcome?.seq ?? Number.POSITIVE_INFINITY) > claim.seq,
      );
      for (const one of open)
        found.push({
          invariant: 'I3',
          what: `${claim.caseId}: attempt ${claim.n} was claimed while ${one.n} was open`,
        });
      found.push(...doubtKept(claim, claims, seen));
    }
  }
  return found;
};

/** After a doubt a purpose that holds sends no more by itself; one that sends again sends the step once more at most. */
function doubtKept(doubted: Claim, claims: readonly Claim[], { record }: Seen): readonly Violation[] {
  if (doubted.outcome?.state !== 'IN_DOUBT' || doubted.answer) return [];
  const doubtAt = doubted.outcome.seq;
  const later = claims.filter(
    (one) =>
      !one.answer &&
      one.seq > doubtAt &&
      one.step === doubted.step &&
      one.point === doubted.point &&
      // What surely did not go out was no text, and may be tried again.
      one.outcome?.state !== 'NOT_SENT',
  );
  const most = HELD_IN_DOUBT.includes(doubted.purpose) ? 0 : 1;
  const entries = record.timelines.get(`CASE#${doubted.caseId}`) ?? [];
  if (HELD_IN_DOUBT.includes(doubted.purpose) && !isAsked(doubtAt, entries))
    return [{ invariant: 'I4', what: `${doubted.caseId}.${doubted.n}: a doubt that no person was asked about` }];
  const decided = entries.some(
    (entry) => entry.seq > doubtAt && (entry.type.startsWith('receipt.') || isByPerson(entry)),
  );
  if (later.length <= most || decided) return [];
  return [
    {
      invariant: 'I4',
      what: `${doubted.caseId}: step ${doubted.step} was sent ${later.length} more times after a doubt`,
    },
  ];
}

/** The very entry of the doubt puts a case that was contacting before a person. */
function isAsked(doubtAt: number, entries: readonly Entry[]): boolean {
  const before = entries.filter(({ seq }) => seq < doubtAt).findLast(({ facts }) => textAt(facts, 'to') !== undefined);
  const after = entries.find(({ seq }) => seq === doubtAt);
  return textAt(before?.facts, 'to') !== 'CONTACTING' || textAt(after?.facts, 'to') === 'HUMAN';
}

const isByPerson = ({ actor }: Entry): boolean => JSON.stringify(actor).includes('staff');

/** I5: what the provider took is known as sent or as doubtful, never as not sent, and as doubtful only where something befell its sender. */
export const noSilentDoubt: Check = (seen) => {
  const claims = new Map(caseClaims(seen).map((claim) => [`${claim.caseId}.${claim.n}`, claim]));
  const now = seen.world.machine.time.now();
  const undisturbed = seen.world.machine.sends.undisturbed();
  return seen.world.machine.provider.texts.flatMap((text): Violation[] => {
    const claim = claims.get(text.attemptId);
    if (claim === undefined)
      return isPointAnswer(text.attemptId, seen)
        ? []
        : [{ invariant: 'I5', what: `${text.attemptId}: a text that nobody claimed` }];
    if (claim.outcome === undefined && now - text.at > HOUR)
      return [{ invariant: 'I5', what: `${text.attemptId}: sent, and no outcome an hour later` }];
    const known = wrongly(claim, undisturbed.has(text.attemptId));
    return known === undefined
      ? []
      : [{ invariant: 'I5', what: `${text.attemptId}: the provider took it, and ${known}` }];
  });
};

function wrongly({ outcome }: Claim, isUndisturbed: boolean): string | undefined {
  if (outcome?.state === 'NOT_SENT') return 'it is on record as not sent';
  return outcome?.state === 'IN_DOUBT' && isUndisturbed ? 'said so, and it is on record as a doubt' : undefined;
}

/** Answers to numbers that no case is open for are claimed at the number itself. */
const isPointAnswer = (attemptId: string, { record }: Seen): boolean => {
  const point = attemptId.slice(0, attemptId.lastIndexOf('.'));
  return record.timelines.has(`PT#${point}`) || record.timelines.has(`CMP#${point}`);
};

/** I7 and I9: no text outside its hours or above its caps; nothing by any channel after an end or a wish to hear nothing. */
export const suppressionHolds: Check = (seen) => {
  const claims = caseClaims(seen).filter((claim) => claim.channel !== 'call' && !claim.answer);
  const found: Violation[] = [];
  const bad = (claim: Claim, what: string, invariant: 'I7' | 'I9' = 'I7'): unknown =>
    found.push({ invariant, what: `${claim.caseId}.${claim.n} (${claim.purpose} ${claim.step}): ${what}` });
  const silenced = silencedAt(seen);
  for (const claim of claims) {
    const hour = Math.floor(((claim.at + SHANGHAI) % DAY) / HOUR);
    const [from, to] = HOURS[claim.purpose] ?? [0, 24];
    if (claim.channel === 'sms' && claim.step !== '' && (hour < from || hour >= to) && claim.audience === 'customer')
      bad(claim, `claimed at ${hour} o'clock`);
    const since = silenced.get(claim.point);
    const place = placeOf(seen.world, `CASE#${claim.caseId}`, claim.seq);
    if (since !== undefined && place !== undefined && place > since)
      bad(claim, 'claimed after the number asked for silence', 'I9');
    if (hasEnded(claim, seen)) bad(claim, 'claimed after the case had ended');
    if (claim.channel !== 'sms') continue;
    const ofCase = claims.filter(
      (one) => one.caseId === claim.caseId && one.point === claim.point && within(one, claim, 3 * DAY),
    );
    if (ofCase.length > CASE_CAP) bad(claim, `${ofCase.length} texts of the case in 3 days`);
    const ofNumber = claims.filter((one) => one.point === claim.point && within(one, claim, DAY));
    if (ofNumber.length > NUMBER_CAP) bad(claim, `${ofNumber.length} texts to the number in a day`);
  }
  return found;
};

const within = (one: Claim, newest: Claim, window: number): boolean =>
  one.at <= newest.at && one.at > newest.at - window + SKEW && one.outcome?.state !== 'NOT_SENT';

/** Since which entry of all each number has asked for silence or is known to be somebody else's. */
function silencedAt({ record, world }: Seen): ReadonlyMap<string, number> {
  const silenced = new Map<string, number>();
  for (const [aggregate, entries] of record.timelines) {
    if (!aggregate.startsWith('PT#')) continue;
    const first = entries.find(({ type }) => type === 'point.opted-out' || type === 'point.quarantined');
    const lifted = entries.some(({ type }) => type === 'point.opted-in' || type === 'point.released');
    const place = first === undefined || lifted ? undefined : placeOf(world, aggregate, first.seq);
    if (place !== undefined) silenced.set(aggregate.slice('PT#'.length), place);
  }
  return silenced;
}

function hasEnded(claim: Claim, { record }: Seen): boolean {
  const before = (record.timelines.get(`CASE#${claim.caseId}`) ?? []).filter((entry) => entry.seq < claim.seq);
  const last = before.findLast(({ facts }) => typeof facts['to'] === 'string');
  return ENDS.includes(String(last?.facts['to']));
}

/** Words that tell a third party something about an account. */
const TELLING = /逾期|欠款|账户|账号|金额|交易|还款|信用|贷款|投诉|元(?!旦)|¥|\d+\.\d\d/u;

/** I8: who is asked in an emergency learns nothing, and is asked only after the customer was tried. */
export const thirdPartiesLearnNothing: Check = (seen) => {
  const kin = new Map(
    seen.world.customers.flatMap((one) => (one.kin === undefined ? [] : [[one.kin.phone, one] as const])),
  );
  const claims = caseClaims(seen);
  return seen.world.machine.provider.texts.flatMap((text): Violation[] => {
    const customer = kin.get(text.to);
    if (customer === undefined) return [];
    const told = TELLING.exec(text.text)?.[0] ?? (text.text.includes(customer.account) ? customer.account : undefined);
    const caseId = text.attemptId.slice(0, text.attemptId.lastIndexOf('.'));
    const own = claims.find((one) => one.caseId === caseId && `${caseId}.${one.n}` === text.attemptId);
    const tried = claims.some(
      (one) => one.caseId === caseId && one.audience === 'customer' && one.seq < (own?.seq ?? 0),
    );
    return [
      ...(told === undefined
        ? []
        : [{ invariant: 'I8', what: `${text.attemptId}: a third party was told ${told}` } as const]),
      ...(tried || own === undefined || own.answer
        ? []
        : [{ invariant: 'I8', what: `${text.attemptId}: a third party before the customer` } as const]),
    ];
  });
};
