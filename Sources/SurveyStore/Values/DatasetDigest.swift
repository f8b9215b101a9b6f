package import SurveyModel

/// The SHA-256 of answers: the same for the same answers of the same interviews in the same order,
/// in one study.
///
/// A random number that only the study knows is part of it: of a few short answers, those who know most
/// could otherwise find the rest by trying.
///
/// The identities of questions, the kinds of columns and all lengths are part of it; codes of options
/// stand for their positions, which the text of the questionnaire fixes.
package struct DatasetDigest {
  private var digest = FileDigest()

  /// Starts with the random number of a study.
  package init(salt: UInt64) { add(salt) }

  /// Adds the answers of a dataset.
  package mutating func add(_ data: Dataset) {
    add(UInt64(data.count))
    for (question, column) in zip(data.questionnaire.questions, data.columns) {
      add(question.id)
      if case .choice(let positions) = column.values, let bytes = positions.bytes {
        digest.update([5])
        digest.update(column.missing.merged(into: bytes))
        continue
      }
      add(column.values)
      add(column.missing, rows: data.count)
    }
  }

  /// The 64 hexadecimal digits.
  package func finalize() -> String { digest.finalize() }

  /// Adds the reasons in the order of their rows.
  private mutating func add(_ missing: MissingReasons, rows: Int) {
    add(UInt64(missing.count))
    var numbers = [UInt8](repeating: 255, count: 256)
    for (number, reason) in MissingReason.allCases.enumerated() {
      numbers[Int(AnswerByte.byte(of: reason))] = UInt8(clamping: number)
    }
    let known = min(rows, missing.bytes.count)
    missing.bytes.withUnsafeBufferPointer { bytes in
      add(known) { numbers[Int(bytes[$0])] }
    }
    add(rows - known) { _ in UInt8(255) }
  }

  private mutating func add(_ values: Dataset.Values) {
    switch values {
    case .choice(let codes):
      digest.update([1])
      add(codes.count) { codes[$0].littleEndian }
    case .choices(let options):
      digest.update([2])
      for option in options { option.withUnsafeBytes { digest.update($0) } }
    case .number(let numbers):
      digest.update([3])
      // Every missing number has the same bits.
      numbers.withUnsafeBufferPointer { numbers in
        add(numbers.count) { row in
          let number = numbers[row]
          return (number.isNaN ? UInt64.max : number.bitPattern).littleEndian
        }
      }
    case .text(let answers):
      digest.update([4])
      add(UInt64(answers.texts.count))
      for text in answers.texts { add(text) }
      answers.codes.withUnsafeBufferPointer { codes in
        add(codes.count) { codes[$0].littleEndian }
      }
    }
  }

  /// Adds a number for each row, a part at a time, so that no column is copied.
  @inline(__always)
  private mutating func add<Number: FixedWidthInteger>(_ rows: Int, _ number: (Int) -> Number) {
    var part = [Number](repeating: 0, count: min(rows, Self.partCount))
    var start = 0
    while start < rows {
      let count = min(rows - start, Self.partCount)
      for place in 0..<count { part[place] = number(start + place) }
      part.withUnsafeBytes { bytes in
        digest.update(
          UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Number>.stride)])
        )
      }
      start += count
    }
  }

  private static let partCount = 8192

  private mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    digest.update(text.utf8)
  }

  private mutating func add(_ number: UInt64) { digest.update(Self.bytes(number)) }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
