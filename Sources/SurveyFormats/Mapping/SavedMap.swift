package import SurveyModel
package import Tabular

/// How one kind of file goes to a questionnaire, kept as a file that people edit and use again.
package struct SavedMap: Hashable, Sendable {
  /// What one column goes to.
  package enum Target: Hashable, Sendable {
    case question(String)
    case option(question: String, choice: String)
    case meta(MetaRole)
    case ignored
    /// Nobody has decided; the header is looked up as if it were not in the map.
    case undecided
  }

  /// One column by its header.
  package struct Column: Hashable, Sendable {
    package let header: String
    package let target: Target
    package let known: ColumnMemory

    /// Sends the column `header`, of which `known` is known, to `target`.
    package init(header: String, target: Target, known: ColumnMemory = ColumnMemory()) {
      self.header = header
      self.target = target
      self.known = known
    }
  }

  /// A text that stands for a missing answer in the file, or surely for none.
  package struct MissingMark: Hashable, Sendable {
    package let text: String
    package let reason: MissingReason?

    /// Lets `text` stand for `reason`, or for an ordinary answer when that is `nil`.
    package init(text: String, reason: MissingReason?) {
      self.text = text
      self.reason = reason
    }
  }

  /// The questionnaire that the columns go to.
  package var questionnaire = ""
  /// The encoding of the file.
  package var encoding: TextEncoding?
  /// The delimiter of the file.
  package var delimiter: CSVDelimiter?
  /// The sheet of the workbook.
  package var sheet: String?
  /// The line where the header begins.
  package var headerRow: Int?
  /// The decimal mark.
  package var decimal: DecimalMark?
  /// The order of day and month.
  package var dates: DateOrder?
  /// How spreadsheets number days.
  package var serials: SerialEpoch?
  /// The columns that tell one record from another.
  package var key: [String] = []
  /// What is done with rows that their server does not count.
  package var status: DoubtfulRows?
  /// Marks for missing answers.
  package var missing: [MissingMark] = []
  /// The columns in the order of the file; a header that stands twice has two entries.
  package var columns: [Column] = []

  /// An empty map.
  package init() {}
}

extension TableRequest {
  /// Adds what a saved map says about the file; what was said by a flag stays.
  package mutating func take(_ map: SavedMap) {
    savedMap = map
    encoding = encoding ?? map.encoding
    delimiter = delimiter ?? map.delimiter
    sheet = sheet ?? map.sheet
    headerRow = headerRow ?? map.headerRow
  }
}

extension ValueOptions {
  /// Adds what a saved map says about values; what was said by a flag stays.
  package mutating func take(_ map: SavedMap) {
    decimalMark = decimalMark ?? map.decimal
    dateOrder = dateOrder ?? map.dates
    serials = serials ?? map.serials
    for column in map.columns where column.known != ColumnMemory() {
      known[column.header] = column.known
    }
    for mark in map.missing { missing.suggest(mark.text, as: mark.reason) }
  }
}
