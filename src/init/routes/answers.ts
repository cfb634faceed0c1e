import { MEDIA_TYPE } from './media-type.ts'

/** What code answers with. */
export interface RouteAnswer {
  answers?: 'exposition' | 'json'
  /** It writes the metrics of a library, or in the text format by itself. */
  isCertain?: true
}

/** Code that answers with metrics in the text format of Prometheus. */
export const EXPOSITION =
  /generate_latest|make_(?:asgi|wsgi)_app|promhttp\.|CONTENT_TYPE_LATEST|\b(?:\w*[rR]egist(?:er|ry)|\w*[cC]lient|prom\w*)\s*\.\s*(?:metrics|contentType)\b|TextEncoder::new|encode_to_string|\.gather\(|\.render\(\)|text\/plain;\s*version=0\.0\.4|# (?:HELP|TYPE) |prometheus_text|(?:to|as|in|format|render|export|encode|get|generate|build|serialize)_?prometheus|prometheus_?(?:text|format|handle|export|render|output|string|page)|exposition|WritePrometheus|RenderTextFormat|getMetricsHandler|getMetricsRequestHandler|PlainTextResponse|["']text\/plain/i

/** Of that, code which can be nothing else. */
const CERTAIN = new RegExp(
  `\\bgenerate_latest\\(|\\bpromhttp\\.|[rR]egist(?:er|ry)\\s*\\.\\s*metrics\\(|["'\`]# (?:HELP|TYPE) |${MEDIA_TYPE}`,
)

/** Code that answers with JSON. */
const JSON_ANSWER =
  /\bres(?:ponse)?(?:\s*\.\s*status\(\w+\))?\s*\.\s*json\(|\b(?:c|ctx|context)\.(?:json|JSON|IndentedJSON)\(|\bjsonify\(|\bJ(?:SON|son)Response\(|\bresponse_model\s*=|\breturn\s*\{|->\s*(?:dict|Dict|JSONResponse)\b|\bJson\(|\bjson!\(|render json:|\bjson\(conn|JSON\.stringify\(|json\.dumps\(|json\.NewEncoder\(|Promise<\w*Json|\breply\.send\(\{/

/** An answer with JSON is often one about an error, next to that with the metrics. */
export function answerOf(code: string): RouteAnswer {
  if (CERTAIN.test(code)) return { answers: 'exposition', isCertain: true }
  if (EXPOSITION.test(code)) return { answers: 'exposition' }
  return JSON_ANSWER.test(code) ? { answers: 'json' } : {}
}
