import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, it, vi } from 'vitest';
import account from '../../i18n/locales/de/account.json';
import common from '../../i18n/locales/de/common.json';
import problems from '../../i18n/locales/de/problems.json';
import session from '../../i18n/locales/de/session.json';
import { Sessions } from './sessions';

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
    resources: { de: { account, common, problems, session } },
  });
});

const asked: string[] = [];
const answer = (status: number, data: object): object => {
  const response = new Response(null, { status });
  return status < 300 ? { data, response } : { error: data, response };
};
vi.mock('../../api/client', () => ({
  api: {
    GET: async () => answer(200, { sessions: [] }),
    DELETE: async (path: string) => {
      asked.push(`DELETE ${path}`);
      const isProved = asked.length > 1;
      return isProved
        ? answer(204, {})
        : answer(403, { code: 'step-up-needed', detail: '', unmet: [], status: 403 });
    },
    POST: async (path: string, { body }: { body: object }) => {
      asked.push(`POST ${path} ${JSON.stringify(body)}`);
      return answer(200, {});
    },
  },
}));

it('asks for the second factor where it is too old, and ends the other sessions then', async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <Sessions factors={['totp']} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: account.sessionsEnd }));
  const code = await screen.findByLabelText(new RegExp(session.code));
  fireEvent.change(code, { target: { value: '123 456' } });
  fireEvent.click(screen.getByRole('button', { name: session.prove }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(asked).toEqual([
    'DELETE /api/v1/account/sessions',
    'POST /api/v1/session/step-up {"totp":"123456"}',
    'DELETE /api/v1/account/sessions',
  ]);
});
