/**
 * Personal data as a type: prints `***` wherever it is turned into text (template strings, JSON, logs, inspection).
 * The value leaves only by `reveal`, which is grepped for in review and allowed in codecs, renderers and channels.
 */
export class Sensitive<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

export const sensitive = <T>(value: T): Sensitive<T> => new Sensitive(value);
