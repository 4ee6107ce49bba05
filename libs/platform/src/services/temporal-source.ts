/** Puts both programs of the pinned version into an empty folder, or throws the reason why it cannot. */
export type TemporalSource = (folder: string, onProgress: (message: string) => void) => Promise<void>;
