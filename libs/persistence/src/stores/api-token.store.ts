import type { DataSource } from 'typeorm';
import { ApiTokenEntity } from '../entities/api-token.entity';

/** Who may use the API: ids of owners with the SHA-256 of their tokens. The tokens themselves are nowhere in the database. */
export interface ApiTokenStore {
  /** Replaces the owner's earlier token. Idempotent. @param hash SHA-256 in hex */
  put(id: string, hash: string, at: Date): Promise<void>;
  /** All owners, by id. */
  list(): Promise<{ readonly id: string; readonly hash: string }[]>;
}

/** @param dataSource made by `createDataSource`, initialised and migrated */
export function createApiTokenStore(dataSource: DataSource): ApiTokenStore {
  const tokens = dataSource.getRepository(ApiTokenEntity);
  return {
    put: async (id, hash, at) => {
      await tokens.upsert(
        { id, hash, createdAt: at },
        { conflictPaths: ['id'], skipUpdateIfNoValuesChanged: true },
      );
    },
    list: () => tokens.find({ select: { id: true, hash: true }, order: { id: 'ASC' } }),
  };
}
