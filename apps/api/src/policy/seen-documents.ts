import type { SheetReader } from '@lotse/domain';
import { seesAll, visibleFields, type Principal } from '@lotse/policy';
import type { Sheets } from '@lotse/reports';
import { judged } from './seen-sheets';

/** Printed sheets as the asker may have them: of its own programmes, suppressed unless it may see the persons behind the figures. */
export interface SeenDocuments {
  document(query: Parameters<Sheets['document']>[0]): ReturnType<Sheets['document']>;
}

export const seenDocuments = (
  documents: Sheets,
  sheets: Pick<SheetReader, 'resolveProgramme'>,
  asker: () => Principal,
): SeenDocuments => ({
  async document(query) {
    const principal = asker();
    const asked = judged(principal, 'sheet.read', query);
    if ('problem' in asked) return { ok: false, problem: asked.problem };
    const programme = await sheets.resolveProgramme(asked.query.programme);
    if (!programme.ok) return programme;
    const sight = visibleFields(principal, { kind: 'programme', programme: programme.value });
    return documents.document(
      { ...asked.query, programme: programme.value },
      seesAll(sight, 'units') ? 'persons' : 'figures',
    );
  },
});
