package import SurveyFormats
package import SurveyModel
import SurveyStore

/// What an import did, or would do.
package struct ImportSummary: Hashable, Sendable {
  /// The file.
  package var file = ""
  /// How the file was read, and what of its header was recognised.
  package var reading: TableReading?
  /// Rows that are no interviews: totals, signatures, repeated headers.
  package var footers: [FooterRow] = []
  /// Interviews that answer nothing of the form but in words.
  package var answeredElsewhere = AnsweredElsewhere()
  /// Rows below the header.
  package var rows = 0
  /// Rows that became interviews.
  package var accepted = 0
  /// Rows that the study had already.
  package var same = 0
  /// Rows whose interview the study has with other answers.
  package var changed = 0
  /// Those of them that became revisions.
  package var replaced = 0
  /// Those of them that became further interviews.
  package var added = 0
  /// What was to be done with them.
  package var policy = ImportOptions.OnChange.skip
  /// What changed in them, up to ``changesKept``.
  package var changes: [String] = []
  /// The columns or questions by which records are told apart.
  package var keyNames: [String] = []
  /// Whether the key says who a person is, so that only its hash is kept.
  package var keyIsSealed = false
  /// A column that is called a key and holds none: its numbers are too short.
  package var shortKey: String?
  /// Rows with a key, whatever became of them.
  package var keyedRows = 0
  /// Rows without a key in a file that has keys of a collecting program.
  package var withoutKey = 0
  /// What rows say that their server does not count.
  package var doubts: [StatusScan.Count] = []
  /// Those that were left out.
  package var leftOut = 0
  /// Those of them whose interviews the study has.
  package var leftInStudy = 0
  /// Rows with all answers of an interview that the study has, where there is no key.
  package var copies = 0
  /// The line of the first.
  package var firstCopy: Int?
  /// Whether they are more than can be by chance.
  package var copiesAreLikely = false
  /// Rows that repeat an earlier row of the file.
  package var repeated = 0
  /// The first of them.
  package var firstRepeated: Pair?
  /// Mended rows whose key a spreadsheet had changed, which count with the key that they had.
  package var restoredKeys = 0
  /// The line of the first.
  package var firstRestored: Int?
  /// Days and decimals of mended rows that a spreadsheet had changed, which are read as they were.
  package var restoredCells = 0
  /// The line of the first.
  package var firstRestoredCell: Int?
  /// Set when the file continues an earlier import.
  package var continued: Continued?
  /// What the whole of a column told about the way its cells are written.
  package var formatNotes: [FormatNote] = []
  /// Cells that were taken although they are not written as an interview would have them.
  package var cellNotes: [CellTally.Entry] = []
  /// Rows that were not.
  package var rejected = 0
  /// Accepted rows with a soft warning.
  package var doubtful = 0
  /// Options of multiple choices that have no column; they count as not chosen.
  package var absentOptions: [String] = []
  /// Empty lines that were passed.
  package var blankLines = 0
  /// Where the rejected rows are.
  package var rejectsPath: String?
  /// The batch under which the interviews stand.
  package var batch: String?
  /// The first row that became an interview, or the first unusual one of them.
  package var firstTaken: Int?
  /// The study, as it was named.
  package var study = ""
  /// Set when the same file was imported before: when.
  package var importedBefore: Timestamp?
  /// Rows of that import that were sent back and have not come in since.
  package var stillRejected = 0
  /// Rows of that import that differed from what the study had, and became no further interviews.
  package var changedBefore = 0
  /// Set when the same file was imported before and every row of it was looked at again.
  var lookedAtAgain: LookedAtAgain?
  /// Set when another file of this name was imported before: when, and how many interviews.
  package var namesakeBefore: Namesake?
  /// Whether nothing was written.
  package var isDryRun = false
  /// Whether nothing was written because all rows had to be good.
  package var isHeldBack = false
  /// The first rejections, to show.
  package var examples: [String] = []
  /// Set when nothing of the file could be imported: why.
  package var refusal: Refusal?
  /// Whether the command stopped before the file.
  package var isUnread = false

  /// Why a file was not imported.
  package struct Refusal: Hashable, Sendable {
    /// The code under which the reason is documented, where it has one.
    package let code: String?
    /// The sentence.
    package let text: String
  }

  /// As many changed rows are described; programs get all of these.
  static let changesKept = 10_000

  /// Two equal rows of the file by their lines.
  package struct Pair: Hashable, Sendable {
    /// The later one.
    package let line: Int
    /// The earlier one.
    package let other: Int
  }

  /// An import with all that continues it.
  package struct Continued: Hashable, Sendable {
    /// The first file.
    package let file: String
    /// Its batch.
    package let batch: String
    /// The interviews of all its parts.
    package let accepted: Int
    /// The rows that are still missing.
    package let rejected: Int
  }

  /// An earlier import of a file with the same name and other content.
  package struct Namesake: Hashable, Sendable {
    /// When it was imported.
    package var imported: Timestamp
    /// Its interviews, which count.
    package var accepted: Int
    /// Whether it had the key by which the rows of this one are told apart.
    package var hasKey: Bool
  }
}

extension ImportSummary {
  /// Begins with what a table looks like.
  init(file: String, table: InterviewTable, questionnaire: Questionnaire) {
    self.file = file
    reading = table.reading
    absentOptions = table.map.absentOptions(of: questionnaire)
  }

  /// Describes a file of which nothing could be imported.
  package init(refused path: String, because error: WorkflowError, in language: InterfaceLanguage) {
    file = path.split(separator: "/").last.map { String($0) } ?? path
    refusal = Refusal(code: error.code, text: error.text(in: language))
  }

  /// Describes a file that was not reached, because the command stopped.
  package init(unread path: String, in language: InterfaceLanguage) {
    file = path.split(separator: "/").last.map { String($0) } ?? path
    isUnread = true
    refusal = Refusal(
      code: nil,
      text: language.choose(
        "\(path): chưa đọc, vì lệnh đã dừng ở một tệp trước đó",
        "\(path): not read, because the command stopped at a file before it"
      )
    )
  }

  /// Describes a file that was imported before.
  init(file: String, before: ImportBatch, ledger: ImportLedger) {
    self.file = file
    accepted = before.goodRows
    same = before.goodRows + before.sameRows
    let isAdded = before.record.policy == ImportOptions.OnChange.add.rawValue
    changedBefore = isAdded ? 0 : before.changedRows
    rows = same + changedBefore + before.rejectedRows
    importedBefore = before.finished ?? before.started
    stillRejected = ledger.total(of: before.id).rejected
  }

  /// Nothing is written, because all rows had to be good.
  mutating func holdBack() {
    isHeldBack = true
    continued = continued.map {
      Continued(
        file: $0.file,
        batch: $0.batch,
        accepted: $0.accepted - accepted,
        rejected: $0.rejected + accepted + replaced
      )
    }
  }

  /// Takes over what was found about rows without a key.
  mutating func note(_ report: CopyReport) {
    copies = report.stored
    firstCopy = report.firstStored?.line
    copiesAreLikely = report.isLikely
    repeated = report.repeated
    firstRepeated = report.firstRepeated.map { Pair(line: $0.line, other: $0.other ?? 0) }
  }

  /// Rows that the study had already, without those that repeat another row of the file.
  var stored: Int { hasKey || continued != nil ? same - repeated : same }

  /// Whether records are told apart by a key.
  var hasKey: Bool { !keyNames.isEmpty }

  /// Whether somebody should look at rows of the file.
  package var needsAttention: Bool {
    rejected > 0 || changed > replaced + added || copiesAreLikely || leftInStudy > 0
  }
}
