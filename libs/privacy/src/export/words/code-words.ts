import type { Word } from './word';

/** Stages.. */
export const STAGE_WORDS: readonly Word[] = [
  ['NOM', 'Benannt', 'Nominated', 'Предложен', 'Сунушталды'],
  ['SEL', 'Ausgewählt', 'Selected', 'Отобран', 'Тандалды'],
  ['COM', 'Verpflichtet', 'Committed', 'Обязался', 'Милдеттенме алды'],
  ['MAT', 'Zugeordnet', 'Matched', 'Место найдено', 'Ылайыкташты'],
  ['PRE', 'Vorbereitung', 'Preparing', 'Подготовка', 'Даярдык'],
  ['INT', 'Im Praktikum', 'In internship', 'Практика', 'Практикада'],
  ['EVA', 'Ausgewertet', 'Evaluated', 'Оценка', 'Бааланды'],
  ['RET', 'Studienabschluss', 'Finishing studies', 'Завершение учёбы', 'Окууну аяктоо'],
  ['CON', 'Arbeitsvertrag', 'Contracting', 'Договор', 'Келишим'],
  ['VIS', 'Einreise zur Arbeit', 'Entry for work', 'Въезд для работы', 'Жумуш үчүн өлкөгө кирүү'],
  ['ARR', 'Angekommen', 'Arrived', 'Прибыл', 'Келди'],
  ['EMP', 'Beschäftigt', 'Employed', 'Работает', 'Иштейт'],
  ['FUP', 'Nachbegleitung', 'Follow-up', 'Сопровождение', 'Коштоо'],
  ['DONE', 'Abgeschlossen', 'Completed', 'Завершено', 'Аяктады'],
  ['APPLIED', 'Beworben', 'Applied', 'Подал заявку', 'Арыз берди'],
  ['CHOSEN', 'Ausgesucht', 'Chosen', 'Выбран', 'Тандалды'],
  [
    'OFFERED',
    'Ausbildungsvertrag unterschrieben',
    'Training contract signed',
    'Договор об обучении подписан',
    'Окуу келишимине кол коюлду',
  ],
  ['ENTERED', 'Eingereist', 'Entered', 'Въехал', 'Өлкөгө кирди'],
  ['TRAINING', 'In Ausbildung', 'In training', 'Обучается', 'Окууда'],
  ['COMPLETED', 'Ausbildung abgeschlossen', 'Training completed', 'Обучение завершено', 'Окуу аяктады'],
];

/** Whether a journey is open.. */
export const STATUS_WORDS: readonly Word[] = [
  ['open', 'offen', 'open', 'открыт', 'ачык'],
  ['on-hold', 'ruht', 'on hold', 'приостановлен', 'токтотулган'],
  ['closed', 'geschlossen', 'closed', 'закрыт', 'жабык'],
  ['void', 'storniert', 'void', 'аннулирован', 'жараксыз'],
];

/** Roles.. */
export const ROLE_WORDS: readonly Word[] = [
  ['candidate', 'Kandidat/in', 'Candidate', 'Кандидат', 'Талапкер'],
  ['university', 'Universität', 'University', 'Университет', 'Университет'],
  ['assessor', 'Gutachter/in', 'Assessor', 'Эксперт', 'Баалоочу'],
  ['coordinator', 'Koordination', 'Coordination', 'Координация', 'Координация'],
  ['company', 'Betrieb', 'Company', 'Предприятие', 'Ишкана'],
  ['mentor', 'Mentor/in', 'Mentor', 'Наставник', 'Насаатчы'],
  ['municipality', 'Kommune', 'Municipality', 'Муниципалитет', 'Муниципалитет'],
  ['funder', 'Fördermittelgeber', 'Funder', 'Финансирующая организация', 'Каржылоочу'],
  ['auditor', 'Prüfung', 'Auditor', 'Аудитор', 'Аудитор'],
  ['administrator', 'Verwaltung', 'Administration', 'Администрирование', 'Башкаруу'],
  ['data-protection-lead', 'Datenschutz', 'Data protection', 'Защита данных', 'Маалыматты коргоо'],
  ['system', 'Lotse', 'Lotse', 'Lotse', 'Lotse'],
];

/** Genders, as a person states theirs.. */
export const GENDER_WORDS: readonly Word[] = [
  ['female', 'weiblich', 'female', 'женский', 'аял'],
  ['male', 'männlich', 'male', 'мужской', 'эркек'],
  ['diverse', 'divers', 'diverse', 'другой', 'башка'],
  ['unknown', 'unbekannt', 'unknown', 'неизвестен', 'белгисиз'],
];
