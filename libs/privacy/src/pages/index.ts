import { dpiaTemplate } from './dpia-template';
import { recordOfProcessing } from './record-of-processing';
import { technicalMeasures } from './technical-measures';

/** Pages of docs/privacy by file name. */
export const PRIVACY_PAGES: Readonly<Record<string, () => string>> = {
  'record-of-processing.md': recordOfProcessing,
  'technical-measures.md': technicalMeasures,
  'dpia-template.md': dpiaTemplate,
};
