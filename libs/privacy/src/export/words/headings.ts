import type { Language } from '../../ports/document-writer.port';

/** What people read about each table, in their language. */
export const HEADINGS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  record: { de: 'Angaben zur Person', en: 'About you', ru: 'Сведения о вас', ky: 'Сиз жөнүндө маалымат' },
  contact_point: {
    de: 'Adressen für Nachrichten',
    en: 'Addresses for messages',
    ru: 'Адреса для сообщений',
    ky: 'Билдирүүлөр үчүн даректер',
  },
  account: { de: 'Konto', en: 'Account', ru: 'Учётная запись', ky: 'Аккаунт' },
  account_grant: {
    de: 'Rechte des Kontos',
    en: 'Rights of the account',
    ru: 'Права учётной записи',
    ky: 'Аккаунттун укуктары',
  },
  account_subject: {
    de: 'Anmeldung über einen Dienst',
    en: 'Sign-in by a service',
    ru: 'Вход через службу',
    ky: 'Кызмат аркылуу кирүү',
  },
  account_passkey: { de: 'Passkeys', en: 'Passkeys', ru: 'Ключи доступа', ky: 'Кирүү ачкычтары' },
  account_session: { de: 'Sitzungen', en: 'Sessions', ru: 'Сеансы', ky: 'Сеанстар' },
  access_token: { de: 'Zugangstoken', en: 'Tokens', ru: 'Токены доступа', ky: 'Токендер' },
  deputy: { de: 'Vertretungen', en: 'Deputies', ru: 'Замещения', ky: 'Орун басарлар' },
  webhook: {
    de: 'Benachrichtigte Adressen',
    en: 'Webhooks',
    ru: 'Адреса уведомлений',
    ky: 'Кабарлоо даректери',
  },
  journey: { de: 'Weg durch das Programm', en: 'Journey', ru: 'Путь в программе', ky: 'Программадагы жол' },
  fact: { de: 'Was geschehen ist', en: 'What happened', ru: 'Что произошло', ky: 'Эмне болду' },
  journey_clock: { de: 'Fristen', en: 'Deadlines', ru: 'Сроки', ky: 'Мөөнөттөр' },
  journey_task: { de: 'Aufgaben', en: 'Tasks', ru: 'Задачи', ky: 'Тапшырмалар' },
  note: { de: 'Gemeinsame Notizen', en: 'Shared notes', ru: 'Общие заметки', ky: 'Жалпы эскертүүлөр' },
  file: { de: 'Dateien', en: 'Files', ru: 'Файлы', ky: 'Файлдар' },
  person_trait: {
    de: 'Angaben für die Statistik',
    en: 'What is counted of you',
    ru: 'Сведения для статистики',
    ky: 'Статистика үчүн маалымат',
  },
  sample_unit: {
    de: 'Geprüfte Nachweise',
    en: 'Evidence that was checked',
    ru: 'Проверенные подтверждения',
    ky: 'Текшерилген далилдер',
  },
  sample_words: {
    de: 'Worte zu geprüften Nachweisen',
    en: 'Words on evidence that was checked',
    ru: 'Замечания к проверенным подтверждениям',
    ky: 'Текшерилген далилдер боюнча сөздөр',
  },
  redaction: {
    de: 'Geschwärzte Fassungen',
    en: 'Redacted versions',
    ru: 'Версии с закрытыми данными',
    ky: 'Маалыматы жашырылган версиялар',
  },
  approval: { de: 'Freigaben', en: 'Approvals', ru: 'Согласования', ky: 'Макулдашуулар' },
  audit_entry: {
    de: 'Wer wann was gesehen oder getan hat',
    en: 'Who saw or did what, and when',
    ru: 'Кто, когда и что видел или делал',
    ky: 'Ким, качан, эмнени көргөн же жасаган',
  },
  emergency_access: {
    de: 'Notzugriffe',
    en: 'Emergency access',
    ru: 'Экстренный доступ',
    ky: 'Өзгөчө кырдаалдагы кирүү',
  },
  legal_hold: { de: 'Löschsperren', en: 'Legal holds', ru: 'Запреты на удаление', ky: 'Өчүрүүгө тыюулар' },
};

