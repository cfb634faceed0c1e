import { type KnownError, ONE_DEPLOY } from './known-error.ts'

/** Failures of a deploy: the image and its build, the Fly configuration, the machines. */
export const DEPLOY_ERRORS: readonly KnownError[] = [
  // Image and build
  {
    code: 'fly-image-missing',
    when: /Could not find image "?([^"\s]+)"?/,
    what: (found) => `Fly cannot find the image ${found[1]}.`,
    hint: 'Check name, tag and digest; a private image must be in registry.fly.io.',
  },
  {
    code: 'fly-builder',
    when: /ensure depot builder failed|remote builder|builder .*(?:unavailable|unreachable)|failed to (?:connect|dial) .*build/i,
    retry: true,
    what: () => "Fly's remote builder is not available.",
    hint: 'Run again later, or set `image` to an image that is built already.',
  },
  // Only a build can fail for good: without one, the same text means that Fly did not answer.
  {
    code: 'fly-build',
    when: /error building:|dockerfile '[^']*' not found|does not have a Dockerfile/,
    what: () => 'The image could not be built.',
    hint: "The build's own output is in the log above; `flyctl deploy` by hand shows the same.",
  },
  {
    code: 'fly-release-command',
    when: /release command failed - aborting deployment\. machine \w+ exited with non-zero status of (\d+)/,
    what: (found) => `The release command ended with exit code ${found[1]}; no machine was changed.`,
    hint: 'Its output is in the log above. It is not run again by itself, because it may have done a part of its work: correct it and deploy again.',
  },
  {
    code: 'fly-release-command',
    when: /release command failed - aborting deployment\. .*timeout reached waiting for machine's state/,
    what: () => 'The release command did not end in time; no machine was changed.',
    hint: (_, app) =>
      `\`flyctl logs -a ${app}\` may show why; a longer command needs \`release_command_timeout\` under [deploy]. It is not run again by itself, because it may have done a part of its work.`,
  },
  // The Fly configuration
  {
    code: 'fly-file-missing',
    when: /could not read file (.+?): open/,
    what: (found) => `[[files]] names ${found[1]}, which does not exist.`,
    hint: '`local_path` is relative to the folder of the Fly configuration.',
  },
  {
    code: 'fly-config-missing',
    when: /config file not found at specified path/,
    what: () => 'The Fly configuration does not exist.',
    hint: 'Check `config` of the app.',
  },
  {
    code: 'fly-config-missing',
    when: /could not create a fly\.toml from any machines/,
    what: (_, app) => `App ${app} was never deployed and has no Fly configuration.`,
    hint: 'Check `config` of the app.',
  },
  {
    code: 'fly-config-invalid',
    when: /failed loading app config|App configuration is not valid|strict validation failed|(?<!decoding response: json: )cannot unmarshal/,
    what: () => 'flyctl does not accept the Fly configuration.',
    hint: '`flyctl config validate --strict` shows each finding.',
  },
  {
    code: 'fly-release',
    when: /failed to create release \(status 5\d\d\)/,
    retry: true,
    what: () => "Fly's API failed before anything was deployed.",
    hint: 'See https://status.flyio.net and run again.',
  },
  // Machines
  {
    code: 'fly-health',
    when: /wait timeout\ncould not get all green machines to be healthy/,
    anywhere: true,
    what: () =>
      'The health checks of the new machines did not pass in time (bluegreen); flyctl has removed them, and the machines of before keep running.',
    hint: (_, app) => `See \`flyctl logs -a ${app}\`; correct the cause and deploy again.`,
  },
  {
    code: 'fly-start-timeout',
    when: /wait timeout\ncould not get all green machines into started state/,
    anywhere: true,
    what: () =>
      'The new machines did not start in time (bluegreen); flyctl has removed them, and the machines of before keep running.',
    hint: (_, app) => `See \`flyctl logs -a ${app}\`; correct the cause and deploy again.`,
  },
  {
    code: 'fly-health',
    when: /timeout reached waiting for health checks to pass for machine (\w+)/,
    what: (found) => `The health checks of machine ${found[1]} did not pass in time.`,
    hint: (_, app) => `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`.`,
  },
  {
    code: 'fly-crash',
    when: /smoke checks for (\w+) failed: the app appears to be crashing/,
    what: (found) => `The program on machine ${found[1]} crashes after its start.`,
    hint: (_, app) => `\`flyctl logs -a ${app}\` shows why.`,
  },
  {
    code: 'fly-start-timeout',
    when: /timeout reached waiting for machine's state to change/,
    what: () => 'A machine did not start in time, or its program ended at once.',
    hint: (_, app) => `\`flyctl logs -a ${app}\` shows why; a slow start needs a longer \`timeout\`.`,
  },
  {
    code: 'fly-lease',
    when: /lease currently held by (.*), expires at (\S+)/,
    what: (found) => `Another deploy is working on the machine (${found[1]}, until ${found[2]}).`,
    hint: ONE_DEPLOY,
  },
  {
    code: 'fly-image-pull',
    when: /(?:failed|unable) to pull image|failed to get manifest|manifest unknown/i,
    what: () => 'Fly could not pull the image of the machine.',
    hint: 'Check that the image still exists in its registry and is not private; deploy again to push it anew.',
  },
  {
    code: 'fly-capacity',
    when: /lack of capacity|insufficient resources|no capacity/i,
    what: () => 'Fly has no capacity for the machine on its host or in its region.',
    hint: 'Try again later, or choose another region.',
  },
]
