import { type KnownError, ONE_DEPLOY } from './known-error.ts'

/** Failures around what an app has: regions, volumes, secrets. */
export const RESOURCE_ERRORS: readonly KnownError[] = [
  // Volumes and regions
  {
    code: 'fly-region',
    when: /region (\S+) not found|region code must be specified/,
    what: (found) => (found[1] ? `Region ${found[1]} does not exist at Fly.` : 'A region is needed.'),
    hint: 'Set `monitoring.region` to a code from `flyctl platform regions`.',
  },
  {
    code: 'fly-volume-region',
    when: /needs an unattached volume named '([^']*)' in region '([^']*)'/,
    what: (found) =>
      `Region ${found[2]} has no free volume ${found[1]}; a volume cannot move to another region.`,
    hint: 'Set the region to that of the volume (`flyctl volumes list`), or create one there.',
  },
  {
    code: 'fly-volume-missing',
    when: /requires an unattached '([^']*)' volume|needs volumes with name '([^']*)'/,
    what: (found) => `The machine needs a volume ${found[1] ?? found[2]} that does not exist.`,
    hint: 'Create it with `flyctl volumes create`, in the region of the machine.',
  },
  {
    code: 'fly-volume-attached',
    when: /volume (\S+) is already attached to machine (\S+)/,
    what: (found) =>
      `Volume ${found[1]} is attached to machine ${found[2]}, which was created in the meantime.`,
    hint: ONE_DEPLOY,
  },
  {
    code: 'fly-volume-in-use',
    when: /volume is currently bound to machine: (\S+)/,
    what: (found) => `Machine ${found[1]} uses the volume.`,
    hint: ONE_DEPLOY,
  },
  {
    code: 'fly-volume-renamed',
    when: /can't update the attached volume/,
    what: () => 'The machine has a volume with another name, and flyctl cannot swap the volume of a machine.',
    hint: 'Use the name that `flyctl volumes list` shows for the attached volume.',
  },
  {
    code: 'fly-volume-detached',
    when: /has a volume mounted but app config does not specify a volume/,
    anywhere: true,
    what: () => 'The machine has a volume, but the Fly configuration has no [mounts] for it.',
    hint: 'Add the [mounts] section back, or destroy the machine by hand if its data is not needed.',
  },
  {
    code: 'fly-confirmation',
    when: /yes flag must be specified/,
    what: () => 'flyctl asked for a confirmation, which a run cannot give.',
    hint: 'Run the same command by hand once to see the question.',
  },
  // Secrets
  {
    code: 'fly-secret-missing',
    when: /secret (\S+) not found/,
    what: (found) => `The machine needs the secret ${found[1]}, which is not set.`,
    hint: 'Set it with `flyctl secrets set --stage`; a secret for [[files]] must hold base64.',
  },
  {
    code: 'fly-secret-name',
    when: /invalid secret name/,
    what: () => 'Fly refuses the name of a secret.',
    hint: 'Use letters, digits and underscores.',
  },
  {
    code: 'fly-secret-format',
    when: /Failed to parse secrets from stdin|requires at least one SECRET=VALUE pair/,
    what: () => 'flyctl could not read the secrets that were passed to it.',
    hint: 'This is a bug of deploy-monitoring, or this flyctl reads secrets differently: please report it.',
  },
]
