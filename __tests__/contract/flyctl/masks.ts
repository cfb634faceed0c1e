/** What differs from run to run, by pattern. Order matters: longer forms first. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\(Trace ID: [0-9a-f]{32}\)/g, '(Trace ID: TRACE)'],
  [/01FAKE\d{5}/g, 'REQUEST'],
  [/01J[0-9A-F]{23}/g, 'INSTANCE'],
  [/\b(vol|rel|img|ip)_[0-9a-f]{16}/g, '$1_ID'],
  [/sha256:(?!(?:ab){32})[0-9a-f]{64}/g, 'sha256:DIGEST'],
  [/\b[0-9a-f]{14}\b/g, 'MACHINE'],
  [/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g, 'TIME'],
  [/"timestamp": \d{13}/g, '"timestamp": MILLISECONDS'],
  [/"name": "[a-z]+-[a-z]+-\d{4}"/g, '"name": "MACHINE-NAME"'],
  [/"zone": "[0-9a-f]{4}"/g, '"zone": "ZONE"'],
  [/fdaa:0:1::[0-9a-f]+/g, 'PRIVATE-IP'],
  [/2001:db8:[0-9a-f:]+/g, 'PUBLIC-IP'],
  [/http:\/\/127\.0\.0\.1:(?!1\/)(\d+|PORT)/g, 'http://PLATFORM'],
  // Fly's log service knows a level; a process that writes lines does not say one.
  [/"level": "[a-z]+"/g, '"level": "LEVEL"'],
]

/** The text without ids, moments, addresses and the scratch directory. */
export function masked(text: string, workspace: string): string {
  const placed = text.replaceAll(workspace, '$WORK')
  return MASKS.reduce((done, [pattern, name]) => done.replace(pattern, name), placed)
}
