import SurveyFormats
import SurveyModel
import SurveyReport
import SurveyStore

extension Workflow {
  /// Enters the counts of a file, all of them or none.
  package func importCounts(
    from file: String,
    isDryRun: Bool,
    in path: String
  ) throws(WorkflowError) -> CountAnswer {
    let table = try attempt(file) {
      let bytes = try SourceFile(path: file)
      return try withExtendedLifetime(bytes) { try CountTable(bytes.source) }
    }
    let desk = try countDesk(path, forWriting: !isDryRun)
    return try attempt(path) {
      defer { try? desk.study.close() }
      let reading = CountFile(table, name: SourceName.of(file), desk, language)
      guard reading.errors.isEmpty else { return refusal(reading) }
      if !isDryRun, !reading.fresh.isEmpty {
        try desk.study.file.addCounts(reading.fresh, by: operatorName, at: clock())
      }
      return CountAnswer(
        summary(reading, isDryRun: isDryRun),
        language,
        findings: reading.warnings.map(\.text),
        json: json(reading, isDryRun: isDryRun)
      )
    }
  }

  private func refusal(_ reading: CountFile) -> CountAnswer {
    let count = Set(reading.errors.map(\.line)).count
    return CountAnswer(
      language.choose(
        "Chưa ghi gì: \(count) dòng có lỗi. Sửa tệp rồi nhập lại.",
        "Nothing was written: \(count) lines are wrong. Mend the file and import it again."
      ),
      language,
      findings: (reading.errors + reading.warnings).map(\.text),
      hasErrors: true,
      json: json(reading, isDryRun: true)
    )
  }

  private func summary(_ reading: CountFile, isDryRun: Bool) -> String {
    let written = reading.fresh.count
    var parts = [
      isDryRun
        ? language.choose("sẽ ghi \(written) số liệu", "\(written) counts would be written")
        : language.choose("đã ghi \(written) số liệu", "wrote \(written) counts")
    ]
    let corrected = reading.fresh.count { $0.supersedes != nil } - reading.confirmed
    if corrected > 0 {
      parts.append(language.choose("\(corrected) thay số cũ", "\(corrected) in place of others"))
    }
    if reading.confirmed > 0 {
      parts.append(
        language.choose(
          "\(reading.confirmed) số tạm tính thành số của cả kỳ",
          "\(reading.confirmed) so far now for the whole period"
        )
      )
    }
    if reading.same > 0 {
      parts.append(language.choose("\(reading.same) đã có", "\(reading.same) entered before"))
    }
    if reading.empty > 0 {
      parts.append(
        language.choose("\(reading.empty) dòng chưa điền", "\(reading.empty) lines not filled in")
      )
    }
    return "\(reading.name): \(parts.joined(separator: "; "))."
  }

  private func json(_ reading: CountFile, isDryRun: Bool) -> [(String, JSONValue)] {
    func list(_ findings: [CountFile.Finding]) -> JSONValue {
      .array(
        findings.map { finding in
          .object([
            ("line", finding.line.map { .integer($0) } ?? .null), ("code", .string(finding.code)),
            ("text", .string(finding.text)),
          ])
        }
      )
    }
    return [
      ("format", .string("thuocdo-count-1")), ("file", .string(reading.name)),
      ("dry_run", .bool(isDryRun)),
      ("written", .integer(reading.errors.isEmpty && !isDryRun ? reading.fresh.count : 0)),
      ("same", .integer(reading.same)), ("empty", .integer(reading.empty)),
      ("errors", list(reading.errors)), ("warnings", list(reading.warnings)),
    ]
  }
}

/// The lines of a file of counts, held against plan and record.
struct CountFile {
  /// What is to be said about a line, or about the header.
  struct Finding {
    let line: Int?
    let code: String
    let text: String
  }

  let name: String
  private(set) var errors: [Finding] = []
  private(set) var warnings: [Finding] = []
  /// The counts to be written.
  private(set) var fresh: [NewCount] = []
  /// Lines that say what the record says.
  private(set) var same = 0
  /// Lines by which a count so far becomes the last word on its period.
  private(set) var confirmed = 0
  /// Lines that were not filled in.
  private(set) var empty = 0

  init(_ table: CountTable, name: String, _ desk: CountDesk, _ language: InterfaceLanguage) {
    self.name = name
    for header in table.ignored {
      let text = language.choose(
        "dòng 1: cột '\(header)' không dùng đến",
        "line 1: column '\(header)' is not used"
      )
      warnings.append(Finding(line: 1, code: "unknown-column", text: "\(name): \(text)"))
    }
    var statements: [CountStatement] = []
    var lines: [Int] = []
    func finding(_ line: Int, _ code: String, _ text: String) -> Finding {
      Finding(line: line, code: code, text: "\(name):\(line): \(text)")
    }
    let reader = desk.reader
    for line in table.lines {
      if line.isLeftEmpty {
        empty += 1
        continue
      }
      if line.isTooLong {
        let text = language.choose(
          "nhiều ô hơn tiêu đề; đặt chữ có dấu phân cách trong ngoặc kép",
          "more cells than the header has; put text with the delimiter in quotes"
        )
        errors.append(finding(line.number, "too-many-cells", text))
        continue
      }
      let (statement, faults) = reader.read(line.texts)
      errors += faults.map { finding(line.number, $0.code, $0.text(in: language)) }
      guard let statement else { continue }
      statements.append(statement)
      lines.append(line.number)
    }
    let check = CountCheck(desk.plan, book: desk.book, today: desk.today)
    for (index, found) in check.findings(in: statements).enumerated() {
      for one in found {
        var text = one.text(in: language)
        if case .repeated(_, let earlier) = one, lines.indices.contains(earlier) {
          text += language.choose(" (dòng \(lines[earlier]))", " (line \(lines[earlier]))")
        }
        let finding = finding(lines[index], one.code, text)
        if one.isError { errors.append(finding) } else { warnings.append(finding) }
      }
    }
    errors.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    for (statement, line) in zip(statements, lines) {
      let before = desk.book.head(of: statement.subject)
      if desk.holds(statement) {
        same += 1
        continue
      }
      if desk.confirms(statement) { confirmed += 1 }
      fresh.append(
        NewCount(
          subject: statement.subject,
          value: statement.value,
          evidence: statement.evidence,
          source: CountEntry.Source(file: name, line: line),
          supersedes: before?.id
        )
      )
    }
  }
}
