export { COLUMN_NOTES } from './catalogue';
export { PURPOSES, type ColumnNote, type EraseMethod, type Purpose, type TableNotes } from './column-note';
export { DATA_CLASSES, STARTS, type DataClass, type DataClassName } from './data-class';
