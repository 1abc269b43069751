/** A page to try queries on, in development: an editor, the answer, and the schema's own descriptions. No script from elsewhere. */
export const explorerHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphQL · Preceptor</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: auto 1fr; min-height: 100vh; }
header { grid-column: 1 / -1; padding: .5rem 1rem; border-bottom: 1px solid #8886; display: flex; gap: 1rem; align-items: center; }
h1 { font-size: 1rem; margin: 0; flex: 1; }
section { padding: 1rem; min-width: 0; display: flex; flex-direction: column; gap: .5rem; }
textarea, pre { font: 13px/1.5 ui-monospace, monospace; width: 100%; box-sizing: border-box; border: 1px solid #8886; border-radius: 6px; padding: .75rem; margin: 0; background: transparent; color: inherit; }
#query { min-height: 16rem; flex: 2; } #variables { min-height: 6rem; flex: 1; }
pre { overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; min-height: 12rem; }
button { font: inherit; padding: .35rem 1rem; }
details { border-top: 1px solid #8883; padding: .25rem 0; } code { font-size: .9em; } dd { margin: 0 0 .5rem 1rem; }
@media (max-width: 700px) { body { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<header><h1>GraphQL</h1><span id="state" role="status"></span><button id="run" type="button">Run <kbd>Ctrl Enter</kbd></button></header>
<section>
<label for="query">Query</label><textarea id="query" spellcheck="false">{ viewer { account { name } roles } }</textarea>
<label for="variables">Variables</label><textarea id="variables" spellcheck="false">{}</textarea>
</section>
<section><h2 id="answer-title" style="font-size:1rem;margin:0">Answer</h2><pre id="answer" tabindex="0" aria-labelledby="answer-title"></pre><h2 style="font-size:1rem;margin:0">Schema</h2><div id="schema"></div></section>
<script src="/graphql/explorer.js"></script>
</body>
</html>`;

export const explorerScript = `'use strict';
const at = (id) => document.getElementById(id);
const post = (body) => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).then((response) => response.json());
async function run() {
  at('state').textContent = 'running';
  try {
    at('answer').textContent = JSON.stringify(await post({ query: at('query').value, variables: JSON.parse(at('variables').value || '{}') }), null, 2);
    at('state').textContent = '';
  } catch (error) {
    at('state').textContent = String(error.message);
  }
}
at('run').addEventListener('click', run);
addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); } });
const nameOf = (type) => type.kind === 'NON_NULL' ? nameOf(type.ofType) + '!' : type.kind === 'LIST' ? '[' + nameOf(type.ofType) + ']' : type.name;
const element = (name, text, ...children) => { const made = document.createElement(name); made.textContent = text; made.append(...children); return made; };
const ref = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
post({ query: '{ __schema { types { kind name description fields { name description args { name type { ' + ref + ' } } type { ' + ref + ' } } inputFields { name description type { ' + ref + ' } } enumValues { name description } } } }' }).then(({ data }) => {
  for (const type of data.__schema.types.filter(({ name }) => !name.startsWith('__'))) {
    const list = document.createElement('dl');
    for (const field of type.fields || type.inputFields || type.enumValues || []) {
      const args = (field.args || []).map((arg) => arg.name + ': ' + nameOf(arg.type)).join(', ');
      list.append(element('dt', '', element('code', field.name + (args ? '(' + args + ')' : '') + (field.type ? ': ' + nameOf(field.type) : ''))), element('dd', field.description || ''));
    }
    at('schema').append(element('details', '', element('summary', type.name), element('p', type.description || ''), list));
  }
});
`;
