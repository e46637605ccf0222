import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

export interface MessageTopicProps {
  readonly deployment: Deployment;
  /**
   * AWS services that publish to the topic, for this account only.
   * @default - none: only roles of this account that are granted it
   */
  readonly publishers?: readonly string[];
}

/** A topic encrypted by our own key, over TLS only. */
export class MessageTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { deployment, publishers = [] }: MessageTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: deployment.messageKey, enforceSSL: true });
    for (const publisher of publishers) {
      this.topic.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(publisher)],
          actions: ['sns:Publish'],
          resources: [this.topic.topicArn],
          conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        }),
      );
    }
  }
}

/** AWS End User Messaging SMS: hands in what people text, and what became of our texts. */
export const END_USER_MESSAGING = 'sms-voice.amazonaws.com';
/** Tells what became of our mails. */
export const MAIL_SERVICE = 'ses.amazonaws.com';
