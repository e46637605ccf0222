import type { Agreement, Complaint, Link } from '#domain/complaint/complaint.ts';
import type { Round } from '#domain/complaint/rounds.ts';
import type { Money } from '#domain/money.ts';
import type { Packer, Unpacker } from '../packed.ts';
import { given, packList, packOptional, unpackList, unpackOptional } from './fields.ts';

type Later = Pick<Complaint, 'receivedAt' | 'agreements' | 'linked' | 'hadBy' | 'rounds'>;

/** What the third form has beyond the second: it stands at the end, so that the second is read by the same hands. */
export function packLater(out: Packer, { receivedAt, agreements, linked, rounds = [], hadBy = [] }: Later): void {
  const instant = (at: number): void => out.signed(at - receivedAt);
  packList(out, rounds, ({ decidedAt, resolvedAt, askedAt, ratedAt, reopenedAt }) => {
    packOptional(out, decidedAt, instant);
    packOptional(out, resolvedAt, instant);
    packOptional(out, askedAt, instant);
    packOptional(out, ratedAt, instant);
    instant(reopenedAt);
  });
  packList(out, hadBy, out.text);
  // As many as there are agreements.
  for (const { heard, value } of agreements) {
    out.flags(heard === true, value !== undefined);
    if (value !== undefined) packMoney(out, value);
  }
  for (const { alike } of linked) out.flags(alike === true);
}

const packMoney = (out: Packer, { minor, currency }: Money): void => {
  out.count(minor);
  out.text(currency);
};
const unpackMoney = (from: Unpacker): Money => ({ minor: from.count(), currency: from.text() });

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

export function unpackLater<T extends Later>(from: Unpacker, body: T): T {
  const instant = (): number => body.receivedAt + from.signed();
  const rounds = unpackList(from, (): Round => {
    const [decidedAt, resolvedAt, askedAt, ratedAt] = [0, 1, 2, 3].map(() => unpackOptional(from, instant));
    return { ...given({ decidedAt, resolvedAt, askedAt, ratedAt }), reopenedAt: instant() };
  });
  const hadBy = unpackList(from, from.text);
  const agreements = body.agreements.map((agreement): Agreement => {
    const has = from.flags();
    return { ...agreement, ...(has(0) ? { heard: true } : {}), ...(has(1) ? { value: unpackMoney(from) } : {}) };
  });
  const linked = body.linked.map((link): Link => ({ ...link, ...(from.flags()(0) ? { alike: true } : {}) }));
  return { ...body, agreements, linked, ...given({ rounds: someOf(rounds), hadBy: someOf(hadBy) }) };
}
