export type {
  ClockOutcome,
  FireClock,
  JourneyActivities,
  ObserveJourney,
  SweepActivities,
} from './activities';
export {
  DELIVERY_WORKFLOW,
  deliveryWorkflowId,
  type Delivery,
  type DeliveryActivities,
  type DeliveryOutcome,
} from './delivery.contract';
export { ACTIVITY_FAILED } from './failures';
export {
  journeyIdOf,
  journeyQuery,
  journeyWorkflowId,
  TASK_QUEUE,
  wakeSignal,
  type JourneyRun,
  type JourneyStatus,
  type JourneyView,
  type JourneyWorkflow,
  type OpenClock,
  type Wake,
} from './journey.contract';
export { NEXT_DUE, PROGRAMME, SEARCH_ATTRIBUTES, STAGE, WAITING_ON } from './search-attributes';
export { SWEEP_SCHEDULE_ID, SWEEP_WORKFLOW } from './sweep.contract';
