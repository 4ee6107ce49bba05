import { DATA_CLASSES, type DataClass } from '../data-class';
import { NOTICE, tableText } from './page-text';
import { periodWords } from './record-of-processing';

const RISKS: readonly (readonly [risk: string, measure: string])[] = [
  [
    'An authority or group in the country of origin learns who wants to leave',
    'Rows and fields by relation and stage; no public address of files; the operator decides about access from the partner country',
  ],
  [
    'A company learns of a complaint or of health',
    'The confidential channel is apart from journeys; topics of the policy table keep both from companies',
  ],
  ['A mail goes to the wrong person', 'Mails hold ids, days and codes; names stand behind the sign-in'],
  [
    'Somebody in the office looks without a reason',
    'Every read is on record and shown to the person; emergency access is announced',
  ],
  ['A backup or disk is stolen', 'Names, texts and files are sealed; the master key lies elsewhere'],
  ['Data stays for ever', 'Retention by class, legal hold with reason, erasure with receipt'],
  [
    'A person is ranked by a machine',
    'Nothing ranks or decides by itself: guards say what is missing, people decide (Art. 22 GDPR)',
  ],
];

/** A data-protection impact assessment to fill in (Art. 35 GDPR), with what the software knows filled in. */
export const dpiaTemplate = (): string =>
  [
    '# Data-protection impact assessment: template (Art. 35 GDPR)',
    '',
    NOTICE,
    '',
    'A template to be filled in by the operator with its data-protection officer. It is no legal advice.',
    '',
    '## 1. The processing (Art. 35(7)(a))',
    '',
    'Purposes, data, subjects and recipients: [record-of-processing.md](record-of-processing.md). To fill in: number of people, partners, countries.',
    '',
    '## 2. Necessity and proportionality (Art. 35(7)(b))',
    '',
    tableText(
      ['Class', 'What it is', 'Kept', 'Basis'],
      Object.entries(DATA_CLASSES).map(([name, dataClass]: [string, DataClass]) => [
        name,
        dataClass.words,
        periodWords(dataClass),
        dataClass.basis,
      ]),
    ),
    '',
    'To fill in: why less data would not do; how consent is free in a relation of dependence; the basis of transfers.',
    '',
    '## 3. Risks and measures (Art. 35(7)(c) and (d))',
    '',
    tableText(
      ['Risk to people', 'Measure of the software', 'Likelihood', 'Severity', 'What remains'],
      RISKS.map(([risk, measure]) => [risk, measure, '…', '…', '…']),
    ),
    '',
    '## 4. Views of those concerned (Art. 35(9)) and decision',
    '',
    'To fill in: whom you asked, what they said, who decided what and when it is looked at again.',
    '',
  ].join('\n');
