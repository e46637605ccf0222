import { Fault } from './errors.ts';

/**
 * Canonical JSON after RFC 8785 (JCS): members sorted by UTF-16 code units, numbers as ECMAScript prints them, no white
 * space. Equal values give equal text, so a hash over it stands for the value.
 * @throws Fault `text.not-canonical` naming the JSON pointer for what JSON cannot carry: undefined, NaN, infinities,
 * bigints, functions, symbols, lone surrogates (RFC 8785 §3.2.2.2), cycles, and objects that are no plain data.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', []);
}

function write(value: unknown, pointer: string, parents: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return quoted(value, pointer);
    case 'number':
      if (!Number.isFinite(value)) throw refusal(pointer, String(value));
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, pointer, parents);
    default:
      throw refusal(pointer, typeof value);
  }
}

function writeObject(value: object, pointer: string, parents: readonly object[]): string {
  if (parents.includes(value)) throw refusal(pointer, 'cycle');
  const within = [...parents, value];
  if (Array.isArray(value)) {
    // `Array.from` makes holes visible as undefined, which is refused.
    return `[${Array.from<unknown, string>(value, (element, index) => write(element, `${pointer}/${index}`, within)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refusal(pointer, 'object that is no plain data');
  // The default sort compares UTF-16 code units, as RFC 8785 §3.2.3 asks.
  const members = Object.keys(value)
    .toSorted()
    .map((name) => {
      const at = `${pointer}/${escaped(name)}`;
      return `${quoted(name, at)}:${write(Reflect.get(value, name), at, within)}`;
    });
  return `{${members.join(',')}}`;
}

function quoted(text: string, pointer: string): string {
  if (!text.isWellFormed()) throw refusal(pointer, 'lone surrogate');
  return JSON.stringify(text);
}

/** RFC 6901 §3; a lone surrogate in a name is shown as U+FFFD. */
const escaped = (name: string): string => name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

const refusal = (pointer: string, got: string): Fault => new Fault('text.not-canonical', { facts: { pointer, got } });
