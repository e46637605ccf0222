import { type Sensitive, sensitive } from '../sensitive.ts';
import type { DisclosureLevel, Locale } from '../words.ts';
import { segmentsOf } from './segments.ts';
import { type Catalogue, type Message, type MessageName, VARIABLES, type Values, type Variable } from './template.ts';

export type RenderRequest = {
  readonly template: MessageName;
  readonly locale: Locale;
  /** What the reader may know: 0 a third party, 2 the customer, 3 the customer identified. */
  readonly reader: DisclosureLevel;
  readonly values: Values;
};

export type RenderedText = {
  readonly text: Sensitive<string>;
  /** `fraud.ask.zh-CN.L2@1`: family, language, level, version of the catalogue. */
  readonly templateId: string;
  readonly level: DisclosureLevel;
  readonly parts: number;
};

/** Why no text was made. Nothing is cut, left blank or filled in: what cannot be said as it stands is not said. */
export type RenderRefusal = {
  readonly refused: 'text.above-level' | 'text.variable-missing' | 'text.over-budget' | 'text.unsafe';
};

/** A value that would make a link of a text, or end its line, never goes out. */
const UNSAFE = /:\/\/|www\.|[\p{Cc}\p{Cs}{}]/iu;

/**
 * The words for one reader: of the family's messages the one with the highest level the reader may see, of its wordings
 * the first that is complete and within its budget.
 */
export function render(catalogue: Catalogue, request: RenderRequest): RenderedText | RenderRefusal {
  let refusal: RenderRefusal = { refused: 'text.above-level' };
  for (const { message, wording } of candidates(catalogue, request)) {
    const text = fill(wording, message.level, request.values);
    if (typeof text === 'object') {
      refusal = text;
      continue;
    }
    const { parts } = segmentsOf(text);
    if (message.parts === undefined || parts <= message.parts) {
      const templateId = `${request.template}.${request.locale}.L${message.level}@${catalogue.version}`;
      return { text: sensitive(text), templateId, level: message.level, parts };
    }
    refusal = { refused: 'text.over-budget' };
  }
  return refusal;
}

function candidates(catalogue: Catalogue, request: RenderRequest): readonly { message: Message; wording: string }[] {
  return catalogue[request.locale][request.template]
    .filter((message) => message.level <= request.reader)
    .toSorted((one, other) => other.level - one.level)
    .flatMap((message) => message.wordings.map((wording) => ({ message, wording })));
}

const isVariable = (name: string): name is Variable => Object.hasOwn(VARIABLES, name);

function fill(wording: string, level: DisclosureLevel, values: Values): string | RenderRefusal {
  let text = '';
  for (const piece of piecesOf(wording)) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    // The type system has refused this already, but a catalogue may also come from the table.
    if (!isVariable(piece.name) || VARIABLES[piece.name] > level) return { refused: 'text.above-level' };
    const value = values[piece.name];
    if (value === undefined || value === '') return { refused: 'text.variable-missing' };
    if (UNSAFE.test(value)) return { refused: 'text.unsafe' };
    text += value;
  }
  return text;
}

type Piece = string | { readonly name: string };
const known = new Map<string, readonly Piece[]>();
const NAME = /\{([^}]*)\}/u;

function piecesOf(wording: string): readonly Piece[] {
  const before = known.get(wording);
  if (before !== undefined) return before;
  // Splitting at a group keeps it: every second piece is a name.
  const pieces = wording.split(NAME).map((part, index) => (index % 2 === 0 ? part : { name: part }));
  known.set(wording, pieces);
  return pieces;
}
