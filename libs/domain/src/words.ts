/** Words for people in the languages of funders and offices; the console adds its own. */
export interface Words {
  readonly de: string;
  readonly en: string;
}
