import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STATES = ['test', 'argument', 'not applicable', 'open'] as const;

/** One requirement of ASVS 5.0 at level 1 or 2, and what meets it. */
interface Requirement {
  /** Such as `6.2.4`. */
  readonly number: string;
  readonly level: string;
  readonly state: (typeof STATES)[number];
  /** Files that test it, or where it is built or written down. */
  readonly proof: readonly string[];
  readonly words: string;
}

const CHAPTERS: Readonly<Record<string, string>> = {
  1: 'Encoding and sanitization',
  2: 'Validation and business logic',
  3: 'Web frontend',
  4: 'API and web service',
  5: 'Files',
  6: 'Authentication',
  7: 'Sessions',
  8: 'Authorization',
  9: 'Self-contained tokens',
  10: 'OAuth and OIDC',
  11: 'Cryptography',
  12: 'Secure communication',
  13: 'Configuration',
  14: 'Data protection',
  15: 'Secure coding and architecture',
  16: 'Logging and error handling',
  17: 'WebRTC',
};

const isState = (text: string): text is Requirement['state'] => STATES.some((state) => state === text);

/** The sheet, in the order of the standard. @throws Error at a line of another form */
export function requirements(root: string): Requirement[] {
  const [, ...lines] = readFileSync(join(root, 'docs/security/asvs.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [number = '', level = '', state = '', proof = '', words = ''] = line.split('\t');
    if (!isState(state) || words === '') throw new Error(`asvs.tsv: ${line}`);
    return { number, level, state, proof: proof.split(' ').filter((path) => path !== ''), words };
  });
}

const link = (path: string): string => `[${path.split('/').at(-1)}](../../${path})`;

const row = ({ number, level, state, proof, words }: Requirement): string =>
  `| ${number} | ${level} | ${state} | ${[words, ...proof.map(link)].join(' ')} |`;

/** docs/security/asvs.md */
export function asvsPage(all: readonly Requirement[]): string {
  const count = (...states: readonly Requirement['state'][]): number =>
    all.filter(({ state }) => states.includes(state)).length;
  const met = count('test', 'argument');
  const chapters = Object.entries(CHAPTERS).map(([chapter, title]) => {
    const rows = all.filter(({ number }) => number.startsWith(`${chapter}.`)).map(row);
    return `## ${chapter} ${title}\n\n| Requirement | Level | State | Test or argument |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `<!-- Written from asvs.tsv by npm run gen:asvs. -->

# ASVS 5.0, levels 1 and 2

The Application Security Verification Standard 5.0.0 of OWASP has ${all.length} requirements at levels 1 and 2. Its texts stand at
<https://github.com/OWASP/ASVS/tree/v5.0.0>; here is what meets each.

**Covered ${met + count('not applicable')} / ${all.length}**: ${count('test')} by a test, ${count('argument')} by an argument, ${count('not applicable')} do not apply. Open: ${count('open')}.
Without those that do not apply: ${met} / ${all.length - count('not applicable')}.

- **test**: a test named here fails when it is no longer so.
- **argument**: how it is built or written down, at the place named here.
- **not applicable**: Lotse has nothing that the requirement is about.
- **open**: not met, or not in full, and why.

${chapters.join('\n')}`;
}
