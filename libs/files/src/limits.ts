/** What a file may be at most. Documents of this field are scans and forms: a passport page, a contract, a certificate. */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 15 * 1024 * 1024,
  /** Pixels of an image on one side, and in all. */
  side: 12_000,
  pixels: 60_000_000,
  /** Parts of an office file, their bytes when unpacked, and how many times smaller packing may make one. */
  parts: 2_000,
  unpacked: 40 * 1024 * 1024,
  ratio: 200,
  /** Bytes of the packed objects of a PDF when unpacked. */
  pdfObjects: 40 * 1024 * 1024,
  /** Bytes of a file's name in UTF-8. */
  name: 255,
} as const;
