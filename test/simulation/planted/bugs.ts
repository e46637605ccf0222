import type { Patch } from '../machine/programs.ts';

/** A bug put in by hand; each must be found. */
export type Bug = Patch & { readonly name: string; readonly why: string };

const bug = (name: string, file: string, edit: { before: string; after: string; why: string }): Bug => ({
  name,
  file: `functions/${file}`,
  ...edit,
});

/** Taking in, deciding, sending, reading and telling: each gives up one thing that a promise rests on. */
const FIRST: readonly Bug[] = [
  bug('retries left on', 'channels/one-request.ts', {
    before: 'maxAttempts: 1,',
    after: 'maxAttempts: 3,',
    why: 'a text whose answer is lost is sent again by the client',
  }),
  bug('server error read as not sent', 'domain/contact/outcome.ts', {
    before: "if (!refused) return { kind: 'IN_DOUBT', reason: `http-${httpStatus}` };",
    after: "if (!refused) return { kind: 'NOT_SENT', retry: 'retryable', reason: `http-${httpStatus}` };",
    why: 'a text that may have gone out is sent again',
  }),
  bug('reset read as not sent', 'domain/contact/outcome.ts', {
    before: ": { kind: 'IN_DOUBT', reason };",
    after: ": { kind: 'NOT_SENT', retry: 'retryable', reason };",
    why: 'a lost answer counts as no text',
  }),
  bug('lost claim sends', 'dispatch/carry-out.ts', {
    before: "if (result.kind === 'stale') {",
    after: "if (result.kind === 'stale' && planned.send === undefined) {",
    why: 'the text goes out though its claim was refused',
  }),
  bug('outcome never written', 'dispatch/publish.ts', {
    before: '  await recordOutcome(sending, outcome, needs);\n',
    after: "  if (outcome.state !== 'ACCEPTED') await recordOutcome(sending, outcome, needs);\n",
    why: 'what was accepted becomes a doubt',
  }),
  bug('refusal of a change read as success', 'store/ledger.ts', {
    before: "return { kind: 'stale', failed };",
    after: "return { kind: 'committed' };",
    why: 'whoever lost the race believes to have won it',
  }),
  bug('stale version accepted', 'store/ledger.ts', {
    before:
      '{ Put: { TableName: table, Item: snapshot, ...expression(condition) } },\n    { Put: { TableName: table, Item: toItem(entry), ...expression({ exists: false }) } },',
    after: '{ Put: { TableName: table, Item: snapshot } },\n    { Put: { TableName: table, Item: toItem(entry) } },',
    why: 'a snapshot and an entry are written over by those of whoever read an older version',
  }),
  bug('entries not chained', 'store/ledger.ts', {
    before: 'previous: advance.head,',
    after: 'previous: new Uint8Array(32),',
    why: 'a removed entry would not be noticed',
  }),
  bug('snapshot without its last hash', 'store/ledger.ts', {
    before: 'hd: binary(entry.hash),',
    after: 'hd: binary(advance.head),',
    why: 'a cut tail would not be noticed',
  }),
  bug('event without identity', 'intake/apply/once.ts', {
    before: 'also: [identityOf(event, needs), ...also]',
    after: 'also: [...also]',
    why: 'an event told twice has two effects',
  }),
  bug('refused event called accepted', 'intake/apply/once.ts', {
    before: "if (result.kind === 'stale') return taken(event, needs);",
    after: "if (result.kind === 'stale') return ACCEPTED;",
    why: 'whoever lost the race answers 202 and has done nothing',
  }),
  bug('reply without identity', 'replies/write.ts', {
    before: '...identitiesPut(message, needs),\n',
    after: '',
    why: 'a text told twice is two replies',
  }),
  bug('failed message deleted', 'runtime/from-queue.ts', {
    before: 'run.failed(read.record, error);\n',
    after: 'run.failed(read.record, error);\n      run.done.add(read.record.messageId);\n',
    why: 'what failed is told as done',
  }),
  bug('failed batch of the stream passed over', 'runtime/from-stream.ts', {
    before: '    return 0;\n',
    after: '    return undefined;\n',
    why: 'entries of a failed batch are never read again',
  }),
  bug('relay skips', 'ledger/relay.ts', {
    before: 'for (const entry of entries) {',
    after: 'for (const entry of entries.slice(1)) {',
    why: 'the first entry of each batch tells nobody',
  }),
  bug('notices given up', 'ledger/relay.ts', {
    before: 'await needs.publish(notices);',
    after: 'await needs.publish(notices).catch(() => undefined);',
    why: 'a notice that could not be published is forgotten',
  }),
  bug('refused part of a batch forgotten', 'channels/batches.ts', {
    before: 'if (left.length === 0 || attempt === TRIES) break;',
    after: 'left = [];\n    break;',
    why: 'what the queue or topic refused for the moment is lost',
  }),
  bug('sweep skips', 'ledger/sweep.ts', {
    before: 'items.map((item) => workItem(item, want',
    after: 'items.slice(1).map((item) => workItem(item, want',
    why: 'the first due item of each page is never woken',
  }),
  bug('facts forgotten', 'feedback/project.ts', {
    before: 'if (facts.length > 0) await needs.write(facts);',
    after: 'if (facts.length > 1) await needs.write(facts.slice(1));',
    why: 'figures miss a fact of each batch',
  }),
  bug('silence ignored', 'domain/contact/gate/address.ts', {
    before: '...when(silenced, () =>',
    after: '...when(silenced && toContact, () =>',
    why: 'whoever texted STOP is texted on',
  }),
  bug('quarantine ignored', 'domain/contact/gate/address.ts', {
    before: '...when(point.quarantine !== undefined, () =>',
    after: '...when(point.quarantine !== undefined && toContact, () =>',
    why: 'a wrong number is texted on',
  }),
  bug('STOP not kept', 'domain/reply/point-moves.ts', {
    before: '...(silent === undefined || lifts(before, change, heard) ? {} : { optOut: silent }),',
    after: '',
    why: 'the wish is answered and forgotten',
  }),
  bug('claim without end', 'domain/case/transition.ts', {
    before: 'export const SEND_DEADLINE = 150 * SECOND;',
    after: 'export const SEND_DEADLINE = 150_000 * SECOND;',
    why: 'a sender that died leaves its case standing for two days',
  }),
  bug('hold forgotten after a doubt', 'domain/case/send.ts', {
    before: "if (at.policy === 'hold') return askPerson(of, attempt, at.note);",
    after:
      "if (at.policy === 'hold') return move(of, { status: 'WAITING', dueAt: at.note.at + DOUBT_GRACE }, at.note);",
    why: 'a debt reminder in doubt is sent again',
  }),
  bug('secret made twice', 'store/system-store.ts', {
    before: "ConditionExpression: 'attribute_not_exists(pk)',",
    after: '',
    why: 'two processes seal with two keys',
  }),
  bug('name in the record', 'domain/customer/registry.ts', {
    before: "type: before === undefined ? 'customer.registered' : 'customer.changed',",
    after: "type: before === undefined ? `customer.registered.${next.name.reveal()}` : 'customer.changed',",
    why: 'a name stands in clear in the table',
  }),
  bug('call that hangs', 'store/client.ts', {
    before: 'throwOnRequestTimeout: true',
    after: 'throwOnRequestTimeout: false',
    why: 'a key that is never loaded fails every later message of its process',
  }),
];

