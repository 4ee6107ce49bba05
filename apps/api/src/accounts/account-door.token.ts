/** Token of Nest's container for what the account routes share. */
export const ACCOUNT_DOOR = Symbol('AccountDoor');
