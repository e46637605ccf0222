import type { Jurisdiction } from '#domain/words.ts';

/** Calling codes of the countries whose law is shipped. Source: ITU-T E.164, list of assigned country codes. */
const LAW_OF: readonly (readonly [prefix: string, law: Jurisdiction])[] = [
  ['+86', 'CN'],
  ['+44', 'UK'],
  ['+1', 'US'],
];

/**
 * Area codes of the North American plan that are not of the United States: Canada, then the Caribbean and Bermuda. An
 * area code that is too new to stand here counts as the United States'. Source: NANPA, geographic area codes, 2026.
 */
const NOT_US = new Set(
  (
    '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 ' +
    '548 579 581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942 ' +
    '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'
  ).split(' '),
);

/** The law that a number (E.164) points to; undefined where no pack is shipped for its country. */
export function lawOfNumber(e164: string): Jurisdiction | undefined {
  const law = LAW_OF.find(([prefix]) => e164.startsWith(prefix))?.[1];
  return law === 'US' && NOT_US.has(e164.slice(2, 5)) ? undefined : law;
}
