/** The official image, by the digest that seven unrelated repositories pin. */
const ALERTMANAGER_IMAGE =
  'prom/alertmanager:v0.34.1@sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a'

const STAGE = `# alerts.notify: Alertmanager, and amtool to silence alerts with.
COPY --from=${ALERTMANAGER_IMAGE} /bin/alertmanager /bin/amtool /bin/

`

/** Dockerfile.monitoring with what the configuration needs, from the text of templates/Dockerfile.monitoring. */
export const renderDockerfile = (template: string, alertmanager: boolean): string =>
  alertmanager ? template.replace(/^ENTRYPOINT /m, `${STAGE}ENTRYPOINT `) : template
