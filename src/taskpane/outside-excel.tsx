/** For the page opened in a browser, outside of Excel: in both languages, because nothing says which one. */
export function OutsideExcel() {
  return (
    <main style={{ padding: '24px', fontFamily: 'Segoe UI, system-ui, sans-serif', maxWidth: '36em' }}>
      <h1 style={{ fontSize: '20px' }}>Impact HLM</h1>
      <p lang="fr">
        Cette page est le volet d’un complément d’Excel : ouvrez un classeur, puis l’onglet Impact du ruban.
      </p>
      <p lang="en">
        This page is the pane of an Excel add-in: open a workbook, then the Impact tab of the ribbon.
      </p>
    </main>
  );
}
