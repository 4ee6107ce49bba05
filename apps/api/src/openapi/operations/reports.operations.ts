import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { Problems } from '../problem-responses';
import { createdJson, guarded, JSON_BODY_PROBLEMS, okJson, pathParam } from './parts';

const INDICATOR = pathParam('indicator', 'Key of the indicator.', 'contractsPrepared');
const REPORT = pathParam('report', 'Id of the report.', 'report-2025-06');

/** Asked again with the tag of the answer before, nothing is sent while it is the same. */
const CONDITIONAL = applyDecorators(
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'ETag of an answer before; 304 while it is the same.',
    schema: { type: 'string', example: '"kq2r0l0mB3kqf1Qd"' },
  }),
  ApiResponse({ status: 304, description: 'It is as it was.' }),
);

const MOMENT = [
  'programme-unknown',
  'programme-missing',
  'programme-ambiguous',
  'as-of-invalid',
  'known-at-invalid',
  'fields-invalid',
  'figures-not-ready',
] as const;

export const ApiIndicators = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'listIndicators',
      summary: 'List what is counted',
      description:
        'Every indicator with its definition as versioned data: rule, splits, evidence, source. A published version never changes.',
    }),
    CONDITIONAL,
    okJson('IndicatorList', 'The catalogue.'),
    Problems(),
  );

export const ApiIndicator = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'getIndicator',
      summary: 'Show how an indicator counts',
      description: 'Definition in words and as data.',
    }),
    INDICATOR,
    okJson('Indicator', 'The definition.'),
    Problems('indicator-unknown'),
  );

export const ApiFigures = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'getFigures',
      summary: 'Count figures at a moment, split',
      description:
        'What had happened by `asOf`, as recorded by `knownAt`; flows since `from`. For those who may not see the persons behind them, numbers that tell of too few persons are suppressed, with every other that would give them away; splits then come from the last release, and each line says of which moment it is.',
    }),
    CONDITIONAL,
    okJson('FigureTable', 'The numbers.'),
    Problems(...MOMENT, 'indicator-unknown', 'split-unknown', 'split-not-open', 'period-invalid'),
  );

export const ApiCompare = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'compareFigures',
      summary: 'Compare two moments',
      description:
        'Figures that differ, each with the units and the facts that made the difference; the latter for those who may see persons.',
    }),
    okJson('FigureComparison', 'What differs.'),
    Problems(...MOMENT, 'indicator-unknown', 'split-unknown', 'split-not-open', 'period-invalid'),
  );

export const ApiProvedUnits = (): MethodDecorator =>
  applyDecorators(
    guarded('figures', {
      operationId: 'listFigureUnits',
      summary: 'List the units behind a figure, with evidence',
      description:
        'In order of their ids, each with its facts and with the documents that prove it and their SHA-256; how many of all units have evidence. Every look is on record.',
    }),
    INDICATOR,
    okJson('ProvedUnits', 'A page of units.'),
    Problems(...MOMENT, 'indicator-unknown', 'split-unknown', 'period-invalid'),
  );

export const ApiReports = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'listReports',
      summary: 'List reports of a programme',
      description: 'Youngest first, with their signatures.',
    }),
    okJson('ReportList', 'The reports.'),
    Problems('programme-unknown', 'programme-missing', 'programme-ambiguous', 'fields-invalid'),
  );

export const ApiPropose = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'proposeReport',
      summary: 'Propose a report',
      description:
        'Counts every figure, hashes the lists behind them, and shows what later corrections changed of the report before as adjustments. Two people sign it then. Idempotent by its id.',
    }),
    createdJson('ReportAnswer', 'It is proposed.'),
    Problems(
      ...MOMENT,
      'period-invalid',
      'report-id-taken',
      'report-in-future',
      'shutting-down',
      ...JSON_BODY_PROBLEMS,
    ),
  );

export const ApiReport = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'getReport',
      summary: 'Open a report',
      description:
        'As it was proposed and signed, for ever. `sha256` is that of the canonical JSON (RFC 8785) of `content` with `inner` replaced by its own hash; whoever may not see persons gets that hash, and can check it all the same.',
    }),
    REPORT,
    CONDITIONAL,
    okJson('Report', 'The report.'),
    Problems('report-unknown', 'fields-invalid'),
  );

export const ApiSign = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'signReport',
      summary: 'Sign a report',
      description:
        'The second of two people locks it. Refused where counting anew gives something else than what was proposed. From then on facts that it counts are corrected by two people alone.',
    }),
    REPORT,
    okJson('ReportAnswer', 'It is signed.'),
    Problems(
      'report-unknown',
      'report-closed',
      'report-second-person',
      'report-differs',
      'fields-invalid',
      'shutting-down',
    ),
  );

export const ApiWithdraw = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'withdrawReport',
      summary: 'Take a proposal back',
      description: 'A signed report stays.',
    }),
    REPORT,
    okJson('ReportAnswer', 'It is withdrawn.'),
    Problems('report-unknown', 'report-closed', 'fields-invalid', 'shutting-down'),
  );

export const ApiReportProof = (): MethodDecorator =>
  applyDecorators(
    guarded('reports', {
      operationId: 'proveReport',
      summary: 'Prove a report',
      description: 'By its hash, and by counting everything anew from the facts.',
    }),
    REPORT,
    okJson('ReportProof', 'What it came to.'),
    Problems('report-unknown', 'fields-invalid'),
  );
