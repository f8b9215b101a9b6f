/// Cuts a document in HTML or Word's XML into what a person reads, piece by piece with its place.
///
/// It takes any bytes: a file that was edited by hand need not be well formed.
struct MarkupPassages {
  /// The texts between the tags.
  private(set) var texts: [ReportPassage] = []
  /// The tags and what nobody reads, for what is edited there.
  private(set) var marks: [ReportPassage] = []

  private let dialect: MarkupDialect
  private var text = ""
  private var isHidden = false
  private var role = Role.plain
  private var heading = ""
  private var caption = ""
  private var row: [String] = []
  private var titles: [String] = []
  private var inTable = false
  private var cell = -1

  private enum Role {
    case plain
    case heading
    case caption
  }

  init(_ bytes: [UInt8], _ dialect: MarkupDialect) {
    self.dialect = dialect
    var rest = bytes[...]
    while let first = rest.first {
      if first == UInt8(ascii: "<") {
        let isComment = rest.starts(with: "<!--".utf8)
        let length = isComment ? Self.comment(rest) : Self.tag(rest)
        let tag = Substring(decoding: rest.prefix(length), as: UTF8.self)
        if !isComment { read(tag) }
        rest = rest.dropFirst(length)
      } else {
        let piece = rest.prefix { $0 != UInt8(ascii: "<") }
        take(String(decoding: piece, as: UTF8.self))
        rest = rest.dropFirst(piece.count)
      }
    }
    flush()
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> Int {
    (bytes.firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex - 1) + 1 - bytes.startIndex
  }

  private static func comment(_ bytes: ArraySlice<UInt8>) -> Int {
    var end = bytes.startIndex + 4
    while end < bytes.endIndex, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
    return min(end + 3, bytes.endIndex) - bytes.startIndex
  }

  private mutating func take(_ piece: String) {
    guard isHidden else {
      text += Self.decoded(piece)
      return
    }
    marks.append(ReportPassage(place: place, text: piece))
  }

  private mutating func read(_ tag: Substring) {
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != ">" }
    let isEnd = name.hasPrefix("/")
    let bare = !isEnd && name.hasSuffix("/") ? name.dropLast() : name
    let effect = dialect.effect(of: bare, tag)
    if isHidden {
      if dialect.effect(of: bare.dropFirst(), tag) == .hidden { isHidden = false }
    } else {
      apply(effect)
    }
    // Word writes its marks anew whenever it saves.
    if dialect == .html { marks.append(ReportPassage(place: place, text: String(tag))) }
  }

  private mutating func apply(_ effect: MarkupDialect.Effect) {
    // The style of a paragraph of Word comes before its text, and parts nothing.
    if effect == .none { return }
    flush()
    switch effect {
    // A heading without words heads nothing.
    case .none, .part: role = .plain
    case .heading: role = .heading
    case .caption: role = .caption
    case .hidden: isHidden = true
    case .table:
      (titles, row, cell, inTable) = ([], [], -1, true)
    case .row:
      if titles.isEmpty { titles = row }
      (row, cell) = ([], -1)
    case .cell:
      cell += 1
      row.append("")
    case .end:
      (caption, titles, row, cell, inTable) = ("", [], [], -1, false)
    }
  }

  /// Ends a piece.
  private mutating func flush() {
    let piece = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = ""
    guard !piece.isEmpty else { return }
    switch role {
    case .plain: break
    case .heading: (heading, caption) = (piece, "")
    case .caption: caption = piece
    }
    role = .plain
    texts.append(ReportPassage(place: place, text: piece))
    if inTable, row.indices.contains(cell), row[cell].isEmpty { row[cell] = piece }
  }

  private var place: ReportPassage.Place {
    var parts = [caption.isEmpty ? heading : caption]
    if inTable, cell > 0 {
      parts.append(row.first ?? "")
      parts.append(titles.indices.contains(cell) ? titles[cell] : "")
    }
    return .part(parts.filter { !$0.isEmpty })
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let names = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
      ("&nbsp;", " "), ("&amp;", "&"),
    ]
    return names.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
