import type { Instant, JsonObject } from '@lotse/domain';
import type { Noted } from './inbox-store.port';

export type TemplateStatus = 'draft' | 'published';

export interface StoredTemplate {
  readonly id: string;
  readonly status: TemplateStatus;
  readonly body: JsonObject;
  readonly submittedBy: string;
  readonly recordedAt: Instant;
  readonly publishedAt?: Instant;
}

/** Templates beside those that come with the release. */
export interface TemplateStore {
  get(id: string): Promise<StoredTemplate | undefined>;
  /** By id, without their bodies. */
  list(): Promise<Omit<StoredTemplate, 'body'>[]>;
  /** False when the id is published: nothing is written then. */
  putDraft(id: string, body: JsonObject, noted: Noted): Promise<boolean>;
  /** False when there is no draft of the id with this body any more. */
  publish(id: string, body: JsonObject, at: Instant): Promise<boolean>;
  /** Publishes a body unless the id is there. */
  seed(id: string, body: JsonObject, noted: Noted): Promise<void>;
}
