import { randomUUID } from 'node:crypto';
import { PublishCommand } from '@aws-sdk/client-sns';
import type { StageClient } from '../local/client.ts';
import { requireOutput } from '../local/outputs.ts';
import { topicClient } from './clients.ts';

/** The bank's number where none is named: any will do, answers are matched by who texts. */
export const BANK_NUMBER = '+12025550100';

export interface Texted {
  /** E.164. */
  readonly from: string;
  readonly body: string;
  readonly to?: string;
  /** The provider's id of it; the same id is the same text. */
  readonly id?: string;
}

/** Texts the bank as a handset does: what the provider would publish on the inbound topic. */
export async function textIn(stage: StageClient, texted: Texted): Promise<{ readonly inboundMessageId: string }> {
  const inboundMessageId = texted.id ?? randomUUID();
  const message = {
    originationNumber: texted.from,
    destinationNumber: texted.to ?? BANK_NUMBER,
    messageKeyword: 'KEYWORD_LIAISON',
    messageBody: texted.body,
    inboundMessageId,
  };
  const TopicArn = requireOutput(stage.outputs, 'InboundSmsTopicArn');
  await topicClient(stage).send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }));
  return { inboundMessageId };
}
