import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it, vi } from 'vitest';
import common from '../i18n/locales/de/common.json';
import words from '../i18n/locales/de/words.json';
import { RefusalGuide } from './refusal';

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await i18next.use(initReactI18next).init({
    lng: 'de',
    interpolation: { escapeValue: false },
    defaultNS: 'common',
    resources: { de: { common, words } },
  });
});

it('names every unmet guard, the one of several that is missing, and who can meet it', () => {
  render(
    <MantineProvider>
      <RefusalGuide
        unmet={[
          { guard: 'commitment-signed', who: ['candidate'], remedy: 'sign-commitment' },
          { guard: 'evaluated:mentor', who: ['mentor'], remedy: 'evaluate' },
          { guard: 'nobody-knows', who: [], remedy: 'The words of the API.' },
        ]}
      />
    </MantineProvider>,
  );
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Selbstverpflichtung unterschrieben · Kandidat/in kann das erledigen',
    'Von allen drei Seiten ausgewertet (Mentor/in) · Mentor/in kann das erledigen',
    'The words of the API.',
  ]);
});
