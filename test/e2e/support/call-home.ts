import { createTestDatabase, type TestDatabase } from '@lotse/testing';
import { callInProcess } from './call-in-process';
import { newFolder, removeFolders, type CallOptions, type Ended } from './lotse';

/** A data folder with a database of its own on the shared server, so that no call starts one. */
export interface CallHome {
  readonly folder: string;
  call(args: readonly string[], more?: Partial<CallOptions>): Promise<Ended>;
  close(): Promise<void>;
}

export async function openCallHome(): Promise<CallHome> {
  const database: TestDatabase = await createTestDatabase();
  const home = newFolder();
  return {
    folder: home,
    call: (args, more = {}) =>
      callInProcess(args, { home, ...more, env: { ...more.env, DATABASE_URL: database.url } }),
    close: async () => {
      await database.drop();
      removeFolders();
    },
  };
}
