import type { FigureProblem } from '../figures/figure-query';

export interface SampleRefusal {
  readonly result: 'refused';
  readonly code:
    | Exclude<FigureProblem['code'], 'split-unknown' | 'split-not-open'>
    | 'sample-unknown'
    | 'sample-id-taken'
    | 'sample-unit-unknown'
    | 'sample-order'
    | 'sample-over'
    | 'room-unknown';
  readonly message: string;
}

export const refuse = (code: SampleRefusal['code'], message: string): SampleRefusal => ({
  result: 'refused',
  code,
  message,
});
