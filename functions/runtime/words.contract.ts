/** The closed lists that deploy time needs: configuration is checked against them, groups are made of them. */
export { DEPARTMENTS, JURISDICTIONS, LOCALES, PURPOSES, ROLES } from '#domain/words.ts';
