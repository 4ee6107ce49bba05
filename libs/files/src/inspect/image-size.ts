import { LIMITS } from '../limits';

/** True when an image of that many pixels may be opened: a small file can claim a size that no memory holds. */
export const isShowable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= LIMITS.side && height <= LIMITS.side && width * height <= LIMITS.pixels;
