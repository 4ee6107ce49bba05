import { stageOf, type Template } from '@lotse/domain';

/** True while people still move a journey on: neither closed nor void nor completed. Clocks of law may outlive that. */
export const isOpen = (template: Template, status: string, stage: string): boolean =>
  (status === 'open' || status === 'on-hold') && stageOf(template, stage).final !== true;
