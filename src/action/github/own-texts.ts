import type { GitHub } from '../../clients/github/client.ts'
import type { GitHubText } from '../../clients/github/texts.ts'

/** Of comments or issues, those that begin with the marker and that this token has written, oldest first. */
export async function ownTexts(
  github: GitHub,
  all: readonly GitHubText[],
  marker: string,
): Promise<GitHubText[]> {
  const found: GitHubText[] = []
  for (const text of all) if (text.body.startsWith(marker) && (await github.wrote(text))) found.push(text)
  return found.toSorted((a, b) => a.id - b.id)
}
