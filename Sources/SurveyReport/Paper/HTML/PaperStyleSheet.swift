/// How a paper form looks: A4 with the margins of Decree 30/2020/NĐ-CP, Appendix I.
///
/// Everything is black on white, so that a copy of a copy can still be read.
enum PaperStyleSheet {
  static func source(page: String) -> String {
    // The word comes from the tool itself and has no quotation marks.
    let counter = "\"\(page) \" counter(page) \"/\" counter(pages)"
    return """
      @page { size: A4; margin: 20mm 15mm 20mm 30mm; @bottom-center { content: \(counter); } }
      * { box-sizing: border-box; }
      body { margin: 0; background: #fff; color: #000;
        font: 12pt/1.35 "Times New Roman", "Liberation Serif", "Noto Serif", "Noto Serif Khmer", serif; }
      main { max-width: 165mm; margin: 0 auto; }
      h1 { font-size: 15pt; text-align: center; margin: 4mm 0 1mm; }
      h2 { font-size: 12pt; margin: 5mm 0 1mm; border-bottom: 0.3mm solid #000; break-after: avoid; }
      p { margin: 1mm 0; }
      .source { text-align: center; font-size: 10pt; margin-bottom: 3mm; }
      .office { display: flex; flex-wrap: wrap; font-size: 10pt; }
      .office > div { flex: 1 0 auto; margin: 0 -0.3mm -0.3mm 0; border: 0.3mm solid #000;
        padding: 1.5mm 2mm; white-space: nowrap; }
      .consent { border: 0.3mm solid #000; padding: 2mm 3mm; break-inside: avoid; }
      .question { margin: 2.5mm 0 0; break-inside: avoid; }
      .label { font-weight: bold; break-after: avoid; }
      .hint, .instruction, .condition { font-weight: normal; font-style: italic; font-size: 11pt; }
      .options { list-style: none; margin: 0.5mm 0 0 7mm; padding: 0; }
      .options li { padding: 0.6mm 0 0.6mm 9mm; text-indent: -9mm; break-inside: avoid; }
      .options.short li { display: inline-block; margin-right: 7mm; padding-left: 0; text-indent: 0; }
      .options.long { columns: 2; column-gap: 8mm; }
      .missing { font-size: 11pt; }
      .code { display: inline-block; min-width: 7mm; padding: 0 1mm; border: 0.3mm solid #000;
        text-align: center; text-indent: 0; line-height: 1.25; }
      .digit { display: inline-block; width: 6mm; height: 7mm; border: 0.3mm solid #000;
        vertical-align: middle; margin-right: -0.3mm; }
      li .digit { margin-right: 2mm; }
      .mark { padding: 0 1mm; }
      .rule { display: inline-block; width: 45mm; border-bottom: 0.3mm dotted #000; height: 1em; }
      .office .rule { width: 25mm; }
      .line { border-bottom: 0.3mm dotted #000; height: 8mm; margin-left: 7mm; }
      .matrix { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; }
      .matrix th, .matrix td { border: 0.3mm solid #000; padding: 1mm; }
      .matrix thead { display: table-header-group; }
      .matrix thead th { font-size: 9.5pt; line-height: 1.15; width: 17mm; overflow-wrap: anywhere; }
      .matrix tbody th { text-align: left; font-weight: normal; }
      .matrix td { text-align: center; }
      .matrix tr { break-inside: avoid; }
      .closing { text-align: center; margin-top: 5mm; font-weight: bold; }
      @media screen { body { padding: 10mm; } }
      """
  }
}
