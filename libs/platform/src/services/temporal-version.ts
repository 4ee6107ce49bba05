/** The Temporal server this project is built and tested with, and the schema versions that go with it. */
export const temporalVersion = {
  server: '1.32.1',
  schema: '1.19',
  visibilitySchema: '1.14',
} as const;
