/** How many rows a page holds, as text of a query. */
export const LIMIT = /^([1-9]\d?|1\d\d|200)$/;
export const LIMIT_WORDS = 'be a whole number from 1 to 200';
export const DEFAULT_LIMIT = 50;

/** Rows a page holds at most. */
export const limitOf = ({ limit }: { readonly limit?: string }): number =>
  limit === undefined ? DEFAULT_LIMIT : Number(limit);
