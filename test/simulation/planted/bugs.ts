import type { Patch } from '../machine/programs.ts';

/** A bug put in by hand; each must be found. */
export type Bug = Patch & { readonly name: string; readonly why: string };

const bug = (name: string, file: string, edit: { before: string; after: string; why: string }): Bug => ({
  name,
  file: `functions/${file}`,
  ...edit,
});

/** Taking in, deciding and sending. */
export const BUGS: readonly Bug[] = [
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
    before: 'const condition: Condition = { equals: { ...advance.guard, v: version } };',
    after: 'const condition: Condition = {}; void version;',
    why: 'a snapshot is written over by an older one',
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
    before: 'items.map((item) => workItem(item, needs.now())),',
    after: 'items.slice(1).map((item) => workItem(item, needs.now())),',
    why: 'the first due item of each page is never woken',
  }),
  bug('facts forgotten', 'feedback/project.ts', {
    before: 'if (facts.length > 0) await needs.write(facts);',
    after: 'if (facts.length > 1) await needs.write(facts.slice(1));',
    why: 'figures miss a fact of each batch',
  }),
  bug('silence ignored', 'domain/contact/gate-address.ts', {
    before: '...when(silenced, () =>',
    after: '...when(silenced && toContact, () =>',
    why: 'whoever texted STOP is texted on',
  }),
  bug('quarantine ignored', 'domain/contact/gate-address.ts', {
    before: '...when(point.quarantine !== undefined, () =>',
    after: '...when(point.quarantine !== undefined && toContact, () =>',
    why: 'a wrong number is texted on',
  }),
  bug('STOP not kept', 'domain/reply/point-moves.ts', {
    before: '...(silent === undefined || change.optIn === true ? {} : { optOut: silent }),',
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
  bug('third party reads as the customer', 'domain/text/wording.ts', {
    before: "(audience === 'contact' ? 0 : 2)",
    after: "(audience === 'contact' ? 2 : 2)",
    why: 'an emergency contact is told of the account',
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
