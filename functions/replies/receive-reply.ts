import { Fault } from '#domain/errors.ts';
import type { MessageInfo } from '#runtime/from-queue.ts';
import { decideOnCase } from './decide/decide-case.ts';
import { decideOnNumber } from './decide/decide-number.ts';
import type { Draft, Told } from './decide/draft.ts';
import { gather } from './hear/gather.ts';
import { messageOf } from './hear/message.ts';
import type { InboundSms } from './inbound.contract.ts';
import type { Message, ReplyNeeds } from './ports.ts';
import { write, writeCase } from './write.ts';

/** What became of a text that came in. */
export type Received = 'read' | 'unmatched' | 'duplicate';

/** Case, number and customer move under it now and then: read again and decided afresh. */
const TRIES = 5;

/**
 * Reads a text that a person sent, finds the question it answers, and writes down everything it leads to in one
 * transaction with its identity: told once or ten times, it counts once; nothing that was typed is lost.
 */
export async function receiveReply(
  sms: InboundSms,
  needs: ReplyNeeds,
  info: Pick<MessageInfo, 'sentAt'>,
): Promise<Received> {
  return receiveMessage(await messageOf(sms, info.sentAt, needs), needs);
}

/** The same for a message however it came in. @throws Fault `message.id-reused` when its id was another's. */
export async function receiveMessage(message: Message, needs: ReplyNeeds): Promise<Received> {
  // A repeat costs one read this way, and not a whole transaction that is refused in the end.
  const before = await taken(message, needs);
  if (before !== undefined) return before;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const heard = await gather(message, needs);
    const decide = heard.on === undefined ? decideOnNumber(heard, needs) : decideOnCase(heard, heard.on, needs);
    const draft = await decide;
    if (!(await protectFirst(draft, message, needs))) continue;
    const written = await write(draft, heard, needs);
    const result = await needs.store.ledger.commit(written.change);
    if (result.kind === 'committed') return countReply(draft.told, needs);
    if (result.failed.some(({ at }) => written.identitiesAt.includes(at)))
      return (await taken(message, needs)) ?? 'duplicate';
  }
  throw new Fault('store.conflict', { facts: { tries: TRIES } });
}

/** Cases beyond the room of one transaction: each protected by itself, so that a repeat finds it done. */
async function protectFirst(draft: Draft, message: Message, needs: ReplyNeeds): Promise<boolean> {
  for (const one of draft.protectedFirst) {
    const { advance, also } = await writeCase(one, message, needs);
    const result = await needs.store.ledger.commit({ advances: [advance], also });
    if (result.kind === 'stale') return false;
  }
  return true;
}

/** The same message again changes nothing; another one under a known id can be no message of the provider's. */
async function taken({ identities, hash }: Message, { store }: ReplyNeeds): Promise<'duplicate' | undefined> {
  const found = await Promise.all(identities.map(({ source, id }) => store.identities.find(source, id)));
  const known = found.filter((one) => one !== undefined);
  if (known.some((one) => !isSame(one.hash, hash))) throw new Fault('message.id-reused');
  return known.length > 0 ? 'duplicate' : undefined;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

function countReply(told: Told, { count }: ReplyNeeds): Received {
  count(told.matched ? (told.intent === 'unclear' ? 'ReplyUnclear' : 'ReplyUnderstood') : 'ReplyUnmatched');
  if (told.optedOut) count('OptOutRecorded');
  if (told.quarantined) count('ContactPointQuarantined');
  if (told.settled) count('CaseSettled');
  return told.matched ? 'read' : 'unmatched';
}
