/** Temporal Schedule that starts `SWEEP_WORKFLOW`; one per namespace. */
export const SWEEP_SCHEDULE_ID = 'sweep';
/** Workflow type, and the stem of the ids of its runs. */
export const SWEEP_WORKFLOW = 'sweep';
