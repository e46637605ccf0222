import type { Complaint, Round } from '#domain/complaint/complaint.ts';
import type { Packer, Unpacker } from '../packed.ts';
import { given, packList, packOptional, unpackList, unpackOptional } from './fields.ts';

type Later = Pick<Complaint, 'receivedAt' | 'rounds'>;

/** What the third form has beyond the second: it stands at the end, so that the second is read by the same hands. */
export function packLater(out: Packer, { receivedAt, rounds = [] }: Later): void {
  const instant = (at: number): void => out.signed(at - receivedAt);
  packList(out, rounds, ({ decidedAt, resolvedAt, ratedAt, reopenedAt }) => {
    packOptional(out, decidedAt, instant);
    packOptional(out, resolvedAt, instant);
    packOptional(out, ratedAt, instant);
    instant(reopenedAt);
  });
}

export function unpackLater<T extends Later>(from: Unpacker, body: T): T {
  const instant = (): number => body.receivedAt + from.signed();
  const rounds = unpackList(from, (): Round => {
    const [decidedAt, resolvedAt, ratedAt] = [0, 1, 2].map(() => unpackOptional(from, instant));
    return { ...given({ decidedAt, resolvedAt, ratedAt }), reopenedAt: instant() };
  });
  return { ...body, ...(rounds.length === 0 ? {} : { rounds }) };
}
