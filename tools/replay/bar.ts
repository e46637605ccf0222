import type { Screen } from '../local/host/progress.ts';

export interface Bar {
  readonly show: (done: number, note: string) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const REDRAW_MS = 100;
/** Where there is no terminal: a line each time so much more is done. */
const PLAIN_STEPS = 20;

/** Progress of known length with the time that is left; plain lines where the screen is no terminal or NO_COLOR is set. */
export function barOn(total: number, screen: Screen = process.stderr): Bar {
  const isLively = screen.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const startedAt = performance.now();
  let drawnAt = 0;
  let step = 0;
  const line = (done: number, note: string): string => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * WIDTH);
    const spentSeconds = (performance.now() - startedAt) / 1000;
    const left = share === 0 ? '' : `  ${Math.ceil((spentSeconds / share) * (1 - share))} s left`;
    return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}  ${note}${left}`;
  };
  return {
    show: (done, note) => {
      const now = performance.now();
      if (isLively && (now - drawnAt > REDRAW_MS || done === total)) {
        drawnAt = now;
        screen.write(`\r\u001B[2K${line(done, note)}`);
      }
      const reached = total === 0 ? PLAIN_STEPS : Math.floor((done / total) * PLAIN_STEPS);
      if (!isLively && reached > step) {
        step = reached;
        screen.write(`${line(done, note)}\n`);
      }
    },
    end: () => void (isLively && screen.write('\n')),
  };
}
