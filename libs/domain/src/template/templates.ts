import { templateFaults } from './check-template';
import { DE_UNI_INTERNSHIP_HIRE_1 } from './de-uni-internship-hire-1';
import { DE_VOCATIONAL_TRAINING_1 } from './de-vocational-training-1';
import type { Template } from './template';

/**
 * Checks templates and keeps them by id. @throws RangeError naming every fault, so that a faulty template never starts.
 */
export function loadTemplates(templates: readonly Template[]): ReadonlyMap<string, Template> {
  const faults = templates.flatMap((template) =>
    templateFaults(template).map(({ text }) => `${template.id}: ${text}`),
  );
  if (faults.length > 0) throw new RangeError(`Templates cannot be loaded: ${faults.join('; ')}`);
  return new Map(templates.map((template) => [template.id, template]));
}

/** Every published template by id. */
export const TEMPLATES: ReadonlyMap<string, Template> = loadTemplates([
  DE_UNI_INTERNSHIP_HIRE_1,
  DE_VOCATIONAL_TRAINING_1,
]);
