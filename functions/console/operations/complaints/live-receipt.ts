import { sealedNumber } from '#domain/contact/point.ts';
import { sha256 } from '#runtime/ids.ts';
import { sealedPlace } from '#store/codecs/entry.ts';
import type { ComplaintWriter } from '#store/complaints/complaint-writer.ts';
import type { Advance, Op } from '#store/ledger.ts';
import { createErasedPeople } from '#store/people/erasure.ts';
import { createPointStore, pointAdvance, unknownPoint } from '#store/point-store.ts';
import { createIdentityStore, identityPut } from '#store/received/identity-store.ts';
import type { ComplaintNeeds, TakenDownComplaint } from '../../complaint-ports.ts';
import type { joinRecords, RecordParts } from '../../live-records.ts';

type Receiving = Pick<ComplaintNeeds, 'pointByNumber' | 'referenceStands' | 'isErased' | 'receive'>;

/** References of regulators stand longer than the record must be kept. */
const REFERENCE_DAYS = 10 * 365;
const REFERENCES = 'complaint-reference';

/** What taking down a complaint reads and writes beside it. */
export function joinReceiving(
  { vault, clock }: RecordParts,
  { reader, words }: ReturnType<typeof joinRecords>,
  write: ComplaintWriter,
): Receiving {
  const points = createPointStore(reader);
  const identities = createIdentityStore(reader);
  const identity = (reference: string, id: string): Op =>
    identityPut({
      source: REFERENCES,
      id: reference,
      hash: sha256(id),
      keepDays: REFERENCE_DAYS,
      wallNow: clock.wallNow(),
    });
  const numberMoved = async ({ before, move, said }: NonNullable<TakenDownComplaint['number']>): Promise<Advance[]> => {
    const { after, entry } = move;
    if (entry === undefined) return [];
    const key = after.key ?? (await words.newKey());
    const at = sealedPlace('point', after.id, before.state.version + 1);
    return [
      { ...pointAdvance(before, { ...after, key }, entry), sealed: await vault.seal(key, at, sealedNumber(said)) },
    ];
  };
  return {
    pointByNumber: async (number) => {
      const id = await words.pointOf(number);
      return (await points.load(id)) ?? unknownPoint(id);
    },
    referenceStands: async (reference) => (await identities.find(REFERENCES, reference)) !== undefined,
    isErased: async (customerId) => (await createErasedPeople(reader).customer(customerId)) !== undefined,
    receive: async ({ transition, sealed, reference, number }) => {
      const also = reference === undefined ? [] : [identity(reference, transition.next.id)];
      const beside = number === undefined ? [] : await numberMoved(number);
      return (await write({ transition, sealed, also, beside })).kind;
    },
  };
}
