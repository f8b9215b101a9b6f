/// What a report rests on: enough to compute it again and to say what has changed since.
///
/// It travels inside the file as one line of ASCII, `thuocdo-report-1?key=value&...`, percent-encoded,
/// so that it is found in every format and survives being edited.
package struct ReportManifest: Hashable, Sendable {
  /// The keys in their order.
  package enum Key: String, CaseIterable, Hashable, Sendable {
    /// The version of the program.
    case program
    case language
    case format
    /// Columns of text, where the format has them.
    case width
    case questionnaire
    case questionnaireVersion = "version"
    /// SHA-256 of the questionnaire's text.
    case questionnaireDigest = "questionnaire-sha256"
    case plan
    /// SHA-256 of the plan's text.
    case planDigest = "plan-sha256"
    /// SHA-256 of the answers that are counted.
    case data = "data-sha256"
    case interviews
    /// SHA-256 of the administrative counts that it draws on.
    case counts = "counts-sha256"
    /// SHA-256 of the answers that it compares with.
    case earlier = "earlier-sha256"
    /// SHA-256 of the answers of other times in its trends.
    case series = "series-sha256"
    /// SHA-256 of what the study records of the fieldwork.
    case record = "record-sha256"
    /// The day it was made, where verdicts on counts depend on it.
    case day
    case wave
    case period
    case against
    /// Only interviews of one version, by its name.
    case onlyVersion = "form-version"
    /// Questions to report by, with spaces between.
    case groups = "by"
    case lonelyPSU = "lonely-psu"
    case ignoresDesign = "ignore-design"
    case madeUp = "made-up"
    /// The question about places whose units are carried, and how.
    case carry
    case unitsOn = "units-on"
    case within
    /// Former units that go on, with line breaks between.
    case areas
    case merger
    /// People of former provinces, `id=number` with line breaks between.
    case populations
    /// SHA-256 of the register of units.
    case register = "register-sha256"
  }

  private static let lead = "thuocdo-report-1?"

  private var values: [Key: String]

  /// Makes a manifest; empty values are left out.
  package init(_ values: [Key: String]) {
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// The value of a key.
  package subscript(_ key: Key) -> String? {
    get { values[key] }
    set { values[key] = newValue?.isEmpty == false ? newValue : nil }
  }

  /// The keys with other values in `other`, in their order.
  package func differences(from other: ReportManifest) -> [Key] {
    Key.allCases.filter { values[$0] != other.values[$0] }
  }

  /// The line that stands in files.
  package var line: String {
    let pairs = Key.allCases.compactMap { key in
      values[key].map { "\(key.rawValue)=\(Self.encode($0))" }
    }
    return Self.lead + pairs.joined(separator: "&")
  }

  /// Finds the line of a manifest in the bytes of a text.
  package init?(in bytes: [UInt8]) {
    let lead = Array(Self.lead.utf8)
    guard let start = Self.find(lead, in: bytes) else { return nil }
    let rest = bytes[(start + lead.count)...].prefix { byte in
      // Mark-up writes an ampersand as an entity, whose semicolon is no part of the line.
      Self.isPlain(byte) || Self.marks.contains(byte)
    }
    let text = String(decoding: rest, as: UTF8.self)
    var values: [Key: String] = [:]
    for pair in text.split(separator: "&") {
      var pair = pair
      if pair.hasPrefix("amp;") { pair = pair.dropFirst(4) }
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Key(rawValue: String(parts[0])) else { continue }
      values[key] = Self.decode(parts[1])
    }
    guard values[.questionnaire] != nil else { return nil }
    self.init(values)
  }

  private static let marks = Set("&=%;".utf8)

  private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    return bytes.indices.dropLast(needle.count - 1).first { place in
      bytes[place] == first && bytes[place..<(place + needle.count)].elementsEqual(needle)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { byte in
      isPlain(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decode(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
