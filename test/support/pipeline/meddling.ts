import type { Call } from './aws/call.ts';
import type { Pipeline } from './pipeline.ts';
import type { FunctionName } from './process.ts';

/** One call of one function: the first of that operation, or the one after `skip` others. */
export type At = { readonly function: FunctionName; readonly operation: string; readonly skip?: number };

/** Kills the process that makes this call, before the service sees it or after it has; once. */
export function killAt(
  of: Pipeline,
  at: At & { readonly where: 'before' | 'after' },
): { readonly count: () => number } {
  let killed = 0;
  const isIt = once(at);
  const kill = async (call: Call): Promise<'dead' | undefined> => {
    if (!isIt(call)) return undefined;
    killed += 1;
    await of.kill(call.process);
    return 'dead';
  };
  of.aws.meddle(at.where === 'before' ? { before: kill } : { after: kill });
  return { count: () => killed };
}

/** Does something else while this call is on its way: what another process would do at that very moment. */
export function meanwhile(of: Pipeline, at: At, work: () => Promise<unknown>): { readonly count: () => number } {
  let done = 0;
  const isIt = once(at);
  of.aws.meddle({
    before: async (call) => {
      if (!isIt(call)) return undefined;
      done += 1;
      await work();
      return undefined;
    },
  });
  return { count: () => done };
}

function once(at: At): (call: Call) => boolean {
  let seen = 0;
  return (call) => {
    if (!call.process.startsWith(`${at.function}.`) || call.operation !== at.operation) return false;
    seen += 1;
    return seen === (at.skip ?? 0) + 1;
  };
}
