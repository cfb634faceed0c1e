/** A template with the values that it has when nothing is set: `${API_HOST:-api}:9100`. */
export const withDefaults = (text: string): string => text.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1')

/** What a program is to replace: `${CHAT}`, `$CHAT`, `{{ env "CHAT" }}`, `%CHAT%`, `__CHAT__`, `<CHAT>`, `@CHAT@`. */
const TEMPLATE = /\$\{?\w|\{\{|\{%|<%|%\w+%|__\w+__|<[^<>@]*>|^@\w+@$/

/** What a person is to replace: `YOUR_CHAT`, `changeme`. */
const WORD = /(?:^|[^a-z])(?:your|change|replace|xxx+)(?:$|[-_. ]|me|[a-z]*\.)/i

/** No value of a configuration that matters here is longer. */
const MAX_TEXT = 300

/** Whether a program is to fill a text in. */
export const isTemplate = (text: string): boolean => TEMPLATE.test(text.slice(0, MAX_TEXT))

/** Whether a program or a person is to fill a text in. */
export const isStandIn = (text: string): boolean => isTemplate(text) || WORD.test(text.slice(0, MAX_TEXT))
