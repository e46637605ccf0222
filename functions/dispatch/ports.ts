import type { Account } from '#domain/account/account.ts';
import type { Customer, EmergencyContact } from '#domain/customer/customer.ts';
import type { RenderedText, RenderRequest } from '#domain/text/render.ts';
import type { Instant } from '#domain/time.ts';
import type { Op, Stored } from '#store/ledger.ts';

/** A customer with the emergency contacts and the wrapped key their texts are sealed with. */
export type PersonRecord = {
  readonly customer: Stored<Customer>;
  readonly key: Uint8Array;
  readonly contacts: readonly EmergencyContact[];
};

export type People = {
  /** Strongly consistent; undefined when the customer is unknown. */
  readonly load: (customerId: string) => Promise<PersonRecord | undefined>;
  /** Adds send times under the condition that everything bearing on contact still stands. */
  readonly touch: (before: Customer, sends: Customer['sends']) => Op;
  /** The contact is still on record at this version. */
  readonly contactStands: (contact: EmergencyContact) => Op;
};

export type Accounts = {
  readonly load: (id: string) => Promise<Account | undefined>;
  /** The state the reason rests on has not moved. */
  readonly stands: (id: string, reasonVersion: number) => Op;
};

/** Texts as people get them; refuses instead of sending a hole. */
export type Texts = { readonly render: (request: RenderRequest) => RenderedText | { readonly refused: string } };

/** Seals a text into an aggregate's entry under a subject's key. */
export type Sealer = (
  wrappedKey: Uint8Array,
  at: { readonly aggregate: string; readonly seq: number },
  text: string,
) => Promise<Uint8Array>;

export type Now = () => Instant;
