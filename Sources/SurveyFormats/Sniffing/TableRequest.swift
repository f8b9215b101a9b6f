package import Tabular

/// What the user said about how a file is to be read; it always wins.
package struct TableRequest: Sendable {
  /// The encoding of a text table.
  package var encoding: TextEncoding?
  /// The delimiter of a text table.
  package var delimiter: CSVDelimiter?
  /// The physical line, or the row of the sheet, where the header begins.
  package var headerRow: Int?
  /// The sheet of a workbook.
  package var sheet: String?
  /// Whether UTF-8 that was encoded twice is put right.
  package var repairsMojibake = false
  /// Whether columns may be told by a printed number or by their order alone.
  package var acceptsGuesses = false
  /// What the beginning of a long file says about its encoding beyond doubt; who sets it sees to it that
  /// the whole file confirms it.
  package var beginning: EncodingGuess?
  /// A map that was saved, for this file or one like it.
  package var savedMap: SavedMap?
  /// The headers of the columns by which the records are told apart, where somebody named them.
  package var key: [String] = []

  /// Nothing was said.
  package init() {}
}

extension TableRequest {
  /// Sets the encoding by one of its names; false when there is none of that name.
  package mutating func setEncoding(named name: String) -> Bool {
    encoding = TextEncoding(named: name)
    return encoding != nil
  }

  /// Sets the delimiter by its character or name; false when it is none.
  package mutating func setDelimiter(named name: String) -> Bool {
    delimiter = CSVDelimiter(named: name)
    return delimiter != nil
  }

  /// The names of all encodings.
  package static var encodingNames: [String] { TextEncoding.allCases.map(\.name) }
}
