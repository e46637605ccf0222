import { styleText } from 'node:util';

/** Where progress is shown; standard error, so that standard output stays for results. */
export type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

export interface Progress {
  /** Runs one step and shows its name while it runs and how long it took. A failing step is marked and its error passed on. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Plain lines when the screen is no terminal or NO_COLOR is set; else one line a step that counts its seconds. */
export function progressOn(screen: Screen = process.stderr): Progress {
  const isLively = screen.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  return { step: (name, work) => (isLively ? livelyStep(screen, name, work) : plainStep(screen, name, work)) };
}

async function plainStep<T>(screen: Screen, name: string, work: () => Promise<T>): Promise<T> {
  const elapsed = stopwatch();
  screen.write(`${name} …\n`);
  const result = await work();
  screen.write(`${name}: ${elapsed()}\n`);
  return result;
}

async function livelyStep<T>(screen: Screen, name: string, work: () => Promise<T>): Promise<T> {
  const elapsed = stopwatch();
  const show = (mark: string, end: string): boolean => screen.write(`\r\u001B[2K${mark} ${name}  ${elapsed()}${end}`);
  const ticker = setInterval(show, 200, '·', '');
  let mark = styleText('red', '✗');
  try {
    const result = await work();
    mark = styleText('green', '✓');
    return result;
  } finally {
    clearInterval(ticker);
    show(mark, '\n');
  }
}

function stopwatch(): () => string {
  const startedAt = performance.now();
  return () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
