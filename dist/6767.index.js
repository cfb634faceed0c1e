export const id = 6767;
export const ids = [6767];
export const modules = {
36767: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
completionOf: () => (completionOf)
});
var __import_0__ = __webpack_require__(58455);
const PROGRAM = 'deploy-monitoring';
const completionOf = (shell) => SCRIPTS[shell]();
const SCRIPTS = { bash: forBash, zsh: forZsh, fish: forFish };
const following = () => [
...__import_0__.oQ.map((name) => [name, (0, __import_0__.cz)(name).map((option) => `--${option}`)]),
['completion', [...__import_0__.OF]],
['help', [...__import_0__.oQ]],
];
function forBash() {
const cases = following().map(([name, words]) => `    ${name}) words='${words.join(' ')}' ;;`);
return `_deploy_monitoring() {
  local words=''
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words='${__import_0__.bw.map(([name]) => name).join(' ')} --help --version'; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _deploy_monitoring ${PROGRAM}
`;
}
function forZsh() {
const commands = __import_0__.bw.map(([name, short]) => `    ${quoted(`${name}:${short}`)}`);
const cases = following().map(([name, words]) => `    ${name}) compadd -- ${words.join(' ')} ;;`);
return `#compdef ${PROGRAM}
_deploy_monitoring() {
  local -a commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
  [[ $PREFIX == -* ]] || _files
}
compdef _deploy_monitoring ${PROGRAM}
`;
}
function forFish() {
const commands = __import_0__.bw.map(([name, short]) => `complete -c ${PROGRAM} -f -n __fish_use_subcommand -a ${name} -d ${quoted(short)}`);
const rest = following().flatMap(([name, words]) => words.map((word) => {
const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
return `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${name}' ${what}`;
}));
return `${[...commands, ...rest].join('\n')}\n`;
}
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
})
};
