export { createClamdScanner } from './clamd-scanner';
