import { stageOf, type Template } from '@lotse/domain';

/** True while a journey's workflow has something to wait for: neither closed nor void nor completed. */
export const isOpen = (template: Template, status: string, stage: string): boolean =>
  (status === 'open' || status === 'on-hold') && stageOf(template, stage).final !== true;
