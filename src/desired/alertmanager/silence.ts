/** The shell command that silences an alert for a night. */
export const silenceCommand = (app: string, alert: string): string =>
  `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert} -d 8h -c night"`
