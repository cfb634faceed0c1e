/**
 * The module of Python that a command starts and that is not in the repository: `app.worker`. Of an installed package, whose folder
 * is not here either, it is undefined.
 */
export function absentModule(command: string, codePaths: readonly string[]): string | undefined {
  const [, served, run] =
    /\b(?:uvicorn|gunicorn|hypercorn|granian)\b[^;&|]{0,200}?\s(\w+(?:\.\w+)+):\w+|\bpython3?\s+-m\s+(\w+(?:\.\w+)+)/.exec(
      command,
    ) ?? []
  const name = served ?? run
  const file = name?.replaceAll('.', '/') ?? ''
  const isThere = codePaths.some(
    (path) => path.endsWith(`${file}.py`) || path.endsWith(`${file}/__init__.py`),
  )
  const [first = ''] = file.split('/')
  const hasFolder = codePaths.some(
    (path) => path.endsWith('.py') && path.split('/').slice(0, -1).includes(first),
  )
  return hasFolder && !isThere ? name : undefined
}
