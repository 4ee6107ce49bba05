export { createDeliveryActivities, type PostOffice } from './delivery.activities';
export { createJourneyActivities, type JourneyDoor } from './journey.activities';
export { createSweepActivities, type LaggingJourneys } from './sweep.activities';
