import { countryOf } from '#domain/calling-codes.ts';
import type { Jurisdiction } from '#domain/words.ts';

/** Countries whose law is shipped; Puerto Rico's is that of the United States. */
const LAW_OF: Readonly<Record<string, Jurisdiction>> = { CN: 'CN', GB: 'UK', US: 'US', PR: 'US' };

/** The law that a number (E.164) points to; undefined where no pack is shipped for its country. */
export const lawOfNumber = (e164: string): Jurisdiction | undefined => LAW_OF[countryOf(e164) ?? ''];
