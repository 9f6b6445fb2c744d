/** Colours by meaning, twice: each pair of text and ground has a contrast of 4.5 : 1 or more. */
const LIGHT = `color-scheme:light;--ink:#1c2530;--muted:#4f5b69;--paper:#fff;--ground:#f3f5f7;--rule:#d4dae1;--link:#1d4f80;
--bar-main:#2b5c8f;--bar-lack:#b4532f;--bar-quiet:#7890a8;--bar-draft:#8a6d1f;
--met:#1b653a;--short:#98310f;--attention:#6f4b00;--marked:#fff3d6;`;
const DARK = `color-scheme:dark;--ink:#e4e9ef;--muted:#a7b2bf;--paper:#181e26;--ground:#10141a;--rule:#35404d;--link:#93c1ec;
--bar-main:#6ea6da;--bar-lack:#dd8560;--bar-quiet:#7f93a8;--bar-draft:#c4a14a;
--met:#86d0a2;--short:#f2a58b;--attention:#e4c06e;--marked:#3a3014;`;

/** A table whose rows have become cards: each cell under its heading. */
const STACKED = (of: string) => `
${of} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
${of},${of} tbody,${of} tfoot{display:block}
${of} tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.6em,1fr));gap:.35em 1em;padding:.7em 0;border-bottom:1px solid var(--rule)}
${of} th[scope=row]{grid-column:1/-1;padding:0;border:0}
${of} td{padding:0;border:0;text-align:left;white-space:normal}
${of} td:empty{display:none}
${of} td::before{content:attr(data-label);display:block;font-size:.8rem;color:var(--muted)}`;

