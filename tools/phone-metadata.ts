import { writeFileSync } from 'node:fs';
import whole from 'libphonenumber-js/metadata.max.json';

/**
 * Cuts the numbering plans that the product validates fully out of the library's metadata, without the rules that only
 * format a number: 11 kB instead of 157. Run again after an update of libphonenumber-js, then format what it wrote:
 * `node tools/phone-metadata.ts && biome check --write functions/runtime/numbering/phone-metadata.json`.
 */
const COUNTRIES = ['CN', 'HK', 'MO', 'TW', 'US', 'CA', 'PR', 'GB', 'GG', 'IM', 'JE'] as const;
/** Place of the formats in a country's row. Source: libphonenumber-js, build-scripts/generate-metadata. */
const FORMATS = 4;
const OUTPUT = new URL('../functions/runtime/numbering/phone-metadata.json', import.meta.url);

type Row = readonly unknown[];
const countries: Readonly<Record<string, Row>> = whole.countries;
const callingCodes: Readonly<Record<string, readonly string[]>> = whole.country_calling_codes;

const kept = (code: string): boolean => COUNTRIES.some((country) => country === code);
const cut = {
  version: whole.version,
  country_calling_codes: Object.fromEntries(
    Object.entries(callingCodes)
      .map(([code, members]) => [code, members.filter(kept)] as const)
      .filter(([, members]) => members.length > 0),
  ),
  countries: Object.fromEntries(
    COUNTRIES.map((country) => [
      country,
      (countries[country] ?? []).map((field, place) => (place === FORMATS ? 0 : field)),
    ]),
  ),
  nonGeographic: {},
};

writeFileSync(OUTPUT, `${JSON.stringify(cut)}\n`);
