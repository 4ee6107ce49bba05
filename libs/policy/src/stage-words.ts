import type { Phase } from '@lotse/domain';

/** Words in the languages that candidates read. */
export interface Wording {
  readonly de: string;
  readonly en: string;
  readonly ru: string;
  readonly ky: string;
}

/**
 * What a candidate reads where the office reads a stage. It says what happens now and what comes, not how the office names it
 * (field.md E2: early inner stages and rejections read by candidates did harm). A template is published once and never changes, while
 * wording is mended; so it stands here, by stage code.
 */
const STAGE_WORDS: Readonly<Record<string, Wording>> = {
  NOM: {
    de: 'Deine Universität hat dich vorgeschlagen. Wir lesen deine Unterlagen.',
    en: 'Your university has put you forward. We are reading your documents.',
    ru: 'Ваш университет предложил вашу кандидатуру. Мы изучаем ваши документы.',
    ky: 'Университетиңиз сизди сунуштады. Документтериңизди карап жатабыз.',
  },
  SEL: {
    de: 'Du bist ausgewählt. Als Nächstes besprechen wir die Teilnahme mit dir.',
    en: 'You are selected. Next we talk with you about taking part.',
    ru: 'Вы прошли отбор. Далее мы обсудим с вами участие.',
    ky: 'Сиз тандалдыңыз. Эми катышуу жөнүндө сиз менен сүйлөшөбүз.',
  },
  COM: {
    de: 'Du nimmst teil. Wir suchen einen Praktikumsplatz für dich.',
    en: 'You are taking part. We are looking for an internship for you.',
    ru: 'Вы участвуете. Мы ищем для вас место практики.',
    ky: 'Сиз катышып жатасыз. Сизге практика ордун издеп жатабыз.',
  },
  MAT: {
    de: 'Ein Betrieb und du passen zusammen. Jetzt kommt die Praktikumsvereinbarung.',
    en: 'A company and you have found each other. Next is the internship agreement.',
    ru: 'Вы и предприятие подходите друг другу. Далее – договор о практике.',
    ky: 'Сиз жана ишкана бири-бириңизге туура келдиңиз. Эми практика келишими.',
  },
  PRE: {
    de: 'Wir bereiten deine Reise vor: Visum, Versicherung, Wohnung.',
    en: 'We are preparing your journey: visa, insurance, housing.',
    ru: 'Мы готовим вашу поездку: виза, страховка, жильё.',
    ky: 'Сапарыңызды даярдап жатабыз: виза, камсыздандыруу, турак жай.',
  },
  INT: {
    de: 'Du machst dein Praktikum. Bei Fragen ist deine Mentorin oder dein Mentor da.',
    en: 'You are doing your internship. Your mentor is there for your questions.',
    ru: 'Вы проходите практику. По вопросам обращайтесь к наставнику.',
    ky: 'Сиз практикадан өтүп жатасыз. Суроолоруңуз болсо, насаатчыңызга кайрылыңыз.',
  },
  EVA: {
    de: 'Dein Praktikum ist zu Ende. Sag uns, wie es war.',
    en: 'Your internship has ended. Tell us how it was.',
    ru: 'Практика завершена. Расскажите, как всё прошло.',
    ky: 'Практикаңыз аяктады. Кандай өткөнүн айтып бериңиз.',
  },
  RET: {
    de: 'Du schließt dein Studium ab. Wir bleiben in Verbindung.',
    en: 'You are finishing your studies. We stay in touch.',
    ru: 'Вы завершаете учёбу. Мы остаёмся на связи.',
    ky: 'Окууңузду бүтүрүп жатасыз. Биз байланышта болобуз.',
  },
  CON: {
    de: 'Ein Arbeitsvertrag wird vorbereitet. Du entscheidest.',
    en: 'An employment contract is being prepared. You decide.',
    ru: 'Готовится трудовой договор. Решение за вами.',
    ky: 'Эмгек келишими даярдалып жатат. Чечим сизде.',
  },
  VIS: {
    de: 'Dein Vertrag steht. Wir bereiten das Visum für die Arbeit vor.',
    en: 'Your contract stands. We are preparing the visa for work.',
    ru: 'Договор подписан. Мы готовим рабочую визу.',
    ky: 'Келишим түзүлдү. Жумуш визасын даярдап жатабыз.',
  },
  ARR: {
    de: 'Du bist angekommen. Wir helfen bei Wohnung, Anmeldung und Bank.',
    en: 'You have arrived. We help with housing, registration and bank.',
    ru: 'Вы приехали. Мы поможем с жильём, регистрацией и банком.',
    ky: 'Сиз келдиңиз. Турак жай, катталуу жана банк боюнча жардам беребиз.',
  },
  EMP: {
    de: 'Du arbeitest. Willkommen im Team.',
    en: 'You are working. Welcome to the team.',
    ru: 'Вы работаете. Добро пожаловать в коллектив.',
    ky: 'Сиз иштеп жатасыз. Жамаатка кош келиңиз.',
  },
  FUP: {
    de: 'Wir fragen ab und zu, wie es dir geht.',
    en: 'From time to time we ask how you are.',
    ru: 'Время от времени мы спрашиваем, как у вас дела.',
    ky: 'Мезгил-мезгили менен абалыңызды сурап турабыз.',
  },
  DONE: {
    de: 'Du hast es geschafft. Das Programm ist für dich abgeschlossen.',
    en: 'You have made it. The programme is complete for you.',
    ru: 'У вас всё получилось. Программа для вас завершена.',
    ky: 'Сиз жетиштиңиз. Программа сиз үчүн аяктады.',
  },
};

/** For stages of other templates: what their phase is about. */
const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  universitySelection: 'NOM',
  commitment: 'COM',
  internship: 'INT',
  contract: 'CON',
  integrationFollowUp: 'FUP',
};

/** A stage in a candidate's words. */
export function wordsOfStage(stage: string, phase: Phase): Wording {
  const words = STAGE_WORDS[stage] ?? STAGE_WORDS[PHASE_WORDS[phase]];
  if (words === undefined) throw new RangeError(`Phase ${phase} has no words`);
  return words;
}
