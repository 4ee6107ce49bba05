import { Button } from '@mantine/core';
import { useRef } from 'react';

interface Props {
  readonly label: string;
  readonly loading: boolean;
  readonly onFile: (file: File) => void;
}

/** Chooses one file; on a phone also by its camera. */
export function FileButton({ label, loading, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/pdf,image/jpeg,image/png,image/webp,.docx,.xlsx"
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          currentTarget.value = '';
        }}
      />
      <Button variant="default" size="md" loading={loading} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
