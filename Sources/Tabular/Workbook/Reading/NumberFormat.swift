/// What the format of a cell makes of its number.
enum NumberFormat: Sendable, Hashable {
  case general
  case date
  /// A date of which no day is shown, as Excel shows `3/2025` when it is typed.
  case month(ShownPart)
  case time
  case dateTime
  /// Hours that go on after 24, or minutes or seconds alone.
  case elapsed
  case percent
  /// Whole numbers with zeros in front, as codes are shown.
  case padded(Int)

  /// What is shown of a date without its day.
  enum ShownPart: Sendable, Hashable {
    case monthOfYear
    case year
    /// A month of no year.
    case month

    /// What is shown of `yyyy-mm-dd`; a month of no year is `--mm`, as ISO 8601 wrote it.
    func shown(of date: String) -> String {
      switch self {
      case .monthOfYear: String(date.dropLast(3))
      case .year: String(date.dropLast(6))
      case .month: "--" + date.dropLast(3).suffix(2)
      }
    }
  }

  /// The formats that have a number and no code in the file.
  init(builtin id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 17: self = .month(.monthOfYear)
    case 14...16, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateTime
    case 46: self = .elapsed
    default: self = .general
    }
  }

  /// Understands a format code such as `dd/mm/yyyy hh:mm`.
  ///
  /// Only the section for positive numbers counts. Letters in quotes, behind a backslash and
  /// in brackets are no fields, except the elapsed `[h]`.
  init(code: String) {
    let section = Self.fields(of: code)
    if let elapsed = section.isElapsed ? NumberFormat.elapsed : nil {
      self = elapsed
      return
    }
    let letters = section.letters
    if letters.elementsEqual("general".utf8) {
      self = .general
      return
    }
    var hasDate = false
    var hasTime = false
    for (place, letter) in letters.enumerated() {
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "b"): hasDate = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      case UInt8(ascii: "m"):
        if Self.isMinute(letters, at: place) { hasTime = true } else { hasDate = true }
      default: continue
      }
    }
    if hasDate {
      self = hasTime ? .dateTime : Self.date(letters)
    } else if hasTime {
      self = .time
    } else if section.hasPercent {
      self = .percent
    } else if section.zeros > 1, section.isOnlyZeros {
      self = .padded(section.zeros)
    } else {
      self = .general
    }
  }

  /// The format of a date with these fields.
  private static func date(_ letters: [UInt8]) -> NumberFormat {
    if letters.contains(UInt8(ascii: "d")) { return .date }
    let hasYear = letters.contains { "ybe".utf8.contains($0) }
    let hasMonth = letters.contains(UInt8(ascii: "m"))
    return .month(hasYear ? (hasMonth ? .monthOfYear : .year) : .month)
  }

  /// Whether `m` stands for minutes: behind hours or before seconds.
  private static func isMinute(_ letters: [UInt8], at place: Int) -> Bool {
    let isMonth = { (letter: UInt8) in letter == UInt8(ascii: "m") }
    let before = letters[..<place].last { !isMonth($0) }
    let after = letters[place...].first { !isMonth($0) }
    return before == UInt8(ascii: "h") || after == UInt8(ascii: "s")
  }

  /// The bare parts of a format's first section.
  private struct Fields {
    var letters: [UInt8] = []
    var zeros = 0
    var isOnlyZeros = true
    var hasPercent = false
    var isElapsed = false
  }

  private static func fields(of code: String) -> Fields {
    var fields = Fields()
    var bytes = code.utf8[...]
    scan: while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        bytes = bytes.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
        fields.isOnlyZeros = false
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        bytes = bytes.dropFirst()
        if byte != UInt8(ascii: "_") { fields.isOnlyZeros = false }
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        let letters = Set(inside.map(Self.lowered))
        if letters.count == 1, let letter = letters.first, "hms".utf8.contains(letter) {
          fields.isElapsed = true
        }
      case UInt8(ascii: "%"): fields.hasPercent = true
      case UInt8(ascii: "0"): fields.zeros += 1
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        // `0.00E+00` is a number; a lone `e` is a year of an era.
        if bytes.first != UInt8(ascii: "+"), bytes.first != UInt8(ascii: "-") {
          fields.letters.append(UInt8(ascii: "e"))
        }
        fields.isOnlyZeros = false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        fields.letters.append(lowered(byte))
        fields.isOnlyZeros = false
      default: fields.isOnlyZeros = false
      }
    }
    removeNoonMarks(&fields.letters)
    return fields
  }

  /// `AM/PM` and `A/P` hold an `m` that is no month.
  private static func removeNoonMarks(_ letters: inout [UInt8]) {
    for mark in ["ampm", "ap"] {
      while let place = letters.firstRange(of: Array(mark.utf8)) { letters.removeSubrange(place) }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
