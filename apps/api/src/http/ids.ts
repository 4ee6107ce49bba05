/** Ids of the import format (domain.md §0). */
export const ID = /^[A-Za-z0-9._-]{1,64}$/;
export const ID_WORDS = 'be an id of 1 to 64 letters, digits, ".", "_" or "-"';
