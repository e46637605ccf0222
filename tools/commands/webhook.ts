import { type Command, Option } from 'commander';
import { WEBHOOK_CHANNELS, type WebhookChannel } from '../../functions/replies/webhooks.contract.ts';
import { readJsonObjects } from '../doors/read-events.ts';
import { handIn } from '../doors/webhook-door.ts';
import { readClock } from '../local/clock.ts';
import { RefusedByApi } from '../running/staff.ts';
import { shownTime } from '../time/advance.ts';
import type { Frame } from './frame.ts';

/** `webhook`: hands in what people write by mail, chat, social media or web form, signed as the channel's system does. */
export function addWebhookCommand(program: Command, { does }: Frame): void {
  program
    .command('webhook')
    .description('hands in messages of people: { messageId, from, text, … } one, an array, or one a line')
    .addOption(new Option('--channel <channel>', 'how they wrote').choices(WEBHOOK_CHANNELS).makeOptionMandatory())
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .action(({ channel, file }: { channel: WebhookChannel; file: string }) =>
      does(async (desk) => {
        const messages = await readJsonObjects(file, 'message');
        const stage = await desk.stage();
        const at = shownTime(await readClock());
        for (const message of messages) {
          const answer = await handIn(stage, { channel, message: { at, ...message } });
          if (answer.status !== 202) throw new RefusedByApi(`/v1/webhooks/${channel}`, answer);
        }
        return { json: { accepted: messages.length } };
      }),
    );
}