/** Names of columns that people read; another stands as it is called. */
export const LABELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  givenName: { de: 'Vorname', en: 'Given name', ru: 'Имя', ky: 'Аты' },
  familyName: { de: 'Nachname', en: 'Family name', ru: 'Фамилия', ky: 'Фамилиясы' },
  bornOn: { de: 'Geburtsdatum', en: 'Born on', ru: 'Дата рождения', ky: 'Туулган күнү' },
  programme: { de: 'Programm', en: 'Programme', ru: 'Программа', ky: 'Программа' },
  stage: { de: 'Stufe', en: 'Stage', ru: 'Этап', ky: 'Этап' },
  status: { de: 'Stand', en: 'Status', ru: 'Состояние', ky: 'Абалы' },
  kind: { de: 'Art', en: 'Kind', ru: 'Вид', ky: 'Түрү' },
  happened_on: { de: 'Am', en: 'On', ru: 'Дата', ky: 'Күнү' },
  recorded_at: { de: 'Festgehalten', en: 'Recorded', ru: 'Записано', ky: 'Жазылган' },
  actor_role: { de: 'Durch', en: 'By', ru: 'Кем', ky: 'Ким тарабынан' },
  due_on: { de: 'Fällig am', en: 'Due on', ru: 'Срок', ky: 'Мөөнөтү' },
  text: { de: 'Text', en: 'Text', ru: 'Текст', ky: 'Текст' },
  reason: { de: 'Grund', en: 'Reason', ru: 'Причина', ky: 'Себеби' },
  name: { de: 'Name', en: 'Name', ru: 'Название', ky: 'Аталышы' },
  email: { de: 'E-Mail', en: 'E-mail', ru: 'Эл. почта', ky: 'Эл. почта' },
  address: { de: 'Adresse', en: 'Address', ru: 'Адрес', ky: 'Дарек' },
  language: { de: 'Sprache', en: 'Language', ru: 'Язык', ky: 'Тил' },
  at: { de: 'Zeitpunkt', en: 'At', ru: 'Когда', ky: 'Качан' },
  who: { de: 'Wer', en: 'Who', ru: 'Кто', ky: 'Ким' },
  action: { de: 'Was', en: 'What', ru: 'Что', ky: 'Эмне' },
  outcome: { de: 'Ergebnis', en: 'Outcome', ru: 'Итог', ky: 'Жыйынтык' },
  purpose: { de: 'Wozu', en: 'Why', ru: 'Зачем', ky: 'Эмне үчүн' },
};

export const TITLES: Readonly<
  Record<Language, { readonly title: string; readonly words: readonly string[] }>
> = {
  de: {
    title: 'Ihre Daten',
    words: [
      'Dies ist alles, was zu Ihrer Person gespeichert ist und Ihnen gezeigt werden kann (Art. 15 und 20 DSGVO).',
      'Dieselben Angaben stehen für Programme lesbar in data.json; Ihre Dateien liegen im Ordner files.',
      'Sie können verlangen, dass falsche Angaben berichtigt und Ihre Daten gelöscht werden. Wenden Sie sich an die für Datenschutz zuständige Person Ihres Programms.',
    ],
  },
  en: {
    title: 'Your data',
    words: [
      'This is everything that is held about you and can be shown to you (Art. 15 and 20 GDPR).',
      'The same stands in data.json, readable by programs; your files are in the folder files.',
      'You may ask for wrong data to be corrected and for your data to be erased. Turn to the data-protection lead of your programme.',
    ],
  },
  ru: {
    title: 'Ваши данные',
    words: [
      'Здесь всё, что хранится о вас и может быть вам показано (ст. 15 и 20 GDPR).',
      'Те же сведения в машиночитаемом виде находятся в файле data.json; ваши файлы лежат в папке files.',
      'Вы можете потребовать исправить неверные сведения и удалить ваши данные. Обратитесь к ответственному за защиту данных вашей программы.',
    ],
  },
  ky: {
    title: 'Сиздин маалыматыңыз',
    words: [
      'Бул жерде сиз жөнүндө сакталган жана сизге көрсөтүлө турган бардык маалымат бар (GDPR, 15- жана 20-беренелер).',
      'Ошол эле маалымат программалар окуй турган түрдө data.json файлында; файлдарыңыз files папкасында.',
      'Ката маалыматты оңдоону жана маалыматыңызды өчүрүүнү талап кыла аласыз. Программаңыздын маалыматты коргоо боюнча жооптуу адамына кайрылыңыз.',
    ],
  },
};
