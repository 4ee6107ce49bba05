export { createXlsxSheets } from './xlsx-sheets';
