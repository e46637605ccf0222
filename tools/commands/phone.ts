import { type Command, Option } from 'commander';
import { parseInstant } from '../local/clock.ts';
import { type HandedBy, handedBy } from '../running/handed.ts';
import { type Texted, textIn } from '../running/handset.ts';
import { type OutboxQuery, readOutbox, type Sent } from '../running/outbox.ts';
import { giveReceipt, type ReceiptGiven, receiptStatuses } from '../running/receipts.ts';
import type { Frame } from './frame.ts';

/** `sms`, `receipt`, `outbox`: what a person with a telephone and the provider see of the bank. */
export function addPhoneCommands(program: Command, { does }: Frame): void {
  program
    .command('sms')
    .description('texts the bank as a handset does')
    .requiredOption('--from <phone>', 'whose handset, such as +8613800138000')
    .requiredOption('--body <text>', 'what it says')
    .option('--to <phone>', 'the number of the bank it goes to')
    .option('--id <id>', "the provider's id of the text; the same id is the same text")
    .action((texted: Texted) => does(async (desk) => ({ json: await textIn(await desk.stage(), texted) })));

  program
    .command('receipt')
    .description('says, as the provider does, what became of a text, a mail or a push')
    .requiredOption('--message <id>', 'message id, as the outbox shows it')
    .addOption(new Option('--status <status>', 'what became of it').choices(receiptStatuses).makeOptionMandatory())
    .option('--to <address>', 'whom it went to (default: whom the outbox names)')
    .option('--log', 'of a text: as a line of the delivery-status log of SNS')
    .action(({ message: messageId, ...rest }: Omit<ReceiptGiven, 'messageId'> & { message: string }) =>
      does(async (desk) => ({ json: await giveReceipt(await desk.stage(), { messageId, ...rest }) })),
    );

  program
    .command('outbox')
    .description('reads as the recipient: what the providers were really handed, oldest first')
    .option('--to <address>', 'only what this number, mail address or endpoint of the app got')
    .addOption(new Option('--channel <channel>', 'only what went this way').choices(handedBy))
    .option('--since <time>', 'only what went out from this business time on')
    .action(({ since, ...rest }: { to?: string; channel?: HandedBy; since?: string }) =>
      does(async (desk) => {
        const query: OutboxQuery = since === undefined ? rest : { ...rest, since: parseInstant(since) };
        const sent = await readOutbox(await desk.stage(), query);
        return { json: sent, text: sent.map(lineOf).join('\n') };
      }),
    );
}

const lineOf = ({ at, channel, to, subject, body }: Sent): string =>
  `${at}  ${channel}  ${to}\n    ${subject === undefined ? '' : `${subject}: `}${body.replaceAll('\n', '\n    ')}`;
