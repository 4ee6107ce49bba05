/** Where "now" comes from. The system's clock in the apps; tests own theirs. */
export interface ClockPort {
  now(): Date;
}
