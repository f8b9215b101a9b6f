/// A table that cannot be opened, read on, or written.
///
/// Every case says enough to name the place; ``text(vietnamese:)`` adds the rule
/// and the repair. Lines and records count from 1, byte offsets from 0.
package enum TabularError: Error, Sendable, Hashable {
  case cannotOpen(path: String, FileProblem)
  case emptyFile
  case readFailure(offset: Int, FileProblem)
  case cannotWrite(path: String, FileProblem)
  case notATextTable(ForeignFormat)
  case undecodable(line: Int, offset: Int, EncodingFault)
  case encodingUnclear(EncodingReading, EncodingReading)
  case delimiterNotFound
  case unterminatedQuote(line: Int)
  case textAfterQuote(line: Int, openedAt: Int)
  case raggedRecord(line: Int, expected: Int, found: Int)
  case recordTooLong(line: Int, limit: Int)
  case workbook(WorkbookFault)

  /// The stable code of the published list; `F` codes are about files, `T` about text.
  package var code: String {
    switch self {
    case .cannotOpen: "F01"
    case .emptyFile: "F02"
    case .readFailure: "F03"
    case .cannotWrite: "F04"
    case .undecodable: "T01"
    case .encodingUnclear: "T02"
    case .delimiterNotFound: "T03"
    case .notATextTable, .recordTooLong: "T04"
    case .unterminatedQuote: "T05"
    case .textAfterQuote: "T06"
    case .raggedRecord: "T07"
    case .workbook(let fault): fault.code
    }
  }

  /// The physical line the error is about, where there is one.
  package var line: Int? {
    switch self {
    case .undecodable(let line, _, _), .unterminatedQuote(let line), .textAfterQuote(let line, _),
      .raggedRecord(let line, _, _), .recordTooLong(let line, _):
      line
    case .cannotOpen, .emptyFile, .readFailure, .cannotWrite, .notATextTable, .encodingUnclear,
      .delimiterNotFound, .workbook:
      nil
    }
  }

  /// The message: place, rule; repair.
  package func text(vietnamese: Bool) -> String {
    vietnamese ? vietnameseText : englishText
  }
}

extension TabularError: CustomStringConvertible {
  package var description: String { "\(englishText) [\(code)]" }
}
