import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { secretName, WEBHOOK_CHANNELS } from '../../../functions/replies/webhooks.contract.ts';
import { ENV } from '../../../functions/runtime/env.contract.ts';
import { acknowledge, SECRETS } from '../../checks/acknowledgements.ts';
import type { HandlerFunction } from '../handler-function.ts';

export interface WebhookSecretsProps {
  readonly stage: string;
  readonly key: IKey;
  readonly retain: boolean;
}

/** 48 letters and digits are base64 of 36 bytes: a secret as Standard Webhooks wants it, from the first deployment on. */
const CHARACTERS = 48;
/** What base64 has not, as Secrets Manager counts punctuation; named one by one, because the emulator knows no other way. */
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * What each channel's messages are signed with, made by Secrets Manager and never seen by the templates. An operator hands
 * it to the system that signs, and puts a new one beside it when it is to be replaced.
 */
export class WebhookSecrets extends Construct {
  constructor(scope: Construct, id: string, { stage, key, retain }: WebhookSecretsProps) {
    super(scope, id);
    for (const channel of WEBHOOK_CHANNELS) {
      const secret = new Secret(this, `Secret-${channel}`, {
        // Operators and the function that reads it know it by its name.
        secretName: secretName(stage, channel),
        description: `Liaison: signs webhooks of ${channel}`,
        encryptionKey: key,
        generateSecretString: { passwordLength: CHARACTERS, excludeCharacters: PUNCTUATION },
        removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
      acknowledge(secret, SECRETS.sharedWithSenders);
    }
  }
}

/**
 * Lets a function read the secrets of all channels, whose names it finds in its environment; the key that guards them
 * opens for it through Secrets Manager alone.
 */
export function readsWebhookSecrets(
  handler: HandlerFunction,
  { stage, key }: Omit<WebhookSecretsProps, 'retain'>,
): void {
  const stack = Stack.of(handler);
  const names = WEBHOOK_CHANNELS.map((channel) => [channel, secretName(stage, channel)] as const);
  // Secrets Manager puts six characters of its own behind a name.
  const arns = names.map(([, name]) =>
    stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
  handler.attach(
    new Policy(handler, 'WebhookSecrets', {
      statements: [
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: arns }),
        new PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
        }),
      ],
    }),
  );
  handler.knows(ENV.webhookSecrets, JSON.stringify(Object.fromEntries(names)));
}