/** Where a reader, a fence, an order or a clock is taken for another. */
const MORE: readonly Bug[] = [
  bug('identity of the delivery', 'intake/apply/once.ts', {
    before: '    id: event.id,\n    hash:',
    after: '    id: `${event.id} ${needs.wallNow()}`,\n    hash:',
    why: 'an event told twice is two events, each with an identity of its own',
  }),
  bug('time to live read as truth', 'store/received/identity-store.ts', {
    before: 'return found === undefined ? undefined : { hash',
    after: 'return found === undefined || Number(found[TABLE.expiry]?.N) < Date.now() ? undefined : { hash',
    why: 'seconds beside milliseconds: what stands there counts as run out',
  }),
  bug('older statement wins', 'domain/account/state.ts', {
    before: 'by.sequence > newestOn(field, state);',
    after: 'by.sequence > -1 - newestOn(field, state);',
    why: 'a word that comes late takes the place of a newer one',
  }),
  bug('lost write of an account called done', 'intake/apply/account-event.ts', {
    before: "(await needs.accounts.write(before, next)) === 'written' ? next : undefined;",
    after: "(await needs.accounts.write(before, next)) === 'written' ? next : next;",
    why: 'whoever lost the race answers 202 and has written nothing',
  }),
  bug('text before its claim', 'dispatch/carry-out.ts', {
    before: '  const result = await needs.store.ledger.commit(planned.change);\n',
    after:
      '  const sent = planned.send === undefined ? undefined : await publish(planned.send, needs);\n  const result = await needs.store.ledger.commit(planned.change);\n  if (sent !== undefined) return ADVANCED_BY[sent];\n',
    why: 'claiming and sending have changed places: a lost claim has sent already',
  }),
  bug('opt-out seen after the text', 'store/point-store.ts', {
    before: '  condition: { equals: unchanged(before.state) },',
    after: '  condition: {},',
    why: 'the claim no longer asks whether the number stands as it was read',
  }),
  bug('cap off by one', 'domain/contact/gate/caps.ts', {
    before: 'if (times.length >= cap.max)',
    after: 'if (times.length > cap.max)',
    why: 'one text more than the cap permits',
  }),
  bug('hours of another zone', 'domain/contact/gate/time.ts', {
    before: 'const next = nextSpan(calendar, now);',
    after:
      "const next = nextSpan({ ...calendar, hours: calendar.hours.map((one) => ({ ...one, zone: 'UTC' })) }, now);",
    why: 'clocks mixed up: the hours of the server count, not those of the customer',
  }),
  bug('outcome noted twice', 'domain/case/send.ts', {
    before: "if (attempt.state !== 'CLAIMED') return { refused: 'case.attempt-settled' };",
    after: '',
    why: 'a text that a receipt has settled is settled once more',
  }),
  bug('due time forgotten', 'domain/case/send.ts', {
    before: "...advanced(of, attempt), attempts, status: 'WAITING', dueAt: attempt.until ?? now }",
    after: "...advanced(of, attempt), ...without('dueAt'), attempts, status: 'WAITING' }",
    why: 'a case waits for an answer, and for nothing else',
  }),
  bug('reference not looked at', 'domain/reply/correlate.ts', {
    before: 'if (clues.token !== undefined) return',
    after: 'if (clues.token !== undefined && point.questions.length === 1) return',
    why: 'a reply that names its question answers another',
  }),
  bug('fence not compared', 'store/ledger.ts', {
    before: "return sameBytes(optionalBinary(answer.Item ?? {}, 'fe'), own.fence);",
    after: "return optionalBinary(answer.Item ?? {}, 'fe') !== undefined;",
    why: 'what anybody wrote there counts as written by us',
  }),
  bug('anybody ends a task', 'domain/case/call.ts', {
    before: "if (task.assignee !== by.staff) return { refused: 'task.not-yours' };",
    after: '',
    why: 'a task ends by the word of somebody who does not have it',
  }),
  bug('tick of a complaint not kept', 'domain/complaint/life/tick.ts', {
    before: '{ clocks, dueAt: complaintTimer(next, at.book) },',
    after: '{ dueAt: complaintTimer(next, at.book) },',
    why: 'departments are told of the same date again and again',
  }),
  bug('rescue never looks', 'ledger/sweep.ts', {
    before: 'const rescued: Passed = message.rescue\n',
    after: 'const rescued: Passed = message.rescue && message.admit < 0\n',
    why: 'what a lost tick passed over stays lying',
  }),
  bug('double counter', 'feedback/project.ts', {
    before: '  const seen = faultsSeen(entries);\n',
    after:
      '  if (facts.length > 0) await needs.write(facts.map((fact) => ({ ...fact, index: fact.index + 50 })));\n  const seen = faultsSeen(entries);\n',
    why: 'every fact is counted under two names',
  }),
  bug('number beside its hash', 'replies/write.ts', {
    before: '{ ...after, key }, entry), sealed }];',
    after: '{ ...after, key }, { ...entry, facts: { ...entry.facts, number } }), sealed }];',
    why: 'a number stands in clear in the table',
  }),
  bug('a word that is not heard', 'domain/contact/proof.ts', {
    before: 'after: of.heardAt ?? 0',
    after: 'after: 0',
    why: 'whoever wrote anything counts as unreachable all the same, and others are asked for them',
  }),
  bug('yes to one is a yes to all', 'domain/reply/meaning.ts', {
    before: 'const isOfMore = of.joinedAmount !== undefined &&',
    after: "const isOfMore = of.joinedAmount?.currency === 'none' &&",
    why: 'who confirms a small payment confirms the large one that followed it',
  }),
  bug('outcome overtaken is given up', 'dispatch/publish.ts', {
    before: "    if (result.kind === 'committed') return;\n",
    after: '    return void result;\n',
    why: 'a receipt or reply of the same moment leaves a text without its outcome',
  }),
  bug('left for later read as nothing', 'store/reading/together.ts', {
    before: 'if (!isLeft(one)) one.resolve(',
    after: 'one.resolve(',
    why: 'what the table holds back counts as what is not there: a customer unknown, a case gone',
  }),
  bug('first contact not told', 'store/people/registry.ts', {
    before: 'const after = { ...customer.state, hasContacts: true };',
    after: 'const after = customer.state;',
    why: 'nobody looks for emergency contacts that are on record',
  }),
  bug('outcome chained past its claim', 'dispatch/carry-out.ts', {
    before: 'head: headAfter(advance)',
    after: 'head: advance.head',
    why: 'the claim could be taken out of the record unnoticed',
  }),
];

export const BUGS: readonly Bug[] = [...FIRST, ...MORE];
