import type { Language, Letter, LetterItem, Notice } from '@lotse/journeys';
import type { Catalogue, TemplateName } from './catalogues/catalogue';
import { CATALOGUES } from './catalogues/catalogues';
import { escaped } from './escaped';
import { longDate } from './long-date';

/** What a letter says. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Kind = Exclude<TemplateName, 'digest'>;

/** Which mail a clock's effect makes. */
const KINDS: Readonly<Record<LetterItem['effect'], Kind>> = {
  remind: 'reminder',
  escalate: 'escalation',
  'authority-late': 'escalation',
  'propose-close': 'proposal',
  'propose-hold': 'proposal',
  'propose-consent': 'proposal',
  task: 'task',
  review: 'task',
  watch: 'task',
  'auto-close': 'closure',
};

const MISSED = '-missed';
/** Of a task that meets a guard; the guard follows. */
const GUARD = 'guard';

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A deadline, or what a guard asks for, in words. Parts of the code behind a dot tell which stay, contract or step of a ladder it is. */
export function clockName(catalogue: Catalogue, code: string): string {
  if (code.endsWith(MISSED))
    return fill(catalogue.missed, { what: clockName(catalogue, code.slice(0, -MISSED.length)) });
  const parts = code.split('.');
  const [group, guard = ''] = parts;
  if (group === GUARD && Object.hasOwn(catalogue.guards, guard)) return catalogue.guards[guard] ?? code;
  for (let length = parts.length; length > 0; length -= 1) {
    const known = parts.slice(0, length).join('.');
    const name = Object.hasOwn(catalogue.clocks, known) ? catalogue.clocks[known] : undefined;
    if (name !== undefined) return name;
  }
  return fill(catalogue.other, { code });
}

const page = (language: Language, body: string): string =>
  `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>Lotse</title></head><body>\n${body}\n</body></html>\n`;

/** A link or a code, as text: mail programs make links of addresses by themselves, and nothing is loaded. */
function composeNotice(language: Language, { kind, secret }: Notice): ComposedLetter {
  const { notices, noticeClosing } = CATALOGUES[language];
  const { subject, opening, hint } = notices[kind];
  const lines = [opening, secret, hint, noticeClosing];
  const html = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return { subject, text: `${lines.join('\n\n')}\n`, html: page(language, html) };
}

/** The mail of one letter: one thing in the words of its kind, several as a digest in the order they were due. */
export function composeLetter(letter: Letter): ComposedLetter {
  const { language, programme, items, standsIn = false, notice } = letter;
  if (notice !== undefined) return composeNotice(language, notice);
  const catalogue = CATALOGUES[language];
  const [only] = items;
  const isDigest = items.length !== 1 || only === undefined;
  const { subject, opening } = catalogue.templates[isDigest ? 'digest' : KINDS[only.effect]];
  const lines = items.map(({ journey, clock, dueOn, effect }) => {
    const what = clockName(catalogue, clock);
    const line = fill(catalogue.item, { what, journey, date: longDate(language, dueOn) });
    return isDigest ? `${catalogue.kinds[KINDS[effect]]}: ${line}` : line;
  });
  const ending = [
    ...(standsIn ? [catalogue.standsIn] : []),
    fill(catalogue.programme, { programme }),
    catalogue.closing,
  ];
  const html = [
    `<p>${escaped(opening)}</p>`,
    `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
    ...ending.map((line) => `<p>${escaped(line)}</p>`),
  ].join('\n');
  return {
    subject: fill(subject, { count: String(items.length) }),
    text: [opening, '', ...lines.map((line) => `- ${line}`), '', ...ending, ''].join('\n'),
    html: page(language, html),
  };
}
