/// How the page looks on a screen; print is in ``PrintStyleSheet``.
///
/// Black text on white in the type that offices prescribe, one rule under the head, and tones that
/// are dark enough to be read (at least 7:1 on white) and grey apart.
enum StyleSheet {
  static let source = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: #fff; color: #1a1a1a;
      font: 1.0625rem/1.5 "Times New Roman", Tinos, "Liberation Serif", "Noto Serif", serif; }
    main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
    header { text-align: center; border-bottom: 1px solid #1a1a1a;
      margin-bottom: 1.5rem; padding-bottom: 1rem; }
    header p { margin: 0.15rem 0; }
    h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 0.5rem; }
    h2 { font-size: 1.25rem; line-height: 1.35; margin: 2rem 0 0.5rem; }
    h3 { font-size: 1.125rem; line-height: 1.4; margin: 1.5rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1.0625rem; font-style: italic; margin: 1.25rem 0 0.5rem; }
    p { margin: 0.5rem 0; }
    .note { color: #404040; font-size: 0.9375rem; line-height: 1.4; }
    .verdict { border: 1px solid #8a8a8a; border-left: 0.3rem solid #404040;
      padding: 0.5rem 0.75rem; margin: 0.75rem 0; }
    .verdict + .reasons, .reasons + .reasons { margin: -0.5rem 0 0.75rem; }
    .verdict strong { margin-right: 0.4em; }
    .verdict.met { border-left-color: #1b5e20; }
    .verdict.not-met { border-left-color: #8c1d18; border-left-style: double; }
    .verdict.undecided { border-left-color: #6b4700; border-left-style: dashed; }
    .verdict.suppressed { border-left-color: #404040; border-left-style: dotted; }
    .met strong, td.met { color: #1b5e20; }
    .not-met strong, td.not-met { color: #8c1d18; }
    .undecided strong, td.undecided { color: #6b4700; }
    .suppressed strong, td.suppressed { color: #404040; }
    .table { overflow-x: auto; margin: 1rem 0 0.75rem; background-repeat: no-repeat;
      background-image: linear-gradient(90deg, #fff 40%, transparent),
        linear-gradient(270deg, #fff 40%, transparent),
        linear-gradient(90deg, #b0b0b0, transparent), linear-gradient(270deg, #b0b0b0, transparent);
      background-position: left, right, left, right;
      background-size: 2rem 100%, 2rem 100%, 0.6rem 100%, 0.6rem 100%;
      background-attachment: local, local, scroll, scroll; }
    .table:focus-visible { outline: 2px solid #1f4e79; outline-offset: 2px; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.35;
      font-variant-numeric: lining-nums tabular-nums; overflow-wrap: normal; }
    caption, figcaption { text-align: left; font-weight: bold; font-size: 0.9375rem;
      line-height: 1.35; padding: 0 0 0.4rem; }
    th, td { padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; font-weight: normal;
      border-bottom: 1px solid #c4c4c4; }
    thead th { font-weight: bold; vertical-align: bottom; border-bottom: 1px solid #1a1a1a; }
    table { border-top: 1px solid #1a1a1a; border-bottom: 1px solid #1a1a1a; }
    caption { caption-side: top; }
    tbody th { min-width: 10rem; overflow-wrap: anywhere; }
    .trailing { text-align: right; }
    td.figure { white-space: nowrap; }
    td.text { min-width: 10rem; overflow-wrap: anywhere; }
    td.word { white-space: nowrap; }
    td.verdict-cell { white-space: nowrap; font-weight: bold; }
    tr.total th, tr.total td { font-weight: bold; background: rgb(0 0 0 / 5%); }
    .indent-1 { padding-left: 1.5rem; }
    .indent-2 { padding-left: 2.5rem; }
    .indent-3 { padding-left: 3.5rem; }
    figure { margin: 1.25rem 0; }
    figure svg { display: block; width: 100%; height: auto; margin: 0 0 0.25rem; }
    figure svg + svg { margin-top: 1rem; }
    figure .narrow { display: none; }
    @media (max-width: 40rem) {
      main { padding: 1rem 1rem 2rem; }
      h1 { font-size: 1.3125rem; }
      table { font-size: 0.875rem; }
      th, td { padding: 0.3rem 0.35rem; }
      tbody th { min-width: 9rem; }
      .indent-1 { padding-left: 1rem; }
      .indent-2 { padding-left: 1.75rem; }
      .indent-3 { padding-left: 2.5rem; }
      figure .wide { display: none; }
      figure .narrow { display: block; }
      figure .narrow svg { max-width: 30rem; }
    }
    """
}
