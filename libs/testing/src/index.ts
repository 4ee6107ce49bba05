export { sourceCommand } from './run-source';
export {
  createTestDatabase,
  startTestServices,
  testServices,
  type TestDatabase,
  type TestServices,
} from './test-services';
export { advance, advanceTo, catchUp, skipTime, type TimedJourney } from './advance';
export { eventually } from './eventually';
export { historyTail } from './history-tail';
export { FakeJourneys } from './fake-journeys';
export { TestClock } from './test-clock';
export { startTestWorker, TEST_MASTER_KEY, testBundle, type TestWorker } from './test-worker';
export { CanaryDetector, type Sighting } from './canary';
