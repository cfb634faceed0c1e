/** The first argument of the program when it runs as the watchdog of the process that has started it. */
export const WATCHDOG = '--watchdog'
