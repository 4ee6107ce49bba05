export { createTypstDocuments } from './typst-documents';
export { createTypstSheets } from './typst-sheets';
