export { sourceCommand } from './run-source';
export {
  createTestDatabase,
  startTestServices,
  testServices,
  type TestDatabase,
  type TestServices,
} from './test-services';
