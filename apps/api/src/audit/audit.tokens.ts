/** Tokens of Nest's container: the audit, and the clock that its entries are stamped by. */
export const AUDIT = Symbol('Audit');
export const NOW = Symbol('Now');
