import { readSecrets, signatureOf } from '#runtime/webhook-signature.ts';
import { webhookEvent } from '../../support/intake/webhook-event.ts';
import type { Machine } from '../machine/machine.ts';

const MINUTE = 60_000;
export const CHANNELS = ['mail', 'chat', 'social', 'web'] as const;
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** The secrets of the channels by their names, and how the deployment says these. */
export const SECRETS = Object.fromEntries(CHANNELS.map((one) => [`webhooks/${one}`, SECRET]));
export const SECRET_NAMES = Object.fromEntries(CHANNELS.map((one) => [one, `webhooks/${one}`]));

/** How often a message is handed in, a minute apart, before it is given up. */
const HANDED_IN = 5;

/** What a person wrote elsewhere than by text. */
export type Message = {
  readonly from: string;
  readonly text: string;
  readonly subject?: string;
  readonly customerId?: string;
};

/** A system of the bank hands a message in, again under the same id until somebody said that it was taken. */
export function handIn(
  machine: Machine,
  by: { readonly channel: (typeof CHANNELS)[number]; readonly message: Message; readonly mostTries?: number },
): void {
  const { channel, message, mostTries = HANDED_IN } = by;
  const id = `hook-${machine.calls()}`;
  const body = JSON.stringify({ messageId: `m-${id}`, at: new Date(machine.time.now()).toISOString(), ...message });
  const hand = async (tries: number): Promise<void> => {
    const timestamp = String(Math.floor(machine.time.now() / 1_000));
    const signature = signatureOf({ id, timestamp, body }, readSecrets(SECRET)[0] ?? new Uint8Array());
    const event = webhookEvent(channel, { id, timestamp, signature, body });
    const ended = await machine.invoke('accept-webhook', event, 28);
    const taken = ended.kind === 'answered' && (ended.result as { statusCode?: number }).statusCode === 202;
    if (!taken && tries < mostTries) machine.time.after(MINUTE, () => void hand(tries + 1));
  };
  return void hand(1);
}
