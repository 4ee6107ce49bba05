import { INDICATORS, type Dimension, type Indicator } from '@lotse/domain';

/** Smallest number of persons that a cell may tell of unless a funder asks for more. */
export const DEFAULT_THRESHOLD = 5;

/**
 * By what figures can be split without access to persons, in the order in which it is tried. The others (company, site, cohort,
 * stage) single people out together with what everybody knows of a project.
 */
const OPEN_DIMENSIONS: readonly Dimension[] = ['gender', 'university', 'age-band', 'country'];

/** Indicators that are classes of another one: with all but one class and the whole, the last one is known too. */
interface Classes {
  readonly whole: string;
  readonly parts: readonly string[];
}

const CLASSES: readonly Classes[] = [
  { whole: 'EECO01', parts: ['EECO02', 'EECO04', 'EECO05'] },
  { whole: 'EECO02', parts: ['EECO03'] },
  { whole: 'EECO01', parts: ['EECO09', 'EECO10', 'EECO11'] },
  { whole: 'EECO01', parts: ['EECR01', 'EECR02', 'EECR03', 'EECR04'] },
  ...['EECO12', 'EECO14', 'EECO15', 'EECO16', 'EECO17', 'EECR05', 'EECR06'].map((part) => ({
    whole: 'EECO01',
    parts: [part],
  })),
  { whole: 'titlesDecided', parts: ['titlesGranted', 'titlesRefused'] },
  { whole: 'internshipsStarted', parts: ['internshipsCompleted'] },
  { whole: 'examsSat', parts: ['examsPassed'] },
  { whole: 'evaluations', parts: ['satisfied'] },
];

/** The whole that an indicator is a class of, with all classes beside it. */
export const classesOf = (key: string): Classes | undefined =>
  CLASSES.find(({ parts }) => parts.includes(key));

/**
 * Told to those alone who may see persons: each is a class of several others at once, so that one could be worked out from the rest,
 * tells of few by its nature, or is what a split by age band or country tells under another name (`EECO01` by age band is told).
 */
const CLOSED: readonly RegExp[] = [
  /^EECO(0[678]|13)$/,
  /^exams(Sat|Passed|PassedFirst)(A2|B1|B2)$/,
  /^(titlesRefused|decisionsOf|onTime|absent)\../,
  /^(hours(Planned|Worked)|mentorHours|wages.+|checkIns(Due|Done)|openRisks)$/,
  /^((evaluations|satisfied)By.+|complaints.*|daysToComplaintAnswer|endedEarly|interrupted)$/,
];

/** True where nobody is told without access to persons. */
export const isClosed = (key: string): boolean => CLOSED.some((keys) => keys.test(key));

/**
 * The figures of the project sheet and of the network are what a programme publishes of itself: their totals are open on every day, as
 * are all that count records beside journeys, which are nobody's.
 */
export const isPublished = ({ section, rule }: Indicator): boolean =>
  section === 'sheet' || section === 'network' || 'records' in rule;

/** By what an indicator can be split without access to persons. Closed ones and classes of another indicator cannot. */
export function openSplitsOf({ key, splits }: Indicator): readonly Dimension[] {
  if (isClosed(key) || classesOf(key) !== undefined) return [];
  return OPEN_DIMENSIONS.filter((dimension) => splits.includes(dimension));
}

/** What a share is made of; nothing for the other indicators. */
export function partsOfRatio(key: string): readonly string[] {
  const rule = INDICATORS.get(key)?.rule;
  return rule !== undefined && 'ratio' in rule ? [rule.ratio.of, rule.ratio.to] : [];
}