/** The style of the overview: dark and light, wide and narrow, screen and paper; nothing is loaded. */
export const OVERVIEW_STYLE = `
:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 "PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main,.masthead,body>footer{max-width:1120px;margin:0 auto;padding:0 20px}
.masthead{padding-top:32px;padding-bottom:8px}
h1{font-size:1.9rem;line-height:1.3;margin:0 0 .3em;font-weight:650}
h2{font-size:1.3rem;line-height:1.4;margin:0 0 .7em;font-weight:650}
h3{font-size:1.08rem;margin:1.8em 0 .7em}
h4{font-size:1rem;margin:1.4em 0 .4em}
h2 small{font-weight:400;color:var(--muted);margin-right:.3em}
p{margin:.4em 0}
small,.small,.note,figcaption,caption{font-size:.85rem}
.note,.small,small{color:var(--muted)}
.about span{margin-left:.8em}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
section,nav{background:var(--paper);border:1px solid var(--rule);border-radius:6px;padding:22px 24px;margin:18px 0}
section section{border:0;padding:0;margin:0}
.example{background:var(--marked);border:2px solid var(--attention);border-radius:6px;padding:.6em .9em;margin:0 0 1.2em}
.example strong{margin-right:.8em;color:var(--attention);font-size:1.05rem}
.cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(232px,1fr));gap:14px}
.card{display:flex;flex-direction:column;gap:.25em;border:1px solid var(--rule);border-top:3px solid var(--bar-main);border-radius:4px;padding:14px 16px;break-inside:avoid}
.card .big{font-size:1.75rem;line-height:1.25;font-weight:650}
.card .label small{white-space:nowrap}
.card .big small{font-size:.9rem;font-weight:400}
.card .lack{font-size:1.05rem;padding:.35em 0}
.card .state{margin-top:auto;padding-top:.3em}
.lack{color:var(--muted)}
.meter{display:block;height:7px;border:1px solid var(--rule);border-radius:4px;background:var(--ground);overflow:hidden}
.meter span{display:block;height:100%;background:var(--bar-main)}
.state{font-size:.85rem;white-space:nowrap;color:var(--muted)}
.state.met{color:var(--met)}.state.short,.state.overdue{color:var(--short);font-weight:600}.state.attention,.state.under-way{color:var(--attention)}
.contents{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:8px 20px}
.contents a{text-decoration:none}.contents a:hover span:first-child{text-decoration:underline}
nav h2{font-size:1rem;margin-bottom:.4em}
.tiles{list-style:none;margin:0 auto;padding:0;display:grid;grid-template-columns:repeat(var(--columns),minmax(0,1fr));gap:6px;max-width:820px}
.tile{border:1px solid var(--rule);border-radius:4px;padding:8px 9px;min-height:5.2em;display:flex;flex-direction:column;line-height:1.4;break-inside:avoid}
.tile a{color:var(--ink);font-weight:600;text-decoration:none}.tile a:hover{text-decoration:underline}
.tile .figure{font-size:.95rem}.tile .small{color:var(--ink)}
.share-1{background:color-mix(in srgb,var(--bar-lack) 9%,var(--paper))}
.share-2{background:color-mix(in srgb,var(--bar-lack) 18%,var(--paper))}
.share-3{background:color-mix(in srgb,var(--bar-lack) 27%,var(--paper))}
.share-4{background:color-mix(in srgb,var(--bar-lack) 36%,var(--paper))}
blockquote{margin:0 0 1.2em;padding:.1em 0 .1em 14px;border-left:3px solid var(--bar-main)}
blockquote footer{font-size:.85rem;color:var(--muted)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.45em .6em;border-bottom:1px solid var(--rule);text-align:left;vertical-align:baseline;font-weight:400}
thead th{overflow-wrap:normal;color:var(--muted);font-size:.85rem;vertical-align:bottom;border-bottom-color:var(--muted)}
tbody th,tfoot th,tfoot td{font-weight:600}
th:first-child{padding-left:0}td:last-child,th:last-child{padding-right:0}
.n{text-align:right}.n small{display:inline-block}
@media screen and (min-width:641px){.figures{table-layout:fixed}.figures th:nth-child(1){width:36%}.figures th:nth-child(3){width:16%}.figures th:nth-child(4){width:13%}.figures th:nth-child(5){width:13%}}
.charts{columns:2 380px;column-gap:40px;margin:1.5em 0 0}
.chart{margin:0 0 1.6em;min-width:0;break-inside:avoid}
figcaption{font-size:.95rem;font-weight:600;margin-bottom:.5em}
.chart svg{display:block;width:100%;height:auto;max-width:450px}
summary{cursor:pointer;color:var(--link);font-size:.88rem;padding:.3em 0}
.units{margin:.2em 0 1em;padding-left:1.2em;columns:2 22em;column-gap:2.5em}.units li{break-inside:avoid}
.folded details{border-bottom:1px solid var(--rule)}
.folded summary,.goals>summary{font-size:.95rem}
tr:target{background:var(--marked)}
body>footer{padding-bottom:40px;font-size:.85rem;color:var(--muted)}
@media screen and (max-width:940px){${STACKED('.wide')}}
@media screen and (max-width:640px){${STACKED('.stack')}

.figures tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1em 1.1em;padding:.55em 0}.figures th[scope=row]{flex:1 0 100%}
.figures td::before{display:none}.figures td:nth-child(3)::before{display:inline;content:attr(data-label) " "}.figures td:nth-child(2){font-weight:600}
body{font-size:15px}
main,.masthead,body>footer{padding-left:12px;padding-right:12px}
section,nav{padding:16px 14px;margin:12px 0}
h1{font-size:1.5rem}
.about span{display:block;margin-left:0}
.tiles{gap:4px}.tile{padding:5px 5px;font-size:.8rem;min-height:0}.tile .figure{font-size:.8rem}.tile .small{font-size:.72rem}}
@media (forced-colors:active){:root{--ink:CanvasText;--muted:CanvasText;--rule:CanvasText;--paper:Canvas}.meter span{forced-color-adjust:none}}
@media print{
@page{size:A4;margin:14mm 12mm}
body{background:none;font-size:10.5pt;line-height:1.5}
main,.masthead,body>footer{max-width:none;padding:0}
section,nav{border:0;border-radius:0;padding:0;margin:0 0 8mm}
nav{display:none}
h1{font-size:18pt}h2{font-size:13pt;break-after:avoid;border-bottom:1pt solid var(--ink);padding-bottom:1mm}
h3,h4,figcaption,thead{break-after:avoid}
a{color:inherit;text-decoration:none}
table{font-size:8.6pt}th,td{padding:.3em .45em}
tr,.card,.tile,.chart,blockquote{break-inside:avoid}
thead{display:table-header-group}tfoot{display:table-row-group}
.cards{grid-template-columns:repeat(4,1fr);gap:3mm}.card{padding:2.5mm}.card .big{font-size:14pt;line-height:1.2}.card .small,.card .label,.card .state{font-size:8pt;line-height:1.35}.masthead{padding:0}.masthead .note{font-size:8.5pt}h2{margin-bottom:2mm}
.charts{columns:2;column-gap:8mm}
.chart svg{max-height:225mm}
details:not([open]),.commands,.by-unit:not(:has(details[open])){display:none}
.map,table{break-inside:avoid}.dues table:not(.wide){break-inside:auto}.tiles{gap:1mm;max-width:none}.tile{padding:1mm 2mm;min-height:0;font-size:8.5pt;line-height:1.25}.tile .figure,.tile .small{font-size:8pt}
blockquote,.dues>.note,.money>.note{break-after:avoid}
.wide{font-size:8pt}.wide th,.wide td{padding:.22em .3em}.wide thead th{font-size:7.4pt;min-width:2.4em}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
