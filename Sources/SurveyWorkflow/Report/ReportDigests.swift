import SurveyAnalysis
import SurveyModel
import SurveyReport
import SurveyStore

/// What a report draws on beside the answers that it counts, as digests for its manifest.
struct ReportDigests {
  /// The interviews that it compares with.
  var earlier: Dataset?
  /// The interviews of other times in its trends; nothing where there are none.
  var series: DatasetDigest?

  /// Adds the interviews of another time in a trend.
  mutating func add(_ data: Dataset, salt: UInt64) {
    var digest = series ?? DatasetDigest(salt: salt)
    digest.add(data)
    series = digest
  }

  /// The digest of the interviews that it compares with.
  func earlierDigest(salt: UInt64) -> String {
    guard let earlier else { return "" }
    var digest = DatasetDigest(salt: salt)
    digest.add(earlier)
    return digest.finalize()
  }

  /// The digest of what the study records of the fieldwork: the wave, its days, how and by whom
  /// interviews were conducted, rows that were not taken, forms that were keyed twice.
  static func ofRecord(
    _ header: ReportHeader,
    _ keying: KeyingMeasurement?,
    _ course: InterviewCourse?,
    salt: UInt64
  ) -> String {
    var lines = TextDigest()
    lines.add([salt])
    lines.add(header.wave ?? "")
    lines.add(header.fieldwork.map { "\($0.lowerBound)/\($0.upperBound)" } ?? "")
    for (mode, count) in header.modes { lines.add("\(mode.rawValue) \(count)") }
    lines.add("\(header.rejectedRows)")
    for note in header.versionNotes { lines.add(note) }
    if let keying {
      let rate = keying.rate
      lines.add("\(rate.forms) \(rate.fields) \(rate.errors) \(keying.unverified)")
    }
    lines.add(header.uncounted.map { "\($0)" } ?? "")
    for figure in header.counted?.figures ?? [] {
      lines.add("\(figure.outcome.rawValue) \(figure.value)")
    }
    if let course {
      lines.add(course.modes.map(\.rawValue).joined(separator: " "))
      for column in [course.started, course.finished] { lines.add(column) }
      for column in [course.offsets, course.operatorCodes, course.stations] { lines.add(column) }
      for name in course.operators { lines.add(name) }
    }
    return lines.finalize()
  }
}

extension CountContext {
  /// The SHA-256 of the counts that a report on these days draws on, and of those of `names`,
  /// whatever their days; nothing where there are none.
  func digest(with names: Set<String>) -> String {
    let first = Period(.year, of: days.lowerBound).firstDay
    let used = book.counts.filter { count in
      let span = count.subject.span
      return names.contains(count.subject.name)
        || (span.firstDay >= first && span.lastDay <= days.upperBound)
    }
    if used.isEmpty { return "" }
    var lines = TextDigest()
    for count in used {
      for text in [
        count.subject.name, count.subject.span.id, count.subject.place ?? "", "\(count.value)",
        count.evidence, count.by, count.at.description,
      ] { lines.add(text) }
    }
    return lines.finalize()
  }
}

/// The SHA-256 of texts and numbers with their lengths.
private struct TextDigest {
  private var digest = FileDigest()

  mutating func add(_ text: String) {
    add([Int64(text.utf8.count)])
    digest.update(text.utf8)
  }

  mutating func add(_ numbers: [some FixedWidthInteger]) {
    numbers.map(\.littleEndian).withUnsafeBytes { digest.update($0) }
  }

  func finalize() -> String { digest.finalize() }
}
