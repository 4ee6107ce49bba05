/** People as they come from the partner countries: names in their own script, with the country they are of. */
export interface Origin {
  readonly country: string;
  readonly language: string;
  readonly weight: number;
  readonly female: readonly string[];
  readonly male: readonly string[];
  /** Family names by gender: the Slavic and Turkic endings differ. */
  readonly family: { readonly female: readonly string[]; readonly male: readonly string[] };
}

const split = (names: string): readonly string[] => names.split(' ');

export const ORIGINS: readonly Origin[] = [
  {
    country: 'KG',
    language: 'ky',
    weight: 45,
    female: split('Айгүл Айпери Бегимай Жылдыз Гүлнура Нурзат Асель Чолпон Мээрим Элнура'),
    male: split('Айбек Азамат Бакыт Жоомарт Нурлан Тилек Эрмек Улан Кубаныч Санжар'),
    family: {
      female: split('Асанова Осмонова Токтогулова Жумабаева Сыдыкова Абдыкеримова Мамбетова Исакова'),
      male: split('Асанов Осмонов Токтогулов Жумабаев Сыдыков Абдыкеримов Мамбетов Исаков'),
    },
  },
  {
    country: 'KZ',
    language: 'kk',
    weight: 20,
    female: split('Айнұр Гүлмира Дана Жанар Мәдина Сәуле Әйгерім'),
    male: split('Асхат Бауыржан Дәурен Ерлан Нұржан Серік Қайрат'),
    family: {
      female: split('Ахметова Нұрғалиева Сәрсенбаева Қасымова Ыбыраева'),
      male: split('Ахметов Нұрғалиев Сәрсенбаев Қасымов Ыбыраев'),
    },
  },
  {
    country: 'UZ',
    language: 'uz',
    weight: 20,
    female: split('Dilnoza Gulnora Madina Nilufar Shahnoza Zulfiya'),
    male: split('Bobur Jasur Otabek Sardor Sherzod Ulugʻbek'),
    family: {
      female: split('Karimova Rahimova Toʻxtayeva Yoʻldosheva Xolmatova'),
      male: split('Karimov Rahimov Toʻxtayev Yoʻldoshev Xolmatov'),
    },
  },
  {
    country: 'UA',
    language: 'uk',
    weight: 10,
    female: split('Ганна Ірина Катерина Ольга Юлія'),
    male: split('Андрій Богдан Дмитро Євген Олег'),
    family: {
      female: split('Коваленко Шевченко Бойко Ткачук Лисенко'),
      male: split('Коваленко Шевченко Бойко Ткачук Лисенко'),
    },
  },
  {
    country: 'VN',
    language: 'vi',
    weight: 5,
    female: split('Linh Ngọc Thảo Phương'),
    male: split('Đức Minh Tuấn Quân'),
    family: { female: split('Nguyễn Trần Lê Phạm'), male: split('Nguyễn Trần Lê Phạm') },
  },
];
