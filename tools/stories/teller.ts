import type { Lang } from './cast.ts';

/** What happens in a story, by the kind of thing it is. */
export type Happening =
  | 'pushed'
  | 'clock'
  | 'texted'
  | 'mailed'
  | 'answered'
  | 'called'
  | 'decided'
  | 'recorded'
  | 'told';

const names: Readonly<Record<Lang, Readonly<Record<Happening, string>>>> = {
  zh: {
    pushed: '推送',
    clock: '时钟',
    texted: '短信',
    mailed: '邮件',
    answered: '回复',
    called: '电话',
    decided: '决定',
    recorded: '记录',
    told: '通知',
  },
  en: {
    pushed: 'pushed',
    clock: 'clock',
    texted: 'text',
    mailed: 'mail',
    answered: 'answer',
    called: 'call',
    decided: 'decided',
    recorded: 'recorded',
    told: 'notice',
  },
};

/** Tells one story to a reader, line by line, as it happens. */
export interface Teller {
  readonly heading: (text: string) => void;
  readonly line: (what: Happening, text: string) => void;
}

export type Out = (text: string) => void;

export function tellerOf(lang: Lang, out: Out): Teller {
  const width = lang === 'zh' ? 2 : 8;
  return {
    heading: (text) => out(`\n${text}\n`),
    line: (what, text) =>
      out(`  ${names[lang][what].padEnd(width)}  ${text.replaceAll('\n', `\n  ${' '.repeat(width)}  `)}\n`),
  };
}
