import type {
  BankIdentity,
  DeploymentDefaults,
  LaneRates,
  SmsSettings,
  StaffLimits,
} from '../../functions/runtime/env.contract.ts';
import type { DeploymentConfig } from '../config/schema.ts';

/** What functions are told of the configuration, in the shapes of env.contract.ts. */
export function defaultsJson({ jurisdictions, defaults, pausedPurposes, sms }: DeploymentConfig): string {
  return JSON.stringify({
    jurisdictions,
    ...defaults,
    pausedPurposes,
    partsPerDay: sms.partsPerDay,
    partsPerHour: sms.partsPerHour,
    countries: sms.countries,
    partsPerRange: sms.partsPerRange,
  } satisfies DeploymentDefaults);
}

export const bankJson = ({ bank }: DeploymentConfig): string => JSON.stringify(bank satisfies BankIdentity);

export const staffJson = ({ staff }: DeploymentConfig): string =>
  JSON.stringify({ reads: staff.readsPerHour, actions: staff.actionsPerHour } satisfies StaffLimits);

export const laneRatesJson = ({ admission }: DeploymentConfig): string => JSON.stringify(admission satisfies LaneRates);

export function smsJson({ sms: { provider, originationNumber } }: DeploymentConfig): string {
  const settings: SmsSettings = originationNumber === undefined ? { provider } : { provider, originationNumber };
  return JSON.stringify(settings);
}
