// Before the first paint, so that a dark screen never flashes white. Same key as apps/web/src/look/theme.ts.
(function () {
  var kept = null;
  try { kept = localStorage.getItem('preceptor-colour-scheme'); } catch { /* storage may be forbidden */ }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
