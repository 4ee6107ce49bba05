export { createErasureFile } from './erasure-file';
