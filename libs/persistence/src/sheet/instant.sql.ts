/** An instant as RFC 3339 text in UTC: milliseconds, and microseconds only where there are any. */
export const instantSql = (column: string): string =>
  `regexp_replace(to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z')`;
