/** Whether a script is for PowerShell, or for the command prompt of Windows. */
export const isForWindows = (path: string): boolean => /\.(?:ps1|bat|cmd)$/i.test(path)

/** The lines of such a script as a shell of Unix has them: paths, variables, lines that go on, comments and output. */
export const asUnix = (text: string): string =>
  text
    .replace(/[ \t][`^](?=\r?\n)/g, ' \\')
    .replace(/\$\{?env:(\w+)\}?|%(\w+)%/gi, (_, power?: string, prompt?: string) => `\${${power ?? prompt}}`)
    .replace(/(?<=[\w.}~])\\(?=[\w.$])/g, '/')
    .replace(/\b(fly(?:ctl)?)\.exe\b/gi, '$1')
    .replace(/^([ \t]*)@?(?:rem\b|::)/gim, '$1#')
    .replace(/\bWrite-\w+/gi, 'echo')
