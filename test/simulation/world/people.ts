import type { Text } from '../../support/pipeline/aws/sms-provider.ts';
import type { Machine } from '../machine/machine.ts';
import type { Chance } from '../machine/random.ts';
import { handIn } from './webhooks.ts';

/** A text from a handset, and when it went off. */
export type Wrote = { readonly from: string; readonly body: string; readonly at: number; readonly id: string };

/**
 * What somebody does with texts where it is not left to chance: `mute`, no more than a first word is ever heard of them;
 * `absent`, nothing at all; `confirms`, they say yes to whatever they are asked, minutes later.
 */
export type Habit = 'mute' | 'absent' | 'confirms';

/** Everybody with a telephone, and the carrier between. */
export type People = {
  readonly wrote: readonly Wrote[];
  readonly write: (from: string, body: string) => void;
  /** Texts that came since the last look are read, answered or not, and receipted or not. */
  readonly look: () => void;
  readonly lastTo: (numbers: readonly string[]) => Text | undefined;
  /** Whoever has the last text to one of these numbers answers its question now. */
  readonly answer: (numbers: readonly string[]) => void;
  readonly heal: () => void;
};

/** Words people answer with when they do not answer as asked. */
const OTHER_WORDS = [
  '你好',
  '我没事，谢谢',
  '是谁？',
  '回头再说',
  '不是我本人',
  '👍',
  '１',
  '2',
  'ok\u0000',
  '‮abc',
  '=SUM(A1)',
  '收到',
];
export const STOPS = ['退订', 'T', 'STOP', '别再发短信了', 'TD', 'please stop'];
const COMPLAINTS = [
  '我要投诉你们，天天发短信骚扰我',
  '我要投诉：多收了我的手续费，请退还',
  'I want to complain about the fee you charged me',
];
const AT_ONCE_PERCENT = 15;
/** Time enough for a second suspicion to join the first. */
const YES_AFTER = [90_000, 240_000, 540_000];
const TOKEN = /(?<![0-9A-Z])([2346789][ACDEFHJKMPQUVWX])[1-5]/u;

export function createPeople(
  machine: Machine,
  chance: Chance,
  habitOf: (to: string) => Habit | undefined = () => undefined,
): People {
  const wrote: Wrote[] = [];
  const { time, provider } = machine;
  let seen = 0;
  let healed = false;
  const textsRead = new Map<string, number>();
  const spoken = new Set<string>();

  function write(from: string, body: string): void {
    const id = `in-${wrote.length + 1}`;
    const said = { from, body, at: time.now(), id };
    wrote.push(said);
    const send = (): string => machine.inbound('inbound', messageOf(said), said.at);
    send();
    // The provider and the topic tell at least once, and of the same time.
    if (!healed && chance.happens(15)) time.after(chance.between(1, 7_200_000), send);
  }

  /** An answer goes back the way the question came: of mails and apps the bank's own systems hand it in. */
  function reply({ channel, to }: Text, body: string): void {
    if (channel === 'sms') write(to, body);
    else handIn(machine, { channel: channel === 'mail' ? 'mail' : 'chat', message: { from: to, text: body } });
  }

  function read(text: Text): void {
    if (text.channel === 'sms') receipts(text);
    const habit = habitOf(text.to);
    if (healed || habit === 'absent') return;
    const token = TOKEN.exec(text.text)?.[1];
    if (habit === 'confirms' && token !== undefined) {
      time.after(chance.pick(YES_AFTER), () => reply(text, `${token}1`));
      return;
    }
    if (habit === 'mute') return text.channel === 'sms' ? oneWord(text.to) : undefined;
    if (!chance.happens(60)) return;
    time.after(answersAfter(), () => reply(text, answerTo(token)));
  }

  /** Some handsets answer by themselves, before the provider's own word has come to whoever sent the text. */
  function answersAfter(): number {
    if (chance.happens(AT_ONCE_PERCENT)) return chance.between(1, 100);
    return chance.pick([20_000, 120_000, 900_000, 14_400_000]) + chance.between(0, 60_000);
  }

  /** Some say it at their first text, most once they have been texted again and are rung: whoever writes anything is reached. */
  function oneWord(from: string): void {
    const nth = (textsRead.get(from) ?? 0) + 1;
    textsRead.set(from, nth);
    if (spoken.has(from) || !chance.happens(nth === 1 ? 20 : 60)) return;
    spoken.add(from);
    time.after(nth === 1 ? 30_000 : chance.between(30_000, 900_000), () => write(from, chance.pick(OTHER_WORDS)));
  }

  function answerTo(token: string | undefined): string {
    const roll = chance.between(1, 100);
    if (token !== undefined && roll <= 50) return `${token}${chance.pick(['1', '1', '2', '１', '3'])}`;
    if (roll <= 58) return `${chance.pick(['7', '8', '9'])}${chance.pick(['W', 'X', 'V'])}1`;
    if (roll <= 68) return chance.pick(STOPS);
    if (roll <= 76) return chance.pick(COMPLAINTS);
    if (roll <= 80) return token === undefined ? '9' : `${token}9`;
    return chance.pick(OTHER_WORDS);
  }

  function receipts(text: Text): void {
    if (chance.happens(15)) return;
    const send = (eventType: string, inMs: number): unknown =>
      time.after(inMs, () => machine.inbound('receipts', receiptOf(text, eventType, time.now())));
    // Some receipts overtake the word of whoever sent the text.
    send('TEXT_SENT', chance.happens(40) ? chance.between(1, 20) : chance.between(500, 5_000));
    const end = chance.pick([
      'TEXT_DELIVERED',
      'TEXT_DELIVERED',
      'TEXT_DELIVERED',
      'TEXT_UNREACHABLE',
      'TEXT_CARRIER_BLOCKED',
    ]);
    const at = chance.happens(10) ? chance.between(3_600_000, 40_000_000) : chance.between(2_000, 90_000);
    send(end, at);
    // Twice, or the contrary after it.
    if (chance.happens(10))
      send(chance.pick([end, 'TEXT_DELIVERED', 'TEXT_UNREACHABLE']), at + chance.between(1, 600_000));
  }

  const lastTo = (numbers: readonly string[]): Text | undefined =>
    provider.texts.findLast(({ to }) => numbers.includes(to));

  function answer(numbers: readonly string[]): void {
    const text = lastTo(numbers);
    const token = TOKEN.exec(text?.text ?? '')?.[1];
    if (text !== undefined && token !== undefined && !healed) write(text.to, `${token}${chance.pick(['1', '2', '3'])}`);
  }

  return {
    wrote,
    write,
    lastTo,
    answer,
    heal: () => void (healed = true),
    look: () => {
      const { texts } = provider;
      for (; seen < texts.length; seen += 1) {
        const text = texts[seen];
        if (text !== undefined) read(text);
      }
    },
  };
}

const messageOf = ({ from, body, id }: Wrote): object => ({
  originationNumber: from,
  destinationNumber: '+861069000001',
  messageKeyword: 'KEYWORD',
  messageBody: body,
  inboundMessageId: id,
});

const receiptOf = (text: Text, eventType: string, at: number): object => ({
  eventType,
  eventVersion: '1.0',
  eventTimestamp: at,
  isFinal: eventType !== 'TEXT_SENT',
  destinationPhoneNumber: text.to,
  messageId: text.messageId,
  messageRequestTimestamp: text.at,
  context: {},
});
