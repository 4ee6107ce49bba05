import type { Sender } from '@lotse/journeys';

/** Who the command line is, until it knows accounts (domain.md, commands). */
export const SENDER: Sender = { submittedBy: 'administrator' };
