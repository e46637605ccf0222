/** How a text travels: in parts of 140 bytes, in the 7-bit alphabet of GSM or, if one character is not in it, in UCS-2. */
export type Segments = { readonly encoding: 'GSM-7' | 'UCS-2'; readonly units: number; readonly parts: number };

/** Source: 3GPP TS 23.038 §6.2.1, GSM 7 bit default alphabet, in the order of its table; the escape (0x1B) is left out. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Source: 3GPP TS 23.038 §6.2.1.1, extension table: each takes an escape before it. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Septets of one text, and of each part of a longer one (7 go to the header). Source: 3GPP TS 23.040 §9.2.3.24.1. */
const SEPTETS = { alone: 160, each: 153 };
/** Characters (16 bits) likewise. */
const UCS2 = { alone: 70, each: 67 };

/** Counts as the network does; no escape pair and no surrogate pair is split between parts. */
export function segmentsOf(text: string): Segments {
  const characters = Array.from(text);
  const gsm = characters.map(septetsOf);
  if (gsm.every((width) => width !== undefined)) return count('GSM-7', gsm, SEPTETS);
  return count(
    'UCS-2',
    characters.map((character) => character.length),
    UCS2,
  );
}

function septetsOf(character: string): number | undefined {
  if (BASIC.has(character)) return 1;
  return EXTENDED.has(character) ? 2 : undefined;
}

/** True when the text needs no UCS-2: a name that is not makes a text of 160 characters one of three parts. */
export const isGsm = (text: string): boolean =>
  Array.from(text).every((character) => septetsOf(character) !== undefined);

function count(
  encoding: Segments['encoding'],
  widths: readonly number[],
  room: { readonly alone: number; readonly each: number },
): Segments {
  const units = widths.reduce((sum, width) => sum + width, 0);
  if (units <= room.alone) return { encoding, units, parts: 1 };
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room.each) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { encoding, units, parts };
}
