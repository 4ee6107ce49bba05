/** A reference to a schema of the document by its name. */
export const ref = (schema: string): { readonly $ref: string } => ({
  $ref: `#/components/schemas/${schema}`,
});
