export { createTypstDocuments } from './typst-documents';
