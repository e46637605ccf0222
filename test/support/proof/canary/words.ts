/** Names, numbers and words that stand nowhere else, so that whoever finds one knows where it came from. */
export type Canaries = {
  /** Words that name the door they went in by. */
  readonly said: (door: string) => string;
  readonly mail: (whose: string) => string;
  /** A number in the range of made-up ones, E.164. */
  readonly phone: () => string;
  /** Something else to be looked for, such as the address of an app. */
  readonly also: (secret: string) => string;
  /** Where one of them stands in a text: each with what is around it. */
  readonly in: (text: string) => readonly string[];
};

const AROUND = 40;
const MOST = 5;

/** `mark`: four lower-case letters and four digits of this run. */
export function canariesOf(mark: { readonly letters: string; readonly digits: string }): Canaries {
  const word = `canary${mark.letters}`;
  const prefix = `199${mark.digits}`;
  const needles = [word, prefix];
  let numbers = 0;
  return {
    said: (door) => `金丝雀 ${word} ${door}`,
    mail: (whose) => `${word}.${whose}@customer.example`,
    phone: () => `+86${prefix}${String((numbers += 1)).padStart(4, '0')}`,
    also: (secret) => {
      needles.push(secret.toLowerCase());
      return secret;
    },
    in: (text) => {
      const lower = text.toLowerCase();
      return needles.flatMap((needle) => placesOf(lower, needle)).slice(0, MOST);
    },
  };
}

function placesOf(text: string, needle: string): readonly string[] {
  const places: string[] = [];
  for (let at = text.indexOf(needle); at >= 0 && places.length < MOST; at = text.indexOf(needle, at + 1)) {
    places.push(text.slice(Math.max(0, at - AROUND), at + needle.length + AROUND).replaceAll(/\s+/gu, ' '));
  }
  return places;
}
