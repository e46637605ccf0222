import type { Hours, Plan } from '#domain/policy/types.ts';

/** Contact plans as the product ships them. A version is immutable: change one by adding the next version. */

const everyChannel = (hours: Hours): Plan['hours'] => ({ sms: hours, mail: hours, push: hours, call: hours });
const always = everyChannel('always');

/** Push, two texts, a call; for a critical amount an emergency contact after a day of silence. */
const fraudCard: Plan = {
  id: 'fraud-card',
  version: 1,
  purpose: 'fraud_security',
  department: 'fraud-desk',
  hours: { sms: ['07:00-21:00'], call: ['07:00-21:00'], push: 'always', mail: 'always' },
  firstHold: 'PT0S',
  steps: [
    { id: 'push', channel: 'push', audience: 'customer', template: 'fraud.ask', wait: 'PT1M', optional: true },
    { id: 'sms', channel: 'sms', audience: 'customer', template: 'fraud.ask', wait: 'PT5M', shelfLife: 'PT30M' },
    { id: 'sms-again', channel: 'sms', audience: 'customer', template: 'fraud.ask', wait: 'PT10M' },
    { id: 'call', channel: 'call', audience: 'customer', template: 'fraud.ask', wait: 'PT0S', tries: 3 },
    {
      id: 'contact',
      channel: 'sms',
      audience: 'contact',
      template: 'contact.relay',
      wait: 'PT2H',
      requires: ['proof', 'critical', 'above-confirming-limit'],
    },
  ],
  doubt: 'resend-once',
  exhausted: 'person',
  maxMessagesPerCase: { count: 3, window: 'P3D', per: 'person' },
  closeAfter: 'P7D',
};

/**
 * Mail stands before the second text so that the wait of twenty minutes begins with the text, whether or not mail can
 * be sent.
 */
const welfareUrgent: Plan = {
  id: 'welfare-urgent',
  version: 1,
  purpose: 'welfare',
  department: 'contact-centre',
  hours: everyChannel(['07:00-22:00']),
  urgentHours: always,
  firstHold: 'PT0S',
  steps: [
    { id: 'sms', channel: 'sms', audience: 'customer', template: 'welfare.ask', wait: 'PT10M' },
    { id: 'mail', channel: 'mail', audience: 'customer', template: 'welfare.ask', wait: 'PT0S' },
    { id: 'sms-again', channel: 'sms', audience: 'customer', template: 'welfare.ask', wait: 'PT20M' },
    { id: 'call', channel: 'call', audience: 'customer', template: 'welfare.ask', wait: 'PT0S', tries: 2 },
    {
      id: 'contact',
      channel: 'sms',
      audience: 'contact',
      template: 'contact.relay',
      wait: 'PT30M',
      requires: ['proof'],
    },
    {
      id: 'contact-call',
      channel: 'call',
      audience: 'contact',
      template: 'contact.relay',
      wait: 'PT0S',
      requires: ['proof'],
    },
  ],
  doubt: 'resend-once',
  exhausted: 'person',
  maxMessagesPerCase: { count: 3, window: 'P3D', per: 'number' },
  closeAfter: 'P7D',
};

const contactData: Plan = {
  id: 'contact-data',
  version: 1,
  purpose: 'account_service',
  department: 'branch',
  hours: everyChannel(['09:00-20:00']),
  firstHold: 'PT0S',
  steps: [
    { id: 'sms', channel: 'sms', audience: 'customer', template: 'service.ask', wait: 'P3D' },
    { id: 'sms-again', channel: 'sms', audience: 'customer', template: 'service.ask', wait: 'P4D', orElse: 'mail' },
    { id: 'call', channel: 'call', audience: 'customer', template: 'service.ask', wait: 'P7D', tries: 3 },
    {
      id: 'contact',
      channel: 'sms',
      audience: 'contact',
      template: 'contact.relay',
      wait: 'P3D',
      requires: ['proof'],
    },
  ],
  doubt: 'switch-channel',
  exhausted: 'person',
  maxMessagesPerCase: { count: 3, window: 'P3D', per: 'number' },
  closeAfter: 'P7D',
};

/** The plan narrows no hours: the debt hours of the law apply. Never a third party. */
const debtReminder: Plan = {
  id: 'debt-reminder',
  version: 1,
  purpose: 'debt_reminder',
  department: 'collections',
  hours: always,
  firstHold: 'PT24H',
  steps: [
    { id: 'sms', channel: 'sms', audience: 'customer', template: 'debt.remind', wait: 'P2D' },
    { id: 'sms-again', channel: 'sms', audience: 'customer', template: 'debt.remind', wait: 'P3D' },
    { id: 'call', channel: 'call', audience: 'customer', template: 'debt.remind', wait: 'PT0S', tries: 3 },
  ],
  doubt: 'hold',
  exhausted: 'person',
  maxMessagesPerCase: { count: 3, window: 'P3D', per: 'number' },
  closeAfter: 'P7D',
};

/** The first plan of a purpose in its newest version is its active one. */
export const PLANS: readonly Plan[] = [fraudCard, welfareUrgent, contactData, debtReminder];
