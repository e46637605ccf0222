/** Members that name members of staff, beside every one that ends in `By`. */
const STAFF: ReadonlySet<string> = new Set(['approver', 'assignee', 'by', 'handler', 'staff', 'staffId']);
const STAFF_LISTS: ReadonlySet<string> = new Set(['formerHandlers']);
/** Stands where somebody else's name stood. */
const SOMEBODY = 'staff';

const namesStaff = (name: string): boolean => STAFF.has(name) || name.endsWith('By');

/**
 * The same document without the names of staff: what is held about one person says nothing of another. Whoever acted in
 * it is left out of the facts of every entry, under whatever name these name them.
 */
export const withoutOthers = (document: unknown): unknown =>
  without(document, { actors: actorsIn(document), name: '' });

type At = { readonly actors: ReadonlySet<string>; readonly name: string; readonly inFacts?: true };

function without(value: unknown, at: At): unknown {
  const { name, actors, inFacts } = at;
  if (typeof value === 'string') return namesStaff(name) || (inFacts && actors.has(value)) ? SOMEBODY : value;
  if (Array.isArray(value)) return STAFF_LISTS.has(name) ? [] : value.map((one: unknown) => without(one, at));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, of]): [string, unknown] => [
    key,
    without(of, { actors, name: key, ...(inFacts === true || key === 'facts' ? { inFacts: true } : {}) }),
  ]);
  return Object.fromEntries(isStaff(value) ? members.map(([key, of]) => [key, key === 'id' ? SOMEBODY : of]) : members);
}

const isStaff = (value: object): value is { readonly id: unknown } =>
  'kind' in value && value.kind === 'staff' && 'id' in value;

function actorsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  if (isStaff(value) && typeof value.id === 'string') found.add(value.id);
  for (const one of Object.values(value)) actorsIn(one, found);
  return found;
}
