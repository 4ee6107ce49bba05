import type { DatabaseProbe } from './ports';

/** How long the database may take to say anything at all, in milliseconds. */
const PATIENCE_MS = 2_000;

/** @param query asks the database for one row */
export const createDatabaseProbe = (query: () => Promise<unknown>): DatabaseProbe => ({
  async ask() {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The database has not answered in ${PATIENCE_MS} ms`)),
        PATIENCE_MS,
      );
    });
    try {
      await Promise.race([query(), late]);
    } finally {
      clearTimeout(timer);
    }
  },
});
