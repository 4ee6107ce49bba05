import { proofHeaders } from '../api/client';
import type { components } from '../api/generated/schema';
import { ApiProblem, Offline, type ProblemDetails } from '../api/problem';
import { newId } from '../live/drafts';

export type FileTopic = components['schemas']['File']['topic'];
type StoredFile = components['schemas']['File'];

/** Sends a file as it is. @param topic says who may open it @throws ApiProblem, Offline */
export async function uploadFile(
  journey: string,
  file: File,
  topic: FileTopic = 'course',
  reference?: string,
): Promise<StoredFile> {
  const query = new URLSearchParams({
    id: newId(),
    name: file.name,
    topic,
    ...(reference === undefined ? {} : { reference }),
  });
  const response = await fetch(`/api/v1/journeys/${encodeURIComponent(journey)}/files?${query.toString()}`, {
    method: 'POST',
    headers: { 'Content-Type': file.type, 'X-Lotse-Request': '1', ...proofHeaders() },
    body: file,
  }).catch((cause: unknown) => {
    throw new Offline('The network did not carry the file', { cause });
  });
  if (!response.ok) {
    const details: ProblemDetails = await response.json();
    throw new ApiProblem(details);
  }
  const stored: StoredFile = await response.json();
  return stored;
}

/** Who may open the paper that goes with a command. */
const TOPICS: Readonly<Record<string, FileTopic>> = {
  'sign-commitment': 'commitment',
  'sign-agreement': 'placement',
  'sign-contract': 'contract',
  'file-title': 'title',
  'record-registration': 'arrival',
  'record-bank': 'arrival',
};
export const topicOf = (command: string): FileTopic => TOPICS[command] ?? 'course';
