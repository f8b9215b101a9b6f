extension Period {
  /// Reads a period as people write it.
  ///
  /// `tháng 3/2024`, `3/2024`, `2024-03`, `March 2024`; `quý I/2024`, `Q1/2024`, `2024-Q1`;
  /// `6 tháng đầu năm 2024`, `H1/2024`; `năm 2024`, `2024`. A number beside a year is a month, or of
  /// the `kind` that is asked for: then no other kind is read.
  public init?(reading text: String, kind: Kind? = nil) {
    var words = Self.words(text)
    let years = words.indices.filter { words[$0].utf8.count == 4 && Self.number(words[$0]) != nil }
    guard years.count == 1, let year = Self.number(words[years[0]]) else { return nil }
    words.remove(at: years[0])
    words.removeAll { ["nam", "year", "of"].contains($0) }
    guard let (found, number) = Self.part(words, kind), kind == nil || kind == found else {
      return nil
    }
    self.init(found, year: year, number: number)
  }

  /// Which part of a year the words beside the year mean.
  private static func part(_ words: [String], _ kind: Kind?) -> (kind: Kind, number: Int)? {
    switch words.count {
    case 0: return (.year, 1)
    case 1:
      if let month = months[words[0]] { return (.month, month) }
      guard let number = number(words[0]) ?? roman[words[0]] else { return nil }
      // No year has two numbers.
      return kind == .year ? nil : (kind ?? .month, number)
    case 2:
      if words[1] == "half", let number = ["first": 1, "second": 2][words[0]] {
        return (.halfYear, number)
      }
      guard let number = number(words[1]) ?? roman[words[1]] else { return nil }
      switch words[0] {
      case "thang", "t", "month", "m": return (.month, number)
      case "quy", "q", "quarter": return (.quarter, number)
      case "h", "half": return (.halfYear, number)
      default: return nil
      }
    case 3:
      // "6 tháng đầu năm" and "6 tháng cuối năm".
      guard words[0] == "6" || words[0] == "sau", words[1] == "thang",
        let number = ["dau": 1, "cuoi": 2][words[2]]
      else { return nil }
      return (.halfYear, number)
    default: return nil
    }
  }

  private static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  /// Runs of letters and runs of digits, without case and marks.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var before: Bool?
    for scalar in text.lowercased().unaccented.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      guard isDigit || scalar.properties.isAlphabetic else {
        // Signs that part words; a sign of a number is none.
        guard "/-. _".unicodeScalars.contains(scalar) else { return [] }
        before = nil
        continue
      }
      if before == isDigit, let last = words.indices.last {
        words[last].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      before = isDigit
    }
    return words
  }

  private static func number(_ word: String) -> Int? {
    guard word.utf8.count <= 4, word.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(word)
  }
}
