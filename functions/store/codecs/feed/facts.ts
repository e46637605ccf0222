import type { Fact, Words } from '#domain/feedback/fact.ts';

/** First byte of the packed form. */
const FORM = 1;
/** Loaded when first needed: a process that shows no report and projects nothing never pays for it. */
const zlib = () => process.getBuiltinModule('node:zlib');

type Row = readonly [number, number, number, number, number, number, number, number, number | null];

/**
 * Facts as bytes, some 15 each: every name, customer and set of words stands once, rows name them by their place.
 */
export function packFacts(facts: readonly Fact[]): Uint8Array {
  const texts = new Map<string, number>();
  const place = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const start = facts[0]?.at ?? 0;
  const rows = facts.map(
    (fact): Row => [
      place(fact.what),
      fact.at - start,
      place(fact.of),
      fact.seq,
      fact.index,
      place(fact.matter),
      place(fact.person),
      place(JSON.stringify(fact.words)),
      fact.amount ?? null,
    ],
  );
  const { constants, deflateRawSync } = zlib();
  const packed = deflateRawSync(JSON.stringify([start, [...texts.keys()], rows]), {
    level: constants.Z_BEST_COMPRESSION,
  });
  return Uint8Array.from([FORM, ...packed]);
}

/** Throws on a form it does not know: what cannot be read must never be taken for nothing. */
export function unpackFacts(packed: Uint8Array): readonly Fact[] {
  if (packed[0] !== FORM) throw new Error(`packed facts: got form ${packed[0] ?? 'none'}, expected ${FORM}`);
  const [start, texts, rows] = JSON.parse(zlib().inflateRawSync(packed.subarray(1)).toString('utf8')) as [
    number,
    readonly string[],
    readonly Row[],
  ];
  const words = new Map<number, Words>();
  const wordsAt = (at: number): Words => {
    const known = words.get(at) ?? (JSON.parse(texts[at] ?? '{}') as Words);
    words.set(at, known);
    return known;
  };
  return rows.map(([what, after, of, seq, index, matter, person, said, amount]) => ({
    what: texts[what] ?? '',
    at: start + after,
    of: texts[of] ?? '',
    seq,
    index,
    ...(matter < 0 ? {} : { matter: texts[matter] ?? '' }),
    ...(person < 0 ? {} : { person: texts[person] ?? '' }),
    words: wordsAt(said),
    ...(amount === null ? {} : { amount }),
  }));
}
