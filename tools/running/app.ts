import { CreatePlatformApplicationCommand, CreatePlatformEndpointCommand } from '@aws-sdk/client-sns';
import type { StageClient } from '../local/client.ts';
import { topicClient } from './clients.ts';

/** The made-up bank's app, as the local stage's configuration names it. */
const APPLICATION = { Platform: 'GCM', Name: 'ExampleBank' } as const;

/**
 * Installs the bank's app on a made-up phone; answers the endpoint it registers, as the bank's app server would push it in
 * a customer's `pushEndpoints`. The same phone has the same endpoint.
 */
export async function installApp(stage: StageClient, phone: string): Promise<string> {
  const sns = topicClient(stage);
  // No platform is asked on the local stage: any credential will do.
  const Attributes = { PlatformCredential: 'local' };
  const { PlatformApplicationArn } = await sns.send(
    new CreatePlatformApplicationCommand({ ...APPLICATION, Attributes }),
  );
  const { EndpointArn } = await sns.send(new CreatePlatformEndpointCommand({ PlatformApplicationArn, Token: phone }));
  if (EndpointArn === undefined) throw new Error('the app got no endpoint');
  return EndpointArn;
}
