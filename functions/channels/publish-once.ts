import { PublishCommand, type PublishCommandInput, type SNSClient } from '@aws-sdk/client-sns';
import type { SendReport } from '#domain/contact/outcome.ts';
import { answerOf, HANDOVER, reportOf } from './one-request.ts';

/** Asks SNS once to publish. Never raises: what came of it, and whether the request left the process, is in the report. */
export async function publishOnce(client: SNSClient, input: PublishCommandInput): Promise<SendReport> {
  const command = new PublishCommand(input);
  let handedOver = false;
  command.middlewareStack.add(
    (next) => (args) => {
      handedOver = true;
      return next(args);
    },
    HANDOVER,
  );
  try {
    const { MessageId } = await client.send(command);
    return answerOf(MessageId);
  } catch (error) {
    return reportOf(error, handedOver);
  }
}
