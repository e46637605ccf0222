import type { WebhookNeeds } from './accept-webhook.ts';
import { webhookMessageOf } from './hear/webhook-message.ts';
import { joinReplies, type Parts } from './live.ts';
import type { ReplyNeeds } from './ports.ts';
import { receiveMessage } from './receive-reply.ts';

/** Hears messages of webhooks like any other: a file of its own, because a request without a signature never needs it. */
export const joinHearing = (parts: Parts): WebhookNeeds['hear'] => hearingOf(joinReplies(parts));

/** The same on whatever it is joined to. */
export const hearingOf =
  (needs: ReplyNeeds): WebhookNeeds['hear'] =>
  async (delivery) =>
    receiveMessage(await webhookMessageOf(delivery, needs), needs);
