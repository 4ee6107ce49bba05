/** Rows that figures add up are still being made, as after an upgrade: an answer would be too low. Ask again soon. */
export class FiguresNotReady extends Error {
  override readonly name = 'FiguresNotReady';
  readonly code = 'figures-not-ready';

  constructor(readonly programme: string) {
    super(
      `Figures of programme ${programme} are being made anew and would be too low now: ask again in some minutes, or run lotse projections rebuild.`,
    );
  }
}
