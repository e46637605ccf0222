import { zonesOfNumber } from '#domain/area-zones.ts';
import { countryOf } from '#domain/calling-codes.ts';
import type { NumberLaw } from '#domain/policy/contact-calendar.ts';
import type { Jurisdiction } from '#domain/words.ts';

/** Countries whose law is shipped; Puerto Rico's is that of the United States. */
const LAW_OF: Readonly<Record<string, Jurisdiction>> = { CN: 'CN', GB: 'UK', US: 'US', PR: 'US' };

/** The law that a number (E.164) points to, and its zones; undefined where no pack is shipped for its country. */
export function lawOfNumber(e164: string): NumberLaw | undefined {
  const jurisdiction = LAW_OF[countryOf(e164) ?? ''];
  return jurisdiction === undefined ? undefined : { jurisdiction, zones: zonesOfNumber(e164) };
}
