/** One text that must not be found, in one of the forms in which it could be written down. */
interface Trace {
  readonly canary: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Where a canary was heard: which text, in which form, at which byte. */
export interface Sighting {
  readonly canary: string;
  readonly form: string;
  readonly at: number;
}

/** Looks for texts as UTF-8, JSON-escaped (`\uXXXX`, both cases), hexadecimal, UTF-16 and base64 at each of its three alignments. */
export class CanaryDetector {
  readonly #traces: readonly Trace[];

  /** @param canaries texts of at least eight bytes: the inner base64 of shorter ones would be found by chance */
  constructor(readonly canaries: readonly string[]) {
    for (const canary of canaries)
      if (Buffer.byteLength(canary) < 8) throw new RangeError(`Too short for a canary: ${canary}`);
    this.#traces = canaries.flatMap(tracesOf);
  }

  /** Every form of every canary that stands in the bytes, with its first place. */
  find(bytes: Buffer): Sighting[] {
    return this.#traces.flatMap(({ canary, form, bytes: trace }) => {
      const at = bytes.indexOf(trace);
      return at < 0 ? [] : [{ canary, form, at }];
    });
  }
}

function tracesOf(canary: string): Trace[] {
  const utf8 = Buffer.from(canary);
  const forms: Record<string, Buffer> = {
    'UTF-8': utf8,
    'UTF-16': Buffer.from(canary, 'utf16le'),
    hexadecimal: Buffer.from(utf8.toString('hex')),
    'lower escapes': Buffer.from(escaped(canary, 'toLowerCase')),
    'upper escapes': Buffer.from(escaped(canary, 'toUpperCase')),
  };
  for (const alignment of [0, 1, 2])
    forms[`base64 at ${alignment}`] = Buffer.from(innerBase64(utf8, alignment));
  const written = Object.entries(forms).map(([form, bytes]) => ({ canary, form, bytes }));
  return written.filter(({ form, bytes }) => form === 'UTF-8' || !bytes.equals(utf8)); // plain text has no escapes
}

/** As a JSON writer that keeps to ASCII writes it. */
const escaped = (text: string, hexCase: 'toLowerCase' | 'toUpperCase'): string =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')[hexCase]()}`);

/** The part of the base64 that is the same whatever stands before and after the bytes, when they begin at this place of three. */
function innerBase64(bytes: Buffer, alignment: number): string {
  const text = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64url');
  const first = Math.ceil((alignment * 8) / 6);
  const last = Math.floor(((alignment + bytes.length) * 8) / 6);
  return text.slice(first, last).replace(/-/g, '+').replace(/_/g, '/');
}
