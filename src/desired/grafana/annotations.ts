/** The tag of an annotation for an import of dashboards alone, without a deploy. */
export const IMPORT_TAG = 'dashboards-only'

/** Tags that every deploy annotation of a deployment carries. */
export const annotationTags = (deployment: string): string[] => ['deploy', deployment]

/** The data source that is Grafana itself. */
export const ANNOTATIONS_SOURCE = { type: 'grafana', uid: '-- Grafana --' } as const

/** What shows the deploy annotations in a dashboard; how it names its data source depends on the schema. */
export const deploymentsQuery = (deployment: string) => ({
  enable: true,
  hide: false,
  iconColor: 'blue',
  name: 'Deployments',
  target: { limit: 100, matchAny: false, tags: annotationTags(deployment), type: 'tags' },
})
