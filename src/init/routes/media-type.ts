/**
 * The media types of the text formats of Prometheus, and the constants of libraries that stand for them, as source of a regular
 * expression: what answers with one of them answers with metrics, whatever its path is. A client that accepts them does not.
 */
export const MEDIA_TYPE =
  '(?<!\\b(?:[aA]ccept|ACCEPT)\\b[^\\n]{0,80})(?:text/plain;\\s*version=(?:0\\.0\\.4|1\\.0\\.0)|application/openmetrics-text)|\\bCONTENT_TYPE_LATEST\\b|\\b(?:\\w*[rR]egist(?:er|ry))\\.contentType\\b|\\bTextFormat\\.CONTENT_TYPE_|\\bprometheus::TEXT_FORMAT\\b'
