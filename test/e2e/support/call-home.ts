import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import { lotse, newFolder, removeFolders, type CallOptions, type Ended } from './lotse';

/** A data folder with a database of its own on the shared server, so that no call starts one. */
export interface CallHome {
  readonly folder: string;
  call(args: readonly string[], more?: Partial<CallOptions>): Promise<Ended>;
  /** By a process of its own, as what starts a worker needs. */
  start(args: readonly string[], more?: Partial<CallOptions>): Promise<Ended>;
  close(): Promise<void>;
}

/** @param give how a call is given: by a process of its own, or by `callInProcess`, which costs a tenth */
export async function openCallHome(give: typeof lotse = lotse): Promise<CallHome> {
  const database: TestDatabase = await createTestDatabase();
  const home = newFolder();
  const by =
    (way: typeof lotse): CallHome['call'] =>
    (args, more = {}) =>
      way(args, { home, ...more, env: { ...more.env, DATABASE_URL: database.url } });
  return {
    folder: home,
    call: by(give),
    start: by(lotse),
    close: async () => {
      await database.drop();
      removeFolders();
    },
  };
}
