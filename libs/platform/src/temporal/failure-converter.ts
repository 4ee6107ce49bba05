import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Moves message and stack of every failure into a payload, which the codec encrypts; the failure's type stays in clear.
 * Loaded by its path, also into the workflow bundle, so it imports nothing of Node.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
