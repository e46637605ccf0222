/** Namespace of the product's own metrics; alarms and dashboards of `lib` name it from here. */
export const METRIC_NAMESPACE = 'Liaison';
/** Dimension that every metric has: the stage, from `POWERTOOLS_SERVICE_NAME`. */
export const SERVICE_DIMENSION = 'service';

/** Every metric, past tense, with its CloudWatch unit. Counts are written only when above zero. */
export const METRICS = {
  MessageHandled: 'Count',
  MessageFailed: 'Count',
  MessageQuarantined: 'Count',
  MessageLooped: 'Count',
  StreamRecordHandled: 'Count',
  StreamRecordFailed: 'Count',
  StreamLag: 'Milliseconds',
  RequestAnswered: 'Count',
  RequestRefused: 'Count',
  RequestPushedBack: 'Count',
  RequestFailed: 'Count',
  ScheduleRan: 'Count',
  EventAccepted: 'Count',
  EventDuplicated: 'Count',
  EventRejected: 'Count',
  EventTooLate: 'Count',
  EventGapSeen: 'Count',
  EventTooOldToContact: 'Count',
  CaseOpened: 'Count',
  CaseSettled: 'Count',
  ContactRefused: 'Count',
  ClaimLost: 'Count',
  SendAccepted: 'Count',
  SendNotSent: 'Count',
  SendInDoubt: 'Count',
  SendPermissionDenied: 'Count',
  BudgetSpent: 'Count',
  NumbersSideBySide: 'Count',
  StaffSlowed: 'Count',
  ReceiptRecorded: 'Count',
  ReceiptUnmatched: 'Count',
  ReplyUnderstood: 'Count',
  ReplyUnclear: 'Count',
  ReplyUnmatched: 'Count',
  OptOutRecorded: 'Count',
  ContactPointQuarantined: 'Count',
  EffectRelayed: 'Count',
  FactNoted: 'Count',
  FiguresDiffer: 'Count',
  WorkSwept: 'Count',
  WorkRescued: 'Count',
  WorkOverdue: 'Count',
} as const;
export type MetricName = keyof typeof METRICS;

/** Dimensions beside the service; values come from closed vocabularies only, so cardinality is bounded. */
export const METRIC_DIMENSIONS = ['purpose', 'lane', 'channel', 'code'] as const;
export type MetricDimension = (typeof METRIC_DIMENSIONS)[number];
