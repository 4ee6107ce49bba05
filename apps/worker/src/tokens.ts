/** What Nest injects by name because it is no class of ours. */
export const CONFIG = Symbol('WorkerConfig');
export const LOGGER = Symbol('Logger');
export const DATA_SOURCE = Symbol('DataSource');
export const STORES = Symbol('Stores');
export const JOURNEYS = Symbol('Journeys');
/** The mails' way outside; null when there is no mail server. */
export const MAILS = Symbol('Mails');
export const WAKES = Symbol('WakeStore');
