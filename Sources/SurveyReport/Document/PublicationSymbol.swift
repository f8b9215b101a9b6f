package import SurveyAnalysis
package import SurveyModel

/// What stands in a table in place of a figure.
///
/// The symbols of the United Kingdom's Government Analysis Function for statistical tables.
package enum PublicationSymbol: String, CaseIterable, Hashable, Sendable {
  /// Kept back, so that nobody can be recognised.
  case confidential = "c"
  /// Kept back for lack of reliability.
  case unreliable = "u"
  /// There are no data.
  case notAvailable = "x"
  /// A figure makes no sense here.
  case notApplicable = "z"
  /// Above 0, but 0 when rounded.
  case low

  /// Whether there is a figure that is not shown.
  package var isKeptBack: Bool { self == .confidential || self == .unreliable }

  /// How it is written.
  package var text: String { "[\(rawValue)]" }

  /// The symbol for a figure that is not published.
  package init(_ reason: SuppressionReason) {
    self =
      switch reason {
      case .disclosure, .complementary: .confidential
      case .noData: .notAvailable
      case .smallSample, .wideInterval, .wideRelativeInterval, .noInterval: .unreliable
      }
  }
}

extension PublicationSymbol: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .confidential: "không công bố để không nhận ra được ai"
    case .unreliable: "không công bố vì chưa đủ tin cậy"
    case .notAvailable: "không có số liệu"
    case .notApplicable: "không áp dụng"
    case .low: "lớn hơn 0 nhưng làm tròn thành 0"
    }
  }

  private var english: String {
    switch self {
    case .confidential: "not published, so that nobody can be recognised"
    case .unreliable: "not published, because it is not reliable enough"
    case .notAvailable: "no data"
    case .notApplicable: "not applicable"
    case .low: "above 0, but rounded to 0"
    }
  }
}
