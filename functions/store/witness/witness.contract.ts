/** Where the bucket of exported entries keeps what; `lib` grants by these, functions read and write under them. */
export const LAKE = {
  /** Lines of entries, a partition a day of their arrival: `entries/dt=2026-06-03/…`. */
  entries: 'entries/',
  partition: 'dt=',
  /** One empty object an entry, whose name says which entry it was and what its hash is. */
  heads: 'heads/',
} as const;
