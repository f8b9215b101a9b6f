/// By what a column was recognised, the surest first.
package enum HeaderEvidence: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// A saved map or the importer's own header says so.
  case said
  /// The id of the question or the code of the option.
  case id
  /// The words of the question in some language.
  case label
  /// The words of the question, cut off.
  case truncated
  /// The words of the question without accents.
  case unaccented
  /// Only a printed number, the order, the end of a path, words before a remark or below an unknown
  /// group; needs consent.
  case guess
  /// Nothing.
  case none

  package static func < (one: HeaderEvidence, other: HeaderEvidence) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// What a header cell was found to mean.
struct HeaderMatch: Hashable {
  let meaning: ColumnMap.Meaning
  let evidence: HeaderEvidence
  /// Groups in front of the id that the questionnaire does not know.
  var path: String?
  /// The folded words of a group above the words of the question that the questionnaire does not know.
  var group: String?
}
