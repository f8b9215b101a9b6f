/// How the page is printed: A4 with the margins of Decree 30/2020/NĐ-CP, Appendix I.
enum PrintStyleSheet {
  static let source = """
    @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
    @media print {
      body { font-size: 13pt; line-height: 1.35; color: #000; }
      main { max-width: none; padding: 0; }
      h1 { font-size: 15pt; } h2 { font-size: 14pt; } h3, h4, h5, h6 { font-size: 13pt; }
      h1, h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; }
      .appendix { break-before: page; }
      p { orphans: 2; widows: 2; }
      .note { font-size: 11pt; color: #000; break-before: avoid; }
      .table { overflow: visible; background: none; }
      table, caption, figcaption { font-size: 11pt; }
      th, td { padding: 0.15rem 0.35rem; border-bottom-color: #767676; }
      tbody th { min-width: 6rem; }
      thead { display: table-header-group; }
      tr, .verdict, figure svg { break-inside: avoid; }
      tr.total th, tr.total td { background: none; }
      figure .wide { display: block; }
      figure .narrow { display: none; }
    }
    """
}
