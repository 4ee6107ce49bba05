export { clamdOf, createClamdScanner } from './clamd-scanner';
