/// How a file was read, kept so that every value can be followed back to its cell.
package struct BatchRecord: Hashable, Sendable {
  /// One column of the file.
  package struct Column: Hashable, Sendable {
    /// The header as it stands in the file.
    package let header: String
    /// The question that it answers.
    package let question: String?
    /// The option, where the column is one of a multiple choice.
    package let code: String?

    /// Describes a column.
    package init(header: String, question: String? = nil, code: String? = nil) {
      self.header = header
      self.question = question
      self.code = code
    }
  }

  /// The SHA-256 of the questionnaire's text.
  package var rulesSHA256: String?
  /// Encoding, delimiter and header row in words.
  package var reading: String?
  /// The map of columns as text that an import can be given again.
  package var mapping: String?
  /// What was to be done with rows that differ from what the study has.
  package var policy: String?
  /// The columns in the order of the file.
  package var columns: [Column]

  /// Describes a reading.
  package init(
    rulesSHA256: String? = nil,
    reading: String? = nil,
    mapping: String? = nil,
    policy: String? = nil,
    columns: [Column] = []
  ) {
    self.rulesSHA256 = rulesSHA256
    self.reading = reading
    self.mapping = mapping
    self.policy = policy
    self.columns = columns
  }
}

/// What a row of a file is known by, beside its content.
package struct RowSource: Hashable, Sendable {
  /// The record key of the file.
  package var key: String?
  /// The line in the file of the import that is continued.
  package var origin: Int?

  /// Describes a source; without arguments, a row without a key in a file of its own.
  package init(key: String? = nil, origin: Int? = nil) {
    self.key = key
    self.origin = origin
  }

  var isEmpty: Bool { key == nil && origin == nil }
}

/// What was counted when an import ended.
package struct BatchCounts: Hashable, Sendable {
  /// Rows that were refused.
  package var rejected = 0
  /// Rows that the study had already.
  package var same = 0
  /// Rows that differ from what the study had.
  package var changed = 0

  /// Describes counts.
  package init(rejected: Int = 0, same: Int = 0, changed: Int = 0) {
    self.rejected = rejected
    self.same = same
    self.changed = changed
  }
}
