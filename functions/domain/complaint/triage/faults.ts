/** What can be broken for many at once. Complaints of one fault are similar, in whatever language they are written. */
export const FAULT_KEYS = [
  'transfer.failed',
  'transfer.missing',
  'charged.twice',
  'app.down',
  'login.failed',
  'code.missing',
  'card.declined',
  'atm.fault',
  'balance.wrong',
  'fee.unexpected',
  'overdue.wrong',
  'repayment.unposted',
  'credit.wrong',
  'message.wrong',
  'data.leak',
  'scam.text',
  'hotline.unreachable',
  'branch.closed',
  'service.down',
] as const;
export type FaultKey = (typeof FAULT_KEYS)[number];
