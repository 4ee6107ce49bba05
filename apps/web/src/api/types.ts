import type { components } from './generated/schema';

type Schemas = components['schemas'];

export type Role = Schemas['InboxTask']['who'];
export type Session = Schemas['CurrentSession'];
export type WaysIn = Schemas['WaysIn'];
export type Task = Schemas['InboxTask'];
export type Journey = Schemas['JourneyResponse'];
export type PossibleCommand = Schemas['PossibleCommand'];
export type Fact = Schemas['Fact'];
export type Template = Schemas['Template'];
