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

/** A text of a complaint or an offer may go out in the daytime. */
const daytime = everyChannel(['09:00-20:00']);
const PER_CASE = { count: 3, window: 'P3D', per: 'number' } as const;

/** Negotiation, mediation, notice, each by a text; an answer goes to a person, who takes the matter further. */
const preLitigation: Plan = {
  id: 'pre-litigation',
  version: 1,
  purpose: 'pre_litigation',
  department: 'collections',
  hours: always,
  firstHold: 'PT0S',
  steps: [
    {
      id: 'invite',
      channel: 'sms',
      audience: 'customer',
      template: 'prelit.invite',
      wait: 'P3D',
      stage: 'NEGOTIATION',
    },
    {
      id: 'mediation',
      channel: 'sms',
      audience: 'customer',
      template: 'prelit.mediation',
      wait: 'P4D',
      nextAt: '09:00',
      stage: 'MEDIATION',
    },
    {
      id: 'notice',
      channel: 'sms',
      audience: 'customer',
      template: 'prelit.notice',
      wait: 'P7D',
      orElse: 'mail',
      stage: 'PRE_LITIGATION',
    },
  ],
  doubt: 'hold',
  exhausted: 'person',
  maxMessagesPerCase: PER_CASE,
  closeAfter: 'P7D',
};

/** Asked once, reminded at half time; the complaint ends it at its instant. */
const offer: Plan = {
  id: 'offer',
  version: 1,
  purpose: 'negotiation_followup',
  department: 'hardship',
  hours: daytime,
  firstHold: 'PT0S',
  steps: [
    {
      id: 'sms',
      channel: 'sms',
      audience: 'customer',
      template: 'offer.make',
      wait: 'P1D',
      until: 'half-time',
      orElse: 'mail',
    },
    { id: 'remind', channel: 'sms', audience: 'customer', template: 'offer.remind', wait: 'P1D', until: 'expiry' },
  ],
  doubt: 'switch-channel',
  exhausted: 'told',
  maxMessagesPerCase: PER_CASE,
  closeAfter: 'P7D',
};

/** Opened at ten the day after the resolution: a text, once more two days later, then a call. */
const followUp: Plan = {
  id: 'follow-up',
  version: 1,
  purpose: 'complaint_followup',
  department: 'complaints',
  hours: daytime,
  firstHold: 'PT0S',
  steps: [
    { id: 'sms', channel: 'sms', audience: 'customer', template: 'follow.ask', wait: 'P2D' },
    { id: 'sms-again', channel: 'sms', audience: 'customer', template: 'follow.ask', wait: 'P1D' },
    { id: 'call', channel: 'call', audience: 'customer', template: 'follow.ask', wait: 'PT0S', tries: 3 },
  ],
  doubt: 'hold',
  exhausted: 'unreachable',
  maxMessagesPerCase: PER_CASE,
  closeAfter: 'P7D',
};

/** One text that tells something of a complaint and asks nothing; by mail where no text may go. */
const complaintNotice: Plan = {
  id: 'complaint-notice',
  version: 1,
  purpose: 'complaint_followup',
  department: 'complaints',
  hours: daytime,
  firstHold: 'PT0S',
  steps: [
    {
      id: 'sms',
      channel: 'sms',
      audience: 'customer',
      template: 'complaint.acknowledged',
      wait: 'PT0S',
      orElse: 'mail',
      asks: false,
    },
  ],
  doubt: 'hold',
  exhausted: 'told',
  maxMessagesPerCase: PER_CASE,
  closeAfter: 'P1D',
};

/** How a complaint was decided: by mail with the words of the answer where one may go, else by a text that says it is there. */
const complaintAnswer: Plan = {
  ...complaintNotice,
  id: 'complaint-answer',
  steps: [
    {
      id: 'mail',
      channel: 'mail',
      audience: 'customer',
      template: 'complaint.decided',
      wait: 'PT0S',
      orElse: 'sms',
      asks: false,
    },
  ],
};

/** An emergency contact is told once that they were named; off as shipped (limits, `contactNotice`). */
const contactNotice: Plan = {
  id: 'contact-notice',
  version: 1,
  purpose: 'account_service',
  department: 'branch',
  hours: everyChannel(['09:00-20:00']),
  firstHold: 'PT0S',
  steps: [
    { id: 'sms', channel: 'sms', audience: 'contact', template: 'contact.notice', wait: 'P1D', tellsNamed: true },
  ],
  doubt: 'hold',
  exhausted: 'told',
  maxMessagesPerCase: PER_CASE,
  closeAfter: 'P7D',
};

/** The first plan of a purpose in its newest version is its active one; a complaint's notices are opened by their id. */
export const PLANS: readonly Plan[] = [
  fraudCard,
  welfareUrgent,
  contactData,
  debtReminder,
  preLitigation,
  offer,
  followUp,
  complaintNotice,
  complaintAnswer,
  contactNotice,
];
