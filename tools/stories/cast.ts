export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Where the people of a story live: it decides the words they get and the law that holds. */
export interface Setting {
  readonly lang: Lang;
  readonly locale: string;
  readonly timezone: string;
  readonly jurisdiction: string;
  readonly currency: string;
}

export const settings: Readonly<Record<Lang, Setting>> = {
  zh: { lang: 'zh', locale: 'zh-CN', timezone: 'Asia/Shanghai', jurisdiction: 'CN', currency: 'CNY' },
  en: { lang: 'en', locale: 'en', timezone: 'America/Los_Angeles', jurisdiction: 'US', currency: 'USD' },
};

/** Somebody the bank knows. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly mail?: string;
}

/** Area codes whose numbers 555-0100 to 555-0199 are kept for fiction. */
const areas = [213, 310, 323, 408, 415, 510, 619, 626, 650, 707, 714, 818, 831, 858, 909, 916];
const PER_AREA = 100;

/** A number for a made-up person: the same number for the same `n`, another for another up to 1,600. */
export function storyPhone(lang: Lang, n: number): string {
  if (lang === 'zh') return `+861991${String(n % 10_000_000).padStart(7, '0')}`;
  const area = areas[Math.floor(n / PER_AREA) % areas.length] ?? areas[0];
  return `+1${area}55501${String(n % PER_AREA).padStart(2, '0')}`;
}

/** Numbers of a story: where they begin, and how many people one telling has at most. */
interface Numbers {
  readonly from: number;
  readonly people: number;
}

/** A prime, so that tellings that begin on the hour differ too; numbers come again after so many. */
const TELLINGS = 47;
/** The stories share them, each with an `n` of its own: no two people of different stories ever hold one number. */
const SHARED: Numbers = { from: 0, people: 13 };
/** The one with many people has numbers of its own. */
const OF_STORY: Readonly<Partial<Record<string, Numbers>>> = { s2r: { from: TELLINGS * SHARED.people, people: 6 } };

/**
 * People of one telling: their ids carry the minute it began, so that a stage that is kept hears a story again with
 * people it has not met.
 */
export function castOf(
  lang: Lang,
  story: string,
  startedAt: number,
): (role: string, name: string, n: number) => Person {
  const stamp = Math.floor(startedAt / 60_000);
  const { from, people } = OF_STORY[story] ?? SHARED;
  return (role, name, n) => ({
    id: `${story}-${lang}-${role}-${stamp.toString(36)}`,
    name,
    phone: storyPhone(lang, from + (stamp % TELLINGS) * people + n),
  });
}
