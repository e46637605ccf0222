import type { ProviderAnswer } from '#domain/contact/outcome.ts';
import type { Sensitive } from '#domain/sensitive.ts';
import type { Mail } from '#domain/text/mail.ts';
import type { SendNeeds } from './ports.ts';

/** What goes to whom, by which channel. */
export type Outgoing = { readonly to: Sensitive<string> } & (
  | { readonly channel: 'sms' | 'push'; readonly text: Sensitive<string> }
  | ({ readonly channel: 'mail' } & Mail)
);

export type SenderNeeds = Pick<SendNeeds, 'sms' | 'mail' | 'push' | 'originationNumber'>;

/** The channel was switched off between the gate and the request: surely not sent. */
const OFF: ProviderAnswer = { kind: 'NOT_SENT', retry: 'final', reason: 'channel-off' };

/** One request to the provider of the channel; never raises. */
export function hand(what: Outgoing, attemptId: string, needs: SenderNeeds): Promise<ProviderAnswer> {
  const { to } = what;
  switch (what.channel) {
    case 'sms': {
      const { originationNumber } = needs;
      const from = originationNumber === undefined ? {} : { originationNumber };
      return needs.sms.send({ to, text: what.text, attemptId, ...from });
    }
    case 'push':
      return needs.push?.send({ to, text: what.text, attemptId }) ?? Promise.resolve(OFF);
    case 'mail': {
      const { subject, text, html } = what;
      return needs.mail?.send({ to, subject, text, html, attemptId }) ?? Promise.resolve(OFF);
    }
  }
}
