import parsePhoneNumber, { type MetadataJson } from 'libphonenumber-js/core';
import { countryOf } from '#domain/calling-codes.ts';
import cut from './phone-metadata.json' with { type: 'json' };

/** A telephone number as everything else uses it. */
export type Phone = {
  /** `+` and digits, ITU-T E.164. */
  readonly e164: string;
  /** Country whose plan it belongs to, ISO 3166-1 alpha-2; the main one where several share a calling code. */
  readonly country: string;
};

/** Digits a number has at least and at most, with its calling code. Source: ITU-T E.164 §6.2. */
const SHAPE = /^\+[1-9]\d{6,14}$/u;
/** Set aside for fiction: nobody's telephone rings. Source: Ofcom, numbers for drama (07700 900000 to 900999). */
const FICTION = /^\+447700900\d{3}$/u;

/**
 * Reads a number in E.164, spaces and hyphens allowed. Numbers of the plans in phone-metadata.json (China, Hong Kong,
 * Macao, Taiwan, the United States with Puerto Rico, Canada, the British Isles) must exist in their plan; of others only calling code
 * and length are known. Undefined when it is no number, or one that is nobody's own (premium rate, free phone, voicemail).
 */
export function readPhone(text: string): Phone | undefined {
  const e164 = text.replaceAll(/[\s()-]/gu, '');
  if (!SHAPE.test(e164)) return undefined;
  if (FICTION.test(e164)) return { e164, country: 'GB' };
  const number = parsePhoneNumber(e164, METADATA);
  if (number === undefined) return ofOtherPlan(e164);
  if (!number.isValid() || NOBODYS.has(number.getType())) return undefined;
  const [main = ''] = METADATA.country_calling_codes[number.countryCallingCode] ?? [];
  return { e164: number.number, country: number.country ?? main };
}

/** The script that cuts it keeps the library's form; a JSON file has no type that says so. */
const isMetadata = (file: unknown): file is MetadataJson =>
  typeof file === 'object' && file !== null && 'countries' in file && 'country_calling_codes' in file;
const METADATA = metadataOf(cut);

function metadataOf(file: unknown): MetadataJson {
  if (!isMetadata(file)) throw new TypeError('phone metadata: got another form, expected what the script writes');
  return file;
}

/** Of other plans only calling code and length are known. */
function ofOtherPlan(e164: string): Phone | undefined {
  const country = countryOf(e164);
  return country === undefined ? undefined : { e164, country };
}

/** Kinds of number at which no person can be reached as its holder, and to which a text may cost a fortune. */
const NOBODYS: ReadonlySet<string | undefined> = new Set([
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'VOICEMAIL',
  'PERSONAL_NUMBER',
]);
