/** Numbers and texts as few bytes: for items that must stay within one write unit. */
export type Packer = {
  /** Whole number from 0 to 2^53 - 1: 7 bits a byte. */
  readonly count: (value: number) => void;
  /** Whole number of either sign. */
  readonly signed: (value: number) => void;
  /** Up to eight yes or no in one byte. */
  readonly flags: (...values: readonly boolean[]) => void;
  /** Exactly 32 bits. */
  readonly word: (value: number) => void;
  readonly text: (value: string) => void;
  readonly bytes: (value: Uint8Array) => void;
  readonly done: () => Uint8Array;
};

export function packer(): Packer {
  const out: number[] = [];
  const count = (value: number): void => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error('packed number: got a negative or fraction, expected a count');
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
    out.push(rest);
  };
  const bytes = (value: Uint8Array): void => {
    count(value.length);
    out.push(...value);
  };
  return {
    count,
    signed: (value) => {
      out.push(value < 0 ? 1 : 0);
      count(Math.abs(value));
    },
    flags: (...values) => out.push(values.reduce((byte, value, bit) => (value ? byte | (1 << bit) : byte), 0)),
    word: (value) => out.push(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255),
    text: (value) => bytes(Buffer.from(value, 'utf8')),
    bytes,
    done: () => Uint8Array.from(out),
  };
}

/** Reads in the order of writing. @throws when the bytes end early. */
export type Unpacker = {
  readonly count: () => number;
  readonly signed: () => number;
  readonly flags: () => (bit: number) => boolean;
  readonly word: () => number;
  readonly text: () => string;
  readonly bytes: () => Uint8Array;
};

export function unpacker(source: Uint8Array): Unpacker {
  let at = 0;
  const next = (): number => {
    const byte = source[at];
    if (byte === undefined) throw new Error(`packed bytes: got ${source.length}, expected more`);
    at += 1;
    return byte;
  };
  const count = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = next();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  const bytes = (): Uint8Array => {
    const length = count();
    if (at + length > source.length) throw new Error(`packed bytes: got ${source.length}, expected more`);
    at += length;
    return source.slice(at - length, at);
  };
  return {
    count,
    signed: () => (next() === 1 ? -count() : count()),
    flags: () => {
      const byte = next();
      return (bit) => (byte & (1 << bit)) !== 0;
    },
    word: () => ((next() << 24) | (next() << 16) | (next() << 8) | next()) >>> 0,
    text: () => Buffer.from(bytes()).toString('utf8'),
    bytes,
  };
}

/** Counts of 4 bits each while they are small (0 to 7), more as they grow: 3 bits a nibble. */
export function packNibbles(values: readonly number[]): Uint8Array {
  const nibbles: number[] = [];
  for (const value of values) {
    let rest = value;
    for (; rest >= 8; rest = Math.floor(rest / 8)) nibbles.push((rest % 8) + 8);
    nibbles.push(rest);
  }
  const out = new Uint8Array(Math.ceil(nibbles.length / 2));
  for (const [index, nibble] of nibbles.entries()) {
    const place = index >> 1;
    out[place] = (out[place] ?? 0) | (index % 2 === 0 ? nibble << 4 : nibble);
  }
  return out;
}

/** The first `length` counts of {@link packNibbles}. */
export function unpackNibbles(source: Uint8Array, length: number): number[] {
  const values: number[] = [];
  let value = 0;
  let scale = 1;
  for (let index = 0; values.length < length; index += 1) {
    const byte = source[index >> 1];
    if (byte === undefined) throw new Error(`packed nibbles: got ${values.length} counts, expected ${length}`);
    const nibble = index % 2 === 0 ? byte >> 4 : byte & 15;
    value += (nibble % 8) * scale;
    scale *= 8;
    if (nibble >= 8) continue;
    values.push(value);
    value = 0;
    scale = 1;
  }
  return values;
}
