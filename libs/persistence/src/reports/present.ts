/** A row without what is null in it. */
export const present = <Row extends object>(row: object): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;
