/** Time of whatever stands behind a contract: it passes by itself, or is made to pass. */
export type Passing = { readonly pass: (ms: number) => Promise<void>; readonly visibilityMs: number };

const STEPS = 20;

/** Lets time pass, a small part of a time-out at once, until it is so, or until so many time-outs have gone by. */
export async function until(of: Passing, isSo: () => boolean | Promise<boolean>, timeouts = 4): Promise<void> {
  for (let step = 0; step < timeouts * STEPS && !(await isSo()); step += 1) await of.pass(of.visibilityMs / STEPS);
}
