/** Template families that plans and answers name. A plan that names another is refused when it is saved. */
export const TEMPLATES = [
  'fraud.ask',
  'fraud.ask.neutral',
  'welfare.ask',
  'service.ask',
  'debt.remind',
  'contact.relay',
  'contact.notice',
  'prelit.invite',
  'prelit.mediation',
  'prelit.notice',
  'offer.make',
  'offer.remind',
  'follow.ask',
  'complaint.acknowledged',
  'complaint.decided',
  'complaint.extended',
  'complaint.mediation-ended',
  'answer.clarify',
  'answer.which',
  'answer.stopped',
  'answer.started',
  'answer.help',
  'answer.late',
  'answer.neutral',
  'answer.thanks',
  'answer.complaint',
  'answer.why',
  'answer.wrong',
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export const isTemplate = (name: string): name is TemplateName => TEMPLATES.some((known) => known === name);
