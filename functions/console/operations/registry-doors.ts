import type { ConsoleNeeds } from '../ports.ts';
import type { Doors } from '../request/operation.ts';
import { getAccount } from './registry/account.ts';
import { getContact, putContact, removeContact } from './registry/contact.ts';
import { getCustomer, putCustomer } from './registry/customer.ts';
import { listInbox } from './registry/inbox.ts';
import { lookUp } from './registry/lookup.ts';

/** What stands behind the routes of people, their accounts, and what came in without a place. */
export const REGISTRY_DOORS: Doors<ConsoleNeeds> = {
  'PUT /v1/customers/{id}': putCustomer,
  'GET /v1/customers/{id}': getCustomer,
  'PUT /v1/customers/{id}/contacts/{contactId}': putContact,
  'GET /v1/customers/{id}/contacts/{contactId}': getContact,
  'DELETE /v1/customers/{id}/contacts/{contactId}': removeContact,
  'GET /v1/accounts/{id}': getAccount,
  'POST /v1/lookup': lookUp,
  'GET /v1/inbox': listInbox,
};
