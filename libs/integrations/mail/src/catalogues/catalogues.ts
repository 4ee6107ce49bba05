import type { Language } from '@lotse/journeys';
import type { Catalogue } from './catalogue';
import { DE } from './de';
import { EN } from './en';
import { KY } from './ky';
import { RU } from './ru';

/** Texts of mails by language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de: DE, en: EN, ru: RU, ky: KY };
