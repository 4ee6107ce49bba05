/** Type of every failure an activity reports: its message is a code, never the text of the error behind it. */
export const ACTIVITY_FAILED = 'ActivityFailed';
