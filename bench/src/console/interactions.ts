import type { Page } from 'playwright-core';

/** What a person does on a page; measured from the key or click to the picture that answers it. */
export interface Interaction {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

export interface Visit {
  /** User of the demo. */
  readonly account: string;
  readonly path: string;
  readonly interactions: readonly Interaction[];
}

const press = (name: string, key: string): Interaction => ({
  name,
  act: (page) => page.keyboard.press(key),
});
const type = (name: string, text: string): Interaction => ({
  name,
  act: (page) => page.keyboard.type(text, { delay: 40 }),
});
const click = (name: string, selector: string): Interaction => ({
  name,
  act: (page) => page.locator(selector).first().click(),
});

/** The pages that people work on for hours, and what they do there most. */
export const VISITS: readonly Visit[] = [
  {
    account: 'demo-coordinator',
    path: '/inbox',
    interactions: [
      press('inbox: next task', 'j'),
      press('inbox: task before', 'k'),
      press('palette: open', 'Control+k'),
      type('palette: type', 'Aig'),
      press('palette: close', 'Escape'),
    ],
  },
  {
    account: 'demo-coordinator',
    path: '/board',
    interactions: [click('board: find', 'main input'), type('board: type', 'As')],
  },
  {
    account: 'demo-coordinator',
    path: '/cohort',
    interactions: [click('cohort: sort', 'th button'), click('cohort: sort back', 'th button')],
  },
  {
    account: 'demo-coordinator',
    path: '/people',
    interactions: [
      click('people: sort', 'th button'),
      click('people: choose all', 'th input[type=checkbox]'),
      click('people: find', 'main input'),
      type('people: type', 'Asa'),
    ],
  },
  {
    account: 'demo-coordinator',
    path: '/journeys/j02',
    interactions: [
      click('journey: clocks', '[role=tab]:nth-of-type(2)'),
      click('journey: check-ins', '[role=tab]:nth-of-type(3)'),
      click('journey: timeline', '[role=tab]:nth-of-type(1)'),
    ],
  },
  {
    account: 'demo-coordinator',
    path: '/setup',
    interactions: [click('set-up: another tab', '[role=tab]:nth-of-type(2)')],
  },
  {
    account: 'demo-funder',
    path: '/sheet',
    interactions: [
      click('sheet: targets', '[role=tab]:nth-of-type(2)'),
      click('sheet: figures', '[role=tab]:nth-of-type(1)'),
    ],
  },
  {
    account: 'demo-mentor',
    path: '/mentees/j01/check-in',
    interactions: [
      click('check-in: a face', 'main label:has(input[type=radio])'),
      click('check-in: a need', 'main label:has(input[type=checkbox])'),
      click('check-in: the line', 'main textarea, main input[type=text]'),
      type('check-in: type', 'Sucht ein Zimmer'),
    ],
  },
  {
    account: 'demo-university-1',
    path: '/nominate?as=list',
    interactions: [click('list: into the field', 'main textarea'), type('list: type', 'Aigul;Bekova;2001')],
  },
];
