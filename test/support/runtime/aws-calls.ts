/** One request as the client put it on the wire. */
export type Call = { readonly target: string; readonly body: string };

/**
 * A request handler in the place of the network: what `answer` says of each call, with every call kept. For clients of
 * protocols that answer in JSON (SQS) or XML (SNS).
 */
export function fakeNetwork(answer: (call: Call, nth: number) => { status?: number; body: string } | Error) {
  const calls: Call[] = [];
  const handle = (request: { headers: Record<string, string>; body?: unknown }): Promise<{ response: object }> => {
    const call = { target: request.headers['x-amz-target'] ?? '', body: textOf(request.body) };
    calls.push(call);
    const said = answer(call, calls.length);
    if (said instanceof Error) return Promise.reject(said);
    const { status = 200, body } = said;
    return Promise.resolve({ response: { statusCode: status, headers: {}, body: new TextEncoder().encode(body) } });
  };
  const settings = {
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { handle, metadata: { handlerProtocol: 'http/1.1' }, destroy: () => {} } as never,
    maxAttempts: 1,
  };
  return { settings, calls };
}

/** A body as the client made it: text, or bytes of text. */
export const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
