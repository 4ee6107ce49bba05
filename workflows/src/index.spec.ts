import { PHASES } from '@lotse/domain';
import * as workflows from './index';

describe('the workflow bundle', () => {
  it('has one workflow per phase, of its name, the delivery and the sweep', () => {
    expect(Object.keys(workflows).sort()).toEqual([...PHASES, 'delivery', 'sweep'].sort());
  });
});
