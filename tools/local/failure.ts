/**
 * A failure the reader can mend. Its message is one sentence that says what is wrong and what to do about it;
 * the commands print it as it stands and end with exit code 1.
 */
export class LocalStageFailure extends Error {
  override readonly name = 'LocalStageFailure';
}

/** True for what the operating system says when a file or a process is not there. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH');
}

/** True when an operating system error carries this code, such as `EADDRINUSE`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
