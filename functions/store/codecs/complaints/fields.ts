import type { Packer, Unpacker } from '../packed.ts';

/** Ids that begin with the complaint's own are stored without it. */
export const shortId = (id: string, own: string): string =>
  id.startsWith(`${own}.`) ? id.slice(own.length) : `=${id}`;
export const longId = (short: string, own: string): string => (short.startsWith('=') ? short.slice(1) : own + short);

/** A field behind one byte that says whether it is there. */
export function packOptional<T>(out: Packer, value: T | undefined, pack: (value: T) => void): void {
  out.count(value === undefined ? 0 : 1);
  if (value !== undefined) pack(value);
}
export const unpackOptional = <T>(from: Unpacker, unpack: () => T): T | undefined =>
  from.count() === 0 ? undefined : unpack();

export function packList<T>(out: Packer, values: readonly T[], pack: (value: T) => void): void {
  out.count(values.length);
  for (const value of values) pack(value);
}
export const unpackList = <T>(from: Unpacker, unpack: () => T): T[] => Array.from({ length: from.count() }, unpack);

/** Undefined fields are left out. */
export const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
