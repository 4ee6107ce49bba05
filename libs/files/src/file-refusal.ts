/** Why a file is not taken; the codes are for programs, the sentences in `REASONS` for people. */
export const REASONS = {
  'file-empty': 'The file is empty.',
  'file-too-large': 'The file is larger than 15 MiB: send a smaller scan, or split it.',
  'file-type-unknown': 'Only PDF, JPEG, PNG, WebP, DOCX and XLSX files are taken.',
  'file-type-differs': 'The content is of another type than was stated.',
  'file-broken': 'The file is damaged or cut off: save it again and send it once more.',
  'file-trailing-data': 'Something that does not belong to the file follows its end.',
  'file-image-too-large': 'The image has too many pixels: at most 12,000 on a side and 60 million in all.',
  'file-encrypted': 'The file is protected by a password: take the protection off.',
  'file-active-content':
    'The file holds a script, a macro, another file or an action: print it to a plain PDF.',
  'file-external-content': 'The file fetches something from elsewhere: save it without links to other files.',
  'file-archive-unsafe': 'The archive inside the file is built in a way that no office program does.',
  'file-name-invalid': 'The name of the file cannot be used: it must hold a letter or a digit.',
} as const;
export type FileRefusalCode = keyof typeof REASONS;

/** An expected outcome, not a surprise: nothing of the file was kept. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  readonly message: string;
}

export const refused = (code: FileRefusalCode): FileRefusal => ({ code, message: REASONS[code] });
