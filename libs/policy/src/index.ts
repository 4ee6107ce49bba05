export { ACTIONS, type Action } from './actions';
export { EVERYTHING, type Entrance, type Grant, type Principal, type RowScope } from './principal';
