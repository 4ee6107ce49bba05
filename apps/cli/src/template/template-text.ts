import { isJsonObject, textOf, type Json, type JsonObject } from '@lotse/domain';
import type { ListedTemplate } from '@lotse/journeys';
import { table } from '../output/table';

/** A draft may lack anything, so every field is looked for. */
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const texts = (value: Json | undefined): string => listOf(value).map(textOf).join(', ');

function clockText(clock: JsonObject): string {
  const every = clock.every === undefined ? '' : `, then every ${textOf(clock.every)}`;
  const ladder = clock.ladder === undefined ? '' : `, before that at ${texts(clock.ladder)}`;
  const missed = clock.missed === undefined ? '' : `, missed + ${textOf(clock.missed)} escalates`;
  const close = isJsonObject(clock.close) ? `, closes as ${textOf(clock.close.outcome)}` : '';
  return `${textOf(clock.code)}: ${textOf(clock.anchor)} + ${textOf(clock.after)}${every}${ladder} → ${textOf(clock.effect)} (${textOf(clock.who)})${missed}${close}`;
}

/** A template for people, in the order of its stages. */
export function templateText({
  id,
  status,
  builtIn,
  body,
}: ListedTemplate & { readonly body: JsonObject }): string {
  const stages = listOf(body.stages).filter(isJsonObject);
  const rows = stages.map(({ code, name, phase, guards, exits }) => [
    textOf(code),
    isJsonObject(name) ? textOf(name.en) : '',
    textOf(phase),
    texts(exits),
    texts(guards),
  ]);
  const clocks = stages.flatMap((stage) =>
    listOf(stage.clocks)
      .filter(isJsonObject)
      .map((clock) => [textOf(stage.code), clockText(clock)]),
  );
  return [
    `Template ${id}: ${textOf(body.title)} (${status}, ${builtIn ? 'with the release' : 'own'})\n\n`,
    table(['stage', 'name', 'phase', 'exits', 'asks for'], rows),
    '\nClocks\n\n',
    table(['stage', 'clock'], clocks),
  ].join('');
}
