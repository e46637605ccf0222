import { standsOf } from '#domain/case/contacts/next-number.ts';
import { applyReply, type ReplyFacts } from '#domain/case/reply.ts';
import type { Transition } from '#domain/case/transition.ts';
import { contactId, customerId } from '#domain/ids.ts';
import type { MeantForComplaint } from '#domain/reply/complaint-contact.ts';
import type { Meant } from '#domain/reply/meaning.ts';
import { asksForSilence } from '#domain/reply/reading/reading.ts';
import type { Bearing } from '../hear/bearing.ts';
import type { Heard } from '../hear/gather.ts';
import type { ReplyNeeds } from '../ports.ts';
import { answerAllowed } from './answer-budget.ts';
import { complaintOf, silenced, triaged } from './case-complaint.ts';
import { pointMoveOf } from './consequences.ts';
import type { Draft } from './draft.ts';
import { protectOthers } from './protect-others.ts';
import { refreshHolders } from './refresh-holders.ts';
import { factsOf, meantOnCase } from './said.ts';

/** What a reply that bears on a case leads to: for the case, the number, the customer, and as a complaint. */
export async function decideOnCase(gathered: Heard, on: Bearing, needs: ReplyNeeds): Promise<Draft> {
  const understood = await meantOnCase(gathered, on, needs);
  const triage = await triaged(gathered, { on, meant: understood }, needs);
  const heard = silenced(gathered, triage);
  const meant = whatIsAnswered(understood, heard, needs);
  const facts = factsOf(heard, on);
  const transition = moveCase({ on, meant, facts }, needs);
  const namesWrongContact = triage?.flags.includes('wrong_contact') === true;
  const point = pointMoveOf({ heard, on, meant, namesWrongContact }, needs.now());
  const saysWrongPerson = heard.read.intent === 'wrong_person';
  const { person } = on;
  const others = protectOthers({ others: heard.others, facts, caseId: on.stored.state.id }, needs.now());
  return {
    cases: [
      { stored: on.stored, transition, ...(person === undefined ? {} : { person }) },
      ...others.together,
      ...(saysWrongPerson
        ? refreshHolders({ point: heard.point.state, message: heard.message, besides: on }, needs)
        : []),
    ],
    protectedFirst: others.first,
    ...(await complaintOf(heard, { on, meant, triage }, needs)),
    ...(point === undefined ? {} : { point }),
    ...refusing(heard, on),
    // Nobody's key to seal it under, or a case that takes nothing more: the words must still be read by somebody.
    ...(person === undefined || on.stored.state.status === 'SUPPRESSED' ? { inbox: inboxOf(on) } : {}),
    told: toldOf(heard, transition),
  };
}

/** A number that asks for silence hears that, and nothing else. */
function whatIsAnswered(
  meant: MeantForComplaint,
  { read, point, message }: Heard,
  needs: ReplyNeeds,
): MeantForComplaint {
  const { answer: wished, ...rest } = meant;
  const asked = asksForSilence(read) ? 'answer.stopped' : wished;
  const answer = answerAllowed(
    {
      ...(asked === undefined ? {} : { answer: asked }),
      accepted: meant.accepted === true,
      at: message.at,
      channel: message.channel,
    },
    point.state,
    { now: needs.now(), limits: needs.book.limits },
  );
  return answer === undefined ? rest : { ...rest, answer };
}

function moveCase(
  { on, meant, facts }: { on: Bearing; meant: Meant; facts: ReplyFacts },
  needs: ReplyNeeds,
): Transition {
  const of = on.stored.state;
  return applyReply(
    of,
    {
      facts,
      meaning: meant.meaning,
      answer: meant.answer,
      ...standsOf(of, facts.attempt, needs.book),
      ...(on.task === undefined ? {} : { task: on.task }),
    },
    needs.now(),
  );
}

/** A contact person who is the wrong one, or complains of being written to, is not written to again. */
function refusing({ read }: Heard, on: Bearing): Pick<Draft, 'refusing'> {
  const refuses = read.intent === 'wrong_person' || read.intent === 'complaint' || read.suppress;
  if (!refuses || on.audience !== 'contact' || on.contactId === undefined) return {};
  return {
    refusing: { customerId: customerId(on.stored.state.customerId), contactId: contactId(on.contactId) },
  };
}

const inboxOf = (on: Bearing): NonNullable<Draft['inbox']> => ({
  customerId: on.stored.state.customerId,
  ...(on.contactId === undefined ? {} : { matchedContactId: on.contactId }),
});

const toldOf = ({ read, point }: Heard, { entry }: Transition): Draft['told'] => ({
  intent: read.intent,
  matched: true,
  optedOut: asksForSilence(read) && point.state.optOut === undefined,
  quarantined: read.intent === 'wrong_person' && point.state.quarantine === undefined,
  settled: entry.facts['to'] === 'RESOLVED',
});
