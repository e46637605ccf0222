import type { OfferBook } from '#domain/complaint/offers/move.ts';
import { AUTHORITY } from './authority.ts';
import { slaBook } from './sla/book.ts';

/** What the moves of a complaint ask policy data for: deadlines, calendars, authority. */
export const complaintBook: OfferBook = { ...slaBook, authority: AUTHORITY };
