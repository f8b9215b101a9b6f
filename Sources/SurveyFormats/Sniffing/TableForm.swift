package import Tabular

/// Where the cells of a table come from.
package enum TableForm: Hashable, Sendable {
  case text(TextEncoding, CSVDelimiter)
  /// A sheet of a workbook, and how the workbook counts days.
  case sheet(String, days: SerialEpoch = .from1900)

  /// The delimiter; a comma where there is none, for what is written next to the table.
  package var delimiter: CSVDelimiter {
    if case .text(_, let delimiter) = self { delimiter } else { .comma }
  }

  /// How the file itself says that it counts days, where that is not the usual way.
  var serials: SerialEpoch? {
    if case .sheet(_, .from1904) = self { .from1904 } else { nil }
  }

  /// The encoding of a text table.
  package var encoding: TextEncoding? {
    if case .text(let encoding, _) = self { encoding } else { nil }
  }
}

extension CSVDelimiter {
  /// The delimiter as a person would name it.
  package var name: String { self == .tab ? "TAB" : "“\(rawValue)”" }

  /// The delimiter that was typed: the character itself or its name.
  package init?(named name: String) {
    switch name.lowercased() {
    case ",", "comma", "phay", "phẩy": self = .comma
    case ";", "semicolon", "cham-phay", "chấm-phẩy": self = .semicolon
    case "\t", "\\t", "tab": self = .tab
    case "|", "bar", "pipe": self = .bar
    default: return nil
    }
  }
}
