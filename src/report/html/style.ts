/** The style of the HTML report: light and dark, for wide screens, phones and paper. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2024;--dim:#5b6470;--line:#d5dae0;--card:#f6f8fa;--code:#eef1f4;--link:#0a58ca;
--good:#11734b;--goodbg:#e2f5ea;--warn:#7a5200;--warnbg:#fdf3d7;--bad:#b42318;--badbg:#fdeceb;--idle:#5b6470;--idlebg:#eef1f4;
--s0:#1f6fd6;--s1:#c2570c;--s2:#11815a;--s3:#a3269a;--s4:#8a6d00;--s5:#0e7f96;--s6:#c22d4b;--s7:#5b5bd6}
@media (prefers-color-scheme:dark){:root{--bg:#0f1317;--fg:#e6eaee;--dim:#9aa5b1;--line:#303841;--card:#171c22;--code:#222a32;--link:#7ab4ff;
--good:#5fd39a;--goodbg:#11301f;--warn:#f0c04e;--warnbg:#332706;--bad:#ff9086;--badbg:#3a1512;--idle:#9aa5b1;--idlebg:#222a32;
--s0:#6aa9ff;--s1:#ff9a52;--s2:#54cf9c;--s3:#e58adf;--s4:#d9bd3f;--s5:#54c8df;--s6:#ff8aa0;--s7:#a9a6ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1200px;padding:1rem 1.25rem 3rem;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0;text-wrap:balance}
h2{font-size:1.15rem;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:1.2rem 0 .5rem}
p{margin:.4rem 0}
a{color:var(--link)}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
code{background:var(--code);border-radius:4px;padding:.1em .3em;user-select:all;-webkit-user-select:all}
pre{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.8rem;overflow:auto;max-height:70vh;white-space:pre-wrap}
header{border-left:6px solid var(--idle);background:var(--idlebg);border-radius:8px;padding:1rem 1.1rem}
header.proven,header.done{border-color:var(--good);background:var(--goodbg)}
header.unproven{border-color:var(--warn);background:var(--warnbg)}
header.failed{border-color:var(--bad);background:var(--badbg)}
header code{background:color-mix(in srgb,var(--fg) 9%,transparent)}
.state{font-weight:700;letter-spacing:.03em}
.proven .state,.done .state{color:var(--good)}.unproven .state{color:var(--warn)}.failed .state{color:var(--bad)}
.facts,.links{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
.todo{list-style:none;margin:0;padding:0}
.todo>li{border:1px solid var(--line);border-left:4px solid var(--idle);border-radius:6px;padding:.6rem .8rem;margin:.5rem 0;background:var(--card)}
.todo>li.error{border-left-color:var(--bad)}.todo>li.warning{border-left-color:var(--warn)}
.todo .next{font-weight:600}
.tag{display:inline-block;border-radius:999px;padding:0 .55em;font-size:.85em;font-weight:600;white-space:nowrap;background:var(--idlebg);color:var(--idle)}
.tag.good{background:var(--goodbg);color:var(--good)}.tag.warn{background:var(--warnbg);color:var(--warn)}.tag.bad{background:var(--badbg);color:var(--bad)}
.dim{color:var(--dim)}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.93em}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;min-width:4rem}
th{color:var(--dim);font-weight:600;white-space:nowrap}
td{max-width:34rem}
details{border:1px solid var(--line);border-radius:6px;padding:0 .8rem;margin:.5rem 0}
details[open]{padding-bottom:.6rem}
summary{cursor:pointer;padding:.5rem 0;font-weight:600}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:.9rem}
figure{margin:0;border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;background:var(--card);min-width:0;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:.3rem}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--dim);font:10px system-ui,sans-serif}
svg .grid{stroke:var(--line);stroke-width:1}
svg polyline{fill:none;stroke-width:1.6;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.legend{list-style:none;margin:.3rem 0 0;padding:0;font-size:.82em}
.legend li{display:flex;gap:.5em;justify-content:space-between}
.legend b{font-variant-numeric:tabular-nums}
${Array.from({ length: 8 }, (_, i) => `.s${i}{stroke:var(--s${i})}.l${i}::before{content:"";flex:none;width:.8em;height:.25em;margin-top:.65em;background:var(--s${i})}`).join('')}
.legend span{flex:1}
.diff{white-space:pre-wrap}.diff .add{color:var(--good)}.diff .remove{color:var(--bad)}.diff .change{color:var(--warn)}
footer{margin-top:2rem;color:var(--dim);font-size:.88em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:600px){body{padding:.6rem .6rem 2rem}h1{font-size:1.2rem}header{padding:.7rem .8rem}h2{margin-top:1.3rem}td,th{padding:.3rem .4rem}}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11px}.scroll{overflow:visible}details::details-content{content-visibility:visible}details:has(#result){display:none}pre{max-height:none}a{color:inherit}}
`
