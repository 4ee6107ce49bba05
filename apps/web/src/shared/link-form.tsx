import type { components } from '../api/generated/schema';
import type { Role } from '../api/types';
import { CommandForm } from './command-form';

interface Props {
  readonly link: components['schemas']['OwnLink'];
  readonly command: string;
  readonly onDone: () => void;
}

/** The form of a command for the holder of a link: in the link's role, about its placement. */
export const LinkForm = ({ link, command, onDone }: Props) => (
  <CommandForm
    journey={link.journey}
    command={command}
    by={{ account: `link/${link.journey}`, role: link.role as Role }}
    fixed={link.placement === undefined ? {} : { placement: link.placement }}
    onDone={onDone}
  />
);
