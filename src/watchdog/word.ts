/** The first argument of the program when it is to watch over the one that has started it. */
export const WATCHDOG = '--watchdog'
