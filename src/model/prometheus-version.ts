/** Prometheus' version as far as the configuration format depends on it. */
export interface PrometheusVersion {
  major: number
  minor: number
}

/** What templates/Dockerfile.monitoring builds from: the long-term support line. */
export const BUILT_IN_VERSION: PrometheusVersion = { major: 3, minor: 13 }

/**
 * The version in the tag of an image reference (`registry.fly.io/mon:v2.42.0`, `…:2.42.0-fly1`); an image without such
 * a tag is assumed to be built from templates/Dockerfile.monitoring.
 */
export function prometheusVersionOf(image: string | undefined): PrometheusVersion {
  const tag = image?.split('@')[0]?.match(/:v?(\d+)\.(\d+)(?:\.|-|$)/)
  return tag ? { major: Number(tag[1]), minor: Number(tag[2]) } : BUILT_IN_VERSION
}
