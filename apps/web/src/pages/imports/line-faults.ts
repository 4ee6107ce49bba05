export interface LineFault {
  /** From 1. */
  readonly line: number;
}

/** Lines that are no JSON object: they would be refused, so they are shown before anything is sent. */
export function lineFaults(text: string): readonly LineFault[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' || isObject(line) ? [] : [{ line: index + 1 }]));
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
