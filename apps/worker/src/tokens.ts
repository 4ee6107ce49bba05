/** What Nest injects by name because it is no class of ours. */
export const CONFIG = Symbol('WorkerConfig');
export const LOGGER = Symbol('Logger');
export const DATA_SOURCE = Symbol('DataSource');
export const STORES = Symbol('Stores');
export const JOURNEYS = Symbol('Journeys');
export const OUTGOING = Symbol('Outgoing');
