/// How the head and the foot of a signed document look (Decree 30/2020/NĐ-CP, Appendix I).
enum LetterheadStyleSheet {
  static let source = """
    header.letterhead { border-bottom: 0; margin-bottom: 0.5rem; padding-bottom: 0; }
    .letterhead p { margin: 0; }
    .form { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem 1rem; line-height: 1.3; }
    .country { white-space: nowrap; }
    .offices .issuer, .country { font-weight: bold; }
    .offices .issuer::after { content: ""; display: block; width: 40%; margin: 0.25rem auto 0;
      border-top: 1px solid #1a1a1a; }
    .motto { display: table; margin: 0 auto !important; padding: 0 0.25rem 0.2rem;
      border-bottom: 1px solid #1a1a1a; }
    .date, .bases { font-style: italic; }
    .letterhead h1 { margin: 1.5rem 0 0.75rem; }
    .letterhead .kind { text-transform: uppercase; }
    .bases { text-align: left; margin: 0.75rem 0; }
    .bases p { margin: 0.25rem 0; text-indent: 1.5rem; }
    .reference { text-align: center; font-style: italic; margin: 0 0 1rem; }
    footer.letterhead { display: grid; grid-template-columns: 3fr 2fr; gap: 1rem;
      margin: 2rem 0; line-height: 1.3; }
    .receivers { font-size: 0.875em; }
    .receivers .title { font-weight: bold; font-style: italic; }
    .signature { text-align: center; font-weight: bold; min-height: 9rem; }
    @media (max-width: 40rem) {
      .form { grid-template-columns: 1fr; gap: 0.35rem; }
      .form .country { order: -1; margin-bottom: 0.5rem; white-space: normal; }
      footer.letterhead { grid-template-columns: 1fr; }
      footer .signature { order: -1; min-height: 7rem; }
    }
    @media print {
      .form { grid-template-columns: 1fr auto; font-size: 12pt; }
      .form .country { order: 0; margin: 0; white-space: nowrap; }
      .motto { font-size: 13pt; }
      .date { font-size: 13pt; }
      footer.letterhead { grid-template-columns: 3fr 2fr; break-inside: avoid; }
      footer .signature { order: 0; }
      .receivers { font-size: 11pt; }
    }
    """
}
