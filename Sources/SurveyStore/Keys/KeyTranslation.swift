import SurveyModel

/// The keys of a file that follows an earlier version of the form, as the newest version has them.
///
/// Questions are renamed and recoded forwards only, so that keys of all versions meet in the newest.
struct KeyTranslation {
  /// The questions of the key in the newest version.
  let questions: [String]
  /// What the codes of each become.
  private let codes: [[[UInt8]: [UInt8]]]

  /// None where the key is the same in both versions, or cannot be followed.
  init?(_ questions: [String], _ reading: VersionReading) {
    guard !reading.isPlain else { return nil }
    let targets = questions.compactMap { reading.target(of: $0) }
    guard targets.count == questions.count else { return nil }
    self.questions = targets.map(\.question)
    codes = targets.map { target in
      var codes: [[UInt8]: [UInt8]] = [:]
      for case (let own, .code(let other)) in target.codes {
        codes[Array(own.utf8)] = Array(other.utf8)
      }
      return codes
    }
  }

  /// A key of the file in the newest version.
  func key(_ key: [UInt8]) -> [UInt8] {
    let parts = key.split(separator: 0x1f, omittingEmptySubsequences: false).map { Array($0) }
    guard parts.count == codes.count else { return key }
    return Array(
      zip(parts, codes).map { part, codes in codes[part] ?? part }.joined(separator: [0x1f])
    )
  }
}
