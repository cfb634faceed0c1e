/**
 * The media types of the text formats of Prometheus, and the constants of libraries that stand for them, as source of a regular
 * expression: what answers with one of them answers with metrics, whatever its path is. A client that accepts them does not: that is
 * looked up behind a match, because at each place of a text it takes most of the time of a scan.
 */
export const MEDIA_TYPE =
  '(?:text/plain;\\s*version=(?:0\\.0\\.4|1\\.0\\.0)|application/openmetrics-text)(?<!\\b(?:[aA]ccept|ACCEPT)\\b[^\\n]{0,120})|\\bCONTENT_TYPE_LATEST\\b|(?:[rR]egister|[rR]egistry)\\.contentType\\b|\\bTextFormat\\.CONTENT_TYPE_|\\bprometheus::TEXT_FORMAT\\b'
