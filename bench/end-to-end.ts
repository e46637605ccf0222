import { anomaly, knows } from '../test/support/pipeline/events.ts';
import { push } from '../test/support/pipeline/people.ts';
import { type Pipeline, settle } from '../test/support/pipeline/pipeline.ts';
import { quantile, round, type Section } from './measure.ts';

/** Between two functions: through the table's stream, or through a queue. */
const HOPS = 'event → accept-events → table → stream → relay → queue → advance-case → provider';

/**
 * From an account system's request to the text in the provider's hands, everything in one process tree on this machine:
 * real bundles' sources, a real table engine, no network beyond loopback.
 */
export async function endToEnd(of: Pipeline, texts: number, tell: (text: string) => void): Promise<Section> {
  const people = Array.from({ length: texts + 5 }, (_, n) => ({
    id: `flow-${n}`,
    phone: `+8619912${String(n).padStart(6, '0')}`,
  }));
  tell('end to end, people');
  for (const one of people) await push(of, knows(of, one));
  await settle(of);
  const accepted: number[] = [];
  const handed: number[] = [];
  const calls: number[] = [];
  for (const [n, one] of people.entries()) {
    if (n % 50 === 0) tell(`end to end, ${n} of ${people.length} texts`);
    const from = of.aws.calls.length;
    const begun = performance.now();
    await push(of, anomaly(one.id));
    const answered = performance.now() - begun;
    const taken = await untilTexted(of, begun);
    // The first ones start the processes.
    if (n < 5) continue;
    accepted.push(answered);
    handed.push(taken);
    calls.push(of.aws.calls.length - from);
  }
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    round(quantile(times, 0.5)),
    round(quantile(times, 0.99)),
  ];
  return {
    title: 'End to end',
    said: `Milliseconds of ${texts} urgent texts, one after another (${HOPS}: three functions, one stream, one queue; no sweep in between). ${round(quantile(calls, 0.5), 0)} AWS calls each.`,
    head: ['from the request', 'p50', 'p99'],
    rows: [row('to the answer 202', accepted), row('to the text', handed)],
  };
}

async function untilTexted(of: Pipeline, begun: number): Promise<number> {
  const before = of.provider.texts.length;
  for (;;) {
    await of.relay();
    await of.deliver('urgent');
    if (of.provider.texts.length > before) return performance.now() - begun;
  }
}
