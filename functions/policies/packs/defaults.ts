import type { Hours, JurisdictionPack } from '#domain/policy/types.ts';
import type { Purpose } from '#domain/words.ts';

/** What the shipped packs have in common because it is our default, not any one law. */

export const DEBT_PURPOSES: readonly Purpose[] = ['debt_reminder', 'pre_litigation'];

type ChannelHours = JurisdictionPack['hours'][Purpose];

const everyChannel = (hours: Hours): ChannelHours => ({ sms: hours, mail: hours, push: hours, call: hours });

/** Hours by purpose; only those of debt differ between the shipped packs. A help request knows no closed hours. */
export const hoursByPurpose = (own: { readonly debt: Hours }): JurisdictionPack['hours'] => ({
  fraud_security: { sms: ['07:00-21:00'], call: ['07:00-21:00'], mail: 'always', push: 'always' },
  welfare: everyChannel('always'),
  account_service: everyChannel(['09:00-20:00']),
  debt_reminder: everyChannel(own.debt),
  pre_litigation: everyChannel(own.debt),
  negotiation_followup: everyChannel(['09:00-20:00']),
  complaint_followup: everyChannel(['09:00-20:00']),
  survey: everyChannel(['09:00-20:00']),
});

/** Third parties: never for debt and what follows from it, elsewhere only those who agreed to it. */
export const THIRD_PARTY: JurisdictionPack['thirdParty'] = {
  fraud_security: 'with-consent',
  welfare: 'with-consent',
  account_service: 'with-consent',
  debt_reminder: 'never',
  pre_litigation: 'never',
  negotiation_followup: 'never',
  complaint_followup: 'never',
  survey: 'never',
};
