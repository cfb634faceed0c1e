/** A series of what a panel shows, for a chart. */
export interface PanelSeries {
  /** Its labels, as `job="api", code="200"`; not trusted. */
  name: string
  /** Unix time in seconds, and a finite value. */
  points: [number, number][]
}
