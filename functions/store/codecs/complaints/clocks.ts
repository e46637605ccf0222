import { CLOCK_KINDS, CLOCK_STATES, type Clock, PAUSE_CAUSES } from '#domain/complaint/clock.ts';
import { ROLES } from '#domain/words.ts';
import { packWord, unpackWord } from '../attempts.ts';
import type { Packer, Unpacker } from '../packed.ts';
import { packList, packOptional, unpackList, unpackOptional } from './fields.ts';

/** Clocks of a complaint; their policies are named once, their instants counted from its receipt. */
export function packClocks(out: Packer, clocks: readonly Clock[], receivedAt: number): void {
  const policies = [...new Set(clocks.map((clock) => clock.policy))];
  packList(out, policies, out.text);
  packList(out, clocks, (clock) => packClock(out, clock, { policies, receivedAt }));
}

type Around = { readonly policies: readonly string[]; readonly receivedAt: number };

function packClock(out: Packer, clock: Clock, { policies, receivedAt }: Around): void {
  out.count(policies.indexOf(clock.policy));
  out.count(clock.version);
  packWord(out, CLOCK_KINDS, clock.kind);
  packWord(out, CLOCK_STATES, clock.state);
  out.signed(clock.startedAt - receivedAt);
  out.signed(clock.dueAt - receivedAt);
  out.count(clock.told);
  packOptional(out, clock.endedAt, (at) => out.signed(at - receivedAt));
  packOptional(out, clock.round, out.count);
  packList(out, clock.pauses, ({ from, to, cause }) => {
    out.signed(from - receivedAt);
    packOptional(out, to, (at) => out.signed(at - receivedAt));
    packWord(out, PAUSE_CAUSES, cause);
  });
  packList(out, clock.extensions, ({ days, approver, role, at }) => {
    out.signed(days);
    out.text(approver);
    packWord(out, ROLES, role);
    out.signed(at - receivedAt);
  });
}

export function unpackClocks(from: Unpacker, receivedAt: number): readonly Clock[] {
  const policies = unpackList(from, from.text);
  return unpackList(from, () => unpackClock(from, { policies, receivedAt }));
}

function unpackClock(from: Unpacker, { policies, receivedAt }: Around): Clock {
  const at = (): number => receivedAt + from.signed();
  const policy = policies[from.count()] ?? '';
  const version = from.count();
  const kind = unpackWord(from, CLOCK_KINDS);
  const state = unpackWord(from, CLOCK_STATES);
  const [startedAt, dueAt, told] = [at(), at(), from.count()];
  const endedAt = unpackOptional(from, at);
  const round = unpackOptional(from, from.count);
  const pauses = unpackList(from, () => {
    const since = at();
    const to = unpackOptional(from, at);
    const cause = unpackWord(from, PAUSE_CAUSES);
    return to === undefined ? { from: since, cause } : { from: since, to, cause };
  });
  const extensions = unpackList(from, () => {
    const [days, approver] = [from.signed(), from.text()];
    return { days, approver, role: unpackWord(from, ROLES), at: at() };
  });
  return {
    policy,
    version,
    kind,
    startedAt,
    dueAt,
    state,
    pauses,
    extensions,
    told,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(round === undefined ? {} : { round }),
  };
}
