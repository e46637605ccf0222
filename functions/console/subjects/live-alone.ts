import { DAY, SECOND } from '#domain/time.ts';
import { RETENTION } from '#policies/packs/retention.ts';
import { systemKey } from '#store/keys.ts';
import type { LeaseStore } from '#store/operations/lease-store.ts';
import type { PrivacyNeeds } from './ports.ts';

/** Counters stay for a while as the record of who erased how many. */
const KEPT = 8 * DAY;

type Counting = {
  readonly leases: Pick<LeaseStore, 'lease'>;
  readonly wallNow: () => number;
};

/** Counted in days of wall time (UTC), whatever the business clock says. */
export const countAlone =
  ({ leases, wallNow }: Counting): PrivacyNeeds['countAlone'] =>
  async (staff, persons) => {
    const day = Math.floor(wallNow() / DAY);
    const leased = await leases.lease({
      key: systemKey('erased-alone', `${day}.${encodeURIComponent(staff)}`),
      bounds: [{ counter: 't', limit: RETENTION.ordersAlone }],
      want: persons,
      least: persons,
      forgetAt: Math.floor((wallNow() + KEPT) / SECOND),
    });
    return leased === persons;
  };
