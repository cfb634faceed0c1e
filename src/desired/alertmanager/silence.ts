/**
 * The shell command that silences an alert for a night.
 * @param service the service that it is about; without it, the alert is silenced for all services
 */
export const silenceCommand = (app: string, alert: string, service = ''): string =>
  `flyctl ssh console -a ${app} -C "amtool silence add alertname=${alert}${service} -d 8h -c night"`
