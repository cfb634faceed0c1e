export const id = 5268;
export const ids = [5268];
export const modules = {
    65268: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            planMode: () => (planMode)
        });
        var inputs_names = __webpack_require__(43636);
        var lib_pace = __webpack_require__(3449);
        var lib_text = __webpack_require__(94869);
        var lib_workspace = __webpack_require__(40493);
        var plan = __webpack_require__(16927);
        var external_node_fs_ = __webpack_require__(73024);
        var external_node_path_ = __webpack_require__(76760);
        var load = __webpack_require__(35235);
        var errors = __webpack_require__(61469);
        ;
        async function baseConfiguration(workspace, path, env) {
            const branch = env.GITHUB_BASE_REF || undefined;
            if (env.GITHUB_ACTIONS === 'true' && branch === undefined)
                return {};
            if (branch === undefined && !(0, external_node_fs_.existsSync)((0, external_node_path_.join)(workspace.root, '.git')))
                return {};
            const { fileAt } = await __webpack_require__.e(2511).then(__webpack_require__.bind(__webpack_require__, 94892));
            const revision = await baseRevision(workspace.root, branch);
            if (revision === undefined)
                return branch === undefined ? {} : { skipped: notFetched(branch) };
            const text = await fileAt(workspace.root, revision, (0, lib_workspace.SH)(workspace, path));
            if (text === undefined)
                return {};
            try {
                return { base: { config: (0, load.Z9)(text, path), revision: branch ?? 'the default branch' } };
            }
            catch (error) {
                if (!(error instanceof errors.lZ))
                    throw error;
                return branch === undefined ? {} : { skipped: notValid(branch, path) };
            }
        }
        async function baseRevision(root, branch) {
            const { revisionOf } = await __webpack_require__.e(2511).then(__webpack_require__.bind(__webpack_require__, 94892));
            if (branch === undefined)
                return revisionOf(root, ['merge-base', 'HEAD', 'refs/remotes/origin/HEAD']);
            if (!/^[\w][\w./-]*$/.test(branch))
                return undefined;
            return ((await revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], 'HEAD^2')) ??
                (await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${branch}`])));
        }
        const PART = 'Metrics that panels and rules lose';
        const notFetched = (branch) => ({
            part: PART,
            why: `The commit of ${branch} was not fetched: removed and renamed metrics were not looked for.`,
            set: '`fetch-depth: 2` of actions/checkout',
        });
        const notValid = (branch, path) => ({
            part: PART,
            why: `${path} of ${branch} is not valid: removed and renamed metrics were not looked for.`,
            set: 'nothing: the next pull request is compared',
        });
        var external_validators = __webpack_require__(93827);
        ;
        const planMode = async (inputs, report, { env, log, scratch, until, signal }) => {
            const workspace = (0, lib_workspace.OH)((0, lib_workspace.oS)(env), inputs.workingDirectory);
            const validators = await (0, external_validators.$)({ env, workspaceRoot: workspace.root, scratch, until, signal });
            const { config, names } = inputs;
            const remoteWrite = inputs.remoteWrite !== undefined;
            const pace = (0, lib_pace.q)({ until, signal });
            const { base, skipped } = await baseConfiguration(workspace, config.path, env);
            const found = await report.timed('check', () => (0, plan.M)({ workspace, config, names, inputs: inputs_names.mc, remoteWrite, validators, pace, base }));
            report.problems.push(...found.problems);
            report.skipped = [
                ...found.skipped,
                ...(skipped ? [skipped] : []),
                ...(found.config?.lint.ignore ?? []).map(silenced),
            ];
            report.checked = found.checked;
            for (const [kind, n] of Object.entries(found.checked))
                log.info(`${kind}: ${(0, lib_text.U9)(n, 'file')} checked`);
        };
        const silenced = ({ code, file, reason }) => ({
            part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
            why: reason,
            set: 'nothing: remove it from lint.ignore',
        });
    })
};
