import type { Journey, PossibleCommand } from '../../api/types';

/** A stage that a journey may go to next, with what still keeps it from there. */
export type Move = PossibleCommand & { readonly about: string };

const isMove = (possible: PossibleCommand): possible is Move =>
  possible.command === 'advance' && possible.about !== undefined;

/** Where a journey can go from its stage. */
export const movesOf = ({ commands }: Pick<Journey, 'commands'>): readonly Move[] => commands.filter(isMove);
