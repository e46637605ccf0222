import * as v from 'valibot';
import { isZone } from '#domain/calendar/zone.ts';
import { OUTER_ID } from '#domain/ids.ts';
import { parseMoney } from '#domain/money.ts';
import { parseInstant } from '#domain/time.ts';
import { JURISDICTIONS, PURPOSES, SEVERITIES } from '#domain/words.ts';

/** Fields that events and registry bodies share. None transforms: what is described is what travels. */

/** Source: docs/behaviour.md, Sizes. */
const OPEN_STRING = 64;

/** A rule a pattern cannot say; the issue tells what was expected. */
export const fits = <T>(test: (value: T) => boolean, expected: string) =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.issues === undefined && !test(dataset.value))
      addIssue({ expected, message: expected });
  });

export const Id = v.pipe(
  v.string(),
  v.regex(OUTER_ID),
  v.description('1 to 64 characters of A-Z a-z 0-9 . _ : @ / + = -'),
);
export const textUpTo = (characters: number) =>
  v.pipe(v.string(), v.regex(/\S/u), v.maxLength(characters), v.description(`1 to ${characters} characters`));
export const OpenString = textUpTo(OPEN_STRING);

export const Time = v.pipe(
  v.string(),
  v.maxLength(40),
  fits((text) => parseInstant(text) !== undefined, 'RFC 3339 time with offset'),
  v.description('RFC 3339 with offset'),
);

const CURRENCY = /^[A-Z]{3}$/u;
const money = (amount: RegExp, what: string) =>
  v.pipe(
    v.strictObject({
      amount: v.pipe(v.string(), v.regex(amount), v.description(what)),
      currency: v.pipe(v.string(), v.regex(CURRENCY), v.description('ISO 4217 code')),
    }),
    fits((wire) => parseMoney(wire) !== undefined, 'as many decimals as the currency has'),
  );
/** A balance may be below zero. */
export const SignedMoney = money(/^-?\d{1,13}(?:\.\d{1,4})?$/u, 'Decimal string, 13 digits before the point at most');
export const Money = money(/^\d{1,13}(?:\.\d{1,4})?$/u, 'Decimal string, not below zero, 13 digits at most');

export const Count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
/** One rising number per account, shared by all its events. */
export const Sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Digits only: whether a number exists is decided with the numbering plans at hand, not by a pattern. */
export const Phone = v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/u), v.description('E.164'));
export const Mail = v.pipe(v.string(), v.maxLength(254), v.regex(/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/u));

export const Locale = v.pipe(
  v.string(),
  v.maxLength(35),
  v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u),
  v.description('BCP 47'),
);
export const Zone = v.pipe(
  v.string(),
  v.maxLength(64),
  fits(isZone, 'IANA time zone'),
  v.description('IANA time zone'),
);
export const Purpose = v.picklist(PURPOSES);
export const Severity = v.picklist(SEVERITIES);
export const Jurisdiction = v.picklist(JURISDICTIONS);
