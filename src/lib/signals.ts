/** The signals that ask a program to end: Ctrl+C and Ctrl+\, `kill`, and a terminal that was closed. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const
