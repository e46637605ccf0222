import { apiEvent } from '../runtime/lambda-events.ts';

/** A message as API Gateway hands it to the door of webhooks, signed. Headers: Standard Webhooks 1.0. */
export const webhookEvent = (
  channel: string,
  { id, timestamp, signature, body }: { id: string; timestamp: string; signature: string; body: string },
): ReturnType<typeof apiEvent> =>
  apiEvent({
    method: 'POST',
    path: `/v1/webhooks/${channel}`,
    routeKey: 'POST /v1/webhooks/{channel}',
    pathParams: { channel },
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    },
    body,
  });
