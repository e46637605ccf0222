/** Members that name members of staff. */
const STAFF: ReadonlySet<string> = new Set([
  'approvedBy',
  'approver',
  'assignee',
  'by',
  'decidedBy',
  'handler',
  'madeBy',
  'staff',
  'staffId',
]);
const STAFF_LISTS: ReadonlySet<string> = new Set(['formerHandlers']);
/** Stands where somebody else's name stood. */
const SOMEBODY = 'staff';

/** The same document without the names of staff: what is held about one person says nothing of another. */
export function withoutOthers(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return STAFF.has(name) ? SOMEBODY : value;
  if (Array.isArray(value)) return STAFF_LISTS.has(name) ? [] : value.map((one: unknown) => withoutOthers(one));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, of]): [string, unknown] => [key, withoutOthers(of, key)]);
  return Object.fromEntries(isStaff(value) ? members.map(([key, of]) => [key, key === 'id' ? SOMEBODY : of]) : members);
}

const isStaff = (value: object): boolean => 'kind' in value && value.kind === 'staff' && 'id' in value;
