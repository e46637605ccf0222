import { matches, type SlaBook, type SlaPolicy } from '#domain/complaint/clocks/policy.ts';
import { CALENDARS } from './calendars.ts';
import { CN_12378, CN_CBIRC_2020, CN_CREDIT_RECORD } from './cn.ts';
import { P1_INCIDENT } from './p1.ts';
import { UK_DISP, UK_PSD } from './uk.ts';
import { US_CFPB_PORTAL, US_REG_E } from './us.ts';

/** Every version that was ever shipped: a complaint keeps the one of its receipt. */
export const SLA_POLICIES: readonly SlaPolicy[] = [
  P1_INCIDENT,
  CN_CBIRC_2020,
  CN_12378,
  CN_CREDIT_RECORD,
  UK_DISP,
  UK_PSD,
  US_CFPB_PORTAL,
  US_REG_E,
];

/** The deadlines as shipped; a bank's own are a book of the same form. */
export const slaBook: SlaBook = slaBookOf(SLA_POLICIES);

export function slaBookOf(policies: readonly SlaPolicy[]): SlaBook {
  const newest = policies.filter(
    (policy) => !policies.some((other) => other.id === policy.id && other.version > policy.version),
  );
  return {
    matching: (of) => newest.filter((policy) => matches(policy, of)),
    policy: (id, version) => policies.find((policy) => policy.id === id && policy.version === version),
    calendar: (id) => CALENDARS.get(id),
  };
}
