/** How long after a provider's answer something that befalls its process may keep the outcome from the record. */
const AFTERMATH = 60_000;

/** What one process was told by the provider, and what befell it. */
export type ToldBy = {
  /** The provider's answer to this attempt has come. */
  readonly told: (attemptId: string) => void;
  readonly struck: () => void;
  readonly died: () => void;
};

/** Attempts of which a process was told that they were sent, and that nothing befell afterwards: no doubt about them has a cause. */
export type ToldSends = {
  readonly process: () => ToldBy;
  readonly undisturbed: () => ReadonlySet<string>;
};

export function keepToldSends(now: () => number): ToldSends {
  const told = new Map<string, { readonly at: number; disturbed: boolean }>();
  return {
    process: () => {
      const own = new Set<string>();
      let dead = false;
      const struck = (): void => {
        for (const id of own) {
          const one = told.get(id);
          if (one !== undefined && now() - one.at < AFTERMATH) one.disturbed = true;
        }
        own.clear();
      };
      return {
        told: (attemptId) => {
          if (dead) return;
          own.add(attemptId);
          told.set(attemptId, { at: now(), disturbed: false });
        },
        struck,
        died: () => {
          dead = true;
          struck();
        },
      };
    },
    undisturbed: () => new Set([...told].filter(([, { disturbed }]) => !disturbed).map(([id]) => id)),
  };
}
