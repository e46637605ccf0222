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
  const septets = septetsOf(text);
  if (septets !== undefined) return segments('GSM-7', { text, units: septets, room: SEPTETS });
  return segments('UCS-2', { text, units: text.length, room: UCS2 });
}

/** Undefined when one character is outside the alphabet. */
function septetsOf(text: string): number | undefined {
  let septets = 0;
  for (const character of text) {
    const width = widthOf(character);
    if (width === undefined) return undefined;
    septets += width;
  }
  return septets;
}

function widthOf(character: string): 1 | 2 | undefined {
  if (BASIC.has(character)) return 1;
  return EXTENDED.has(character) ? 2 : undefined;
}

type Counted = {
  readonly text: string;
  readonly units: number;
  readonly room: { readonly alone: number; readonly each: number };
};

function segments(encoding: Segments['encoding'], { text, units, room }: Counted): Segments {
  if (units <= room.alone) return { encoding, units, parts: 1 };
  let parts = 1;
  let used = 0;
  for (const character of text) {
    const width = encoding === 'GSM-7' ? (widthOf(character) ?? 1) : character.length;
    if (used + width > room.each) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { encoding, units, parts };
}
