import type { ComponentType } from 'react';
import type { Role } from '../api/types';
import type { IconName } from '../shared/icon';

/** One page below the frame. A new page is an entry here and a file under `pages`; menu, palette, keys and routes read this list. */
export interface PageEntry {
  /** Name in the catalogue `common` under `nav`. */
  readonly id: string;
  /** As TanStack Router writes it; `$x` is a parameter. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Action of the policy that it takes to see anything here. */
  readonly needs: string;
  /** Roles whose menu it stands in; absent: nobody's, it is reached from other pages. */
  readonly menu?: readonly Role[];
  readonly icon?: IconName;
  /** Letter after `g`. */
  readonly key?: string;
}
