import { homedir } from 'node:os'

/** The user's home folder. Undefined where HOME is not set and the system does not know the user, as in a container. */
export function homeFolder({ HOME }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (HOME) return HOME
  try {
    return homedir()
  } catch {
    return undefined
  }
}
