/**
 * What became of one send request. Source of the classes: the provider offers no idempotency token, so a request whose
 * answer is missing may have been taken; only what surely never reached it, or was surely refused, counts as not sent.
 */
export type ProviderAnswer =
  /** The provider took it. Delivered, read and answered are other facts. */
  | { readonly kind: 'ACCEPTED'; readonly messageId: string }
  /** Surely not taken. `retryable`: another attempt may succeed; `final`: this text to this address never will. */
  | { readonly kind: 'NOT_SENT'; readonly retry: 'retryable' | 'final'; readonly reason: string }
  /** Nobody can know yet. */
  | { readonly kind: 'IN_DOUBT'; readonly reason: string };

/** A send as plain data: the answer, or what the client raised. */
export type SendReport =
  | { readonly answered: true; readonly messageId?: string }
  | {
      readonly answered: false;
      /** False: the request was never handed to the network (credentials, signing, serialisation). */
      readonly handedOver: boolean;
      readonly name: string;
      /** System error code, or `CONNECT_TIMEOUT` when the connection did not stand in time. */
      readonly code?: string;
      readonly syscall?: string;
      readonly httpStatus?: number;
      /** The answer was an error of the service that could be read as one. */
      readonly serviceError: boolean;
    };

/** Words that an error may say; one that says none is in no list. */
type Words = ReadonlySet<string | undefined>;

/** Raised before a connection stands, whatever the system call. */
const BEFORE_CONNECTION: Words = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CONNECT_TIMEOUT']);
/** Raised before a connection stands only by these system calls: on a standing connection the text may be under way. */
const CONNECTING: Words = new Set(['connect', 'getaddrinfo']);
const UNREACHABLE: Words = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/** Of an address that takes nothing any more, and of what no address takes; SES says `BadRequest` for both. */
const FINAL =
  /^(?:InvalidParameter|InvalidParameterValue|ParameterValueInvalid|Validation|OptedOut|EndpointDisabled|BadRequest)/u;

/**
 * Classifies a send. `ACCEPTED` needs an answer with a message id; an answer without one, a reset, a time-out after the
 * connection stood, any 5xx and 408 are in doubt. A wrong permission or credential is retryable: it is the operator's
 * fault, and must not use up the customer's contact plan.
 */
export function classifySend(report: SendReport): ProviderAnswer {
  if (report.answered) {
    return report.messageId === undefined || report.messageId === ''
      ? { kind: 'IN_DOUBT', reason: 'answer-without-message-id' }
      : { kind: 'ACCEPTED', messageId: report.messageId };
  }
  const reason = report.code ?? report.name;
  if (!report.handedOver) return { kind: 'NOT_SENT', retry: 'retryable', reason };
  if (report.httpStatus !== undefined) return classifyAnswer(report, report.httpStatus);
  return neverConnected(report.code, report.syscall)
    ? { kind: 'NOT_SENT', retry: 'retryable', reason }
    : { kind: 'IN_DOUBT', reason };
}

const neverConnected = (code: string | undefined, syscall: string | undefined): boolean =>
  BEFORE_CONNECTION.has(code) || (UNREACHABLE.has(code) && CONNECTING.has(syscall));

function classifyAnswer(report: { name: string; serviceError: boolean }, httpStatus: number): ProviderAnswer {
  const refused = report.serviceError && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408;
  if (!refused) return { kind: 'IN_DOUBT', reason: `http-${httpStatus}` };
  return { kind: 'NOT_SENT', retry: FINAL.test(report.name) ? 'final' : 'retryable', reason: report.name };
}
