import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { WEBHOOK_CHANNELS, type WebhookChannel } from '../../functions/replies/webhooks.contract.ts';
import { acknowledge, SECRETS } from '../checks/acknowledgements.ts';

export interface WebhookSecretsProps {
  readonly key: IKey;
  readonly retain: boolean;
}

/** 48 letters and digits are base64 of 36 bytes: a secret as Standard Webhooks wants it, from the first deployment on. */
const CHARACTERS = 48;

/**
 * What each channel's messages are signed with, made by Secrets Manager and never seen by the templates. An operator hands
 * it to the system that signs, and puts a new one beside it when it is to be replaced.
 */
export class WebhookSecrets extends Construct {
  readonly secrets: Readonly<Record<WebhookChannel, Secret>>;

  constructor(scope: Construct, id: string, { key, retain }: WebhookSecretsProps) {
    super(scope, id);
    const secretOf = (channel: WebhookChannel): Secret => {
      const secret = new Secret(this, `Secret-${channel}`, {
        description: `Liaison: signs webhooks of ${channel}`,
        encryptionKey: key,
        generateSecretString: { passwordLength: CHARACTERS, excludePunctuation: true },
        removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
      acknowledge(secret, SECRETS.sharedWithSenders);
      return secret;
    };
    const [mail, chat, social, web] = WEBHOOK_CHANNELS;
    this.secrets = { mail: secretOf(mail), chat: secretOf(chat), social: secretOf(social), web: secretOf(web) };
  }
}
