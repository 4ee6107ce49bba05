import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

export const PROGRAMME = defineSearchAttributeKey('Programme', SearchAttributeType.KEYWORD);
export const STAGE = defineSearchAttributeKey('Stage', SearchAttributeType.KEYWORD);
/** Instant of the earliest open clock; absent when there is none. */
export const NEXT_DUE = defineSearchAttributeKey('NextDue', SearchAttributeType.DATETIME);
/** Roles that can meet the next guards. */
export const WAITING_ON = defineSearchAttributeKey('WaitingOn', SearchAttributeType.KEYWORD_LIST);

/** All search attributes, to be registered in the namespace before the first workflow; never encrypted, so codes only. */
export const SEARCH_ATTRIBUTES = [PROGRAMME, STAGE, NEXT_DUE, WAITING_ON] as const;
