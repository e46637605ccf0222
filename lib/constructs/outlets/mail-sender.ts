import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ENV, type MailSettings } from '../../../functions/runtime/env.contract.ts';
import type { DeploymentConfig } from '../../config/schema.ts';
import type { HandlerFunction } from '../handler-function.ts';

export interface MailSenderProps {
  readonly mail: NonNullable<DeploymentConfig['mail']>;
  /** Where SES says what became of the mails. */
  readonly receipts: Topic;
}

/** Opens and clicks are not among them: nobody is watched. */
const TOLD = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** The bank as a sender of mails: over TLS only, and what becomes of each is told to the receipts' topic. */
export class MailSender extends Construct {
  readonly #settings: MailSettings;
  readonly #address: string;

  constructor(scope: Construct, id: string, { mail, receipts }: MailSenderProps) {
    super(scope, id);
    const { name, address } = mail;
    const set = new ConfigurationSet(this, 'Mails', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE });
    set.addEventDestination('Receipts', { destination: EventDestination.snsTopic(receipts), events: TOLD });
    if (mail.makeIdentity) new EmailIdentity(this, 'Identity', { identity: Identity.domain(domainOf(address)) });
    this.#settings = { from: `${name} <${address}>`, configurationSet: set.configurationSetName };
    this.#address = address;
  }

  /** This function sends the mails: by one identity and one configuration set, as one address. */
  grantTo(sender: HandlerFunction): void {
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string): string =>
      stack.formatArn({ service: 'ses', resource, resourceName });
    const sending = new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [arn('identity', domainOf(this.#address)), arn('configuration-set', this.#settings.configurationSet)],
      conditions: { StringEquals: { 'ses:FromAddress': this.#address } },
    });
    sender.attach(new Policy(this, 'Sending', { statements: [sending] }));
    sender.knows(ENV.mail, stack.toJsonString(this.#settings));
  }
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);
