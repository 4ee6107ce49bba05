import { PHASES } from '@lotse/domain';
import * as workflows from './index';

describe('the workflow bundle', () => {
  it('has one workflow per phase, of its name, and the sweep', () => {
    expect(Object.keys(workflows).sort()).toEqual([...PHASES, 'sweep'].sort());
  });
});
