/// What can be wrong with an indicator.
enum IndicatorFinding: DiagnosticMessage, Equatable {
  /// The kind of question that an indicator reads.
  enum Need: Equatable {
    case closed, selectOne, selectMultiple, number, numberOrLevel
  }

  case duplicateIndicator(String, earlier: SourceLocation)
  case unknownItem(String, nearest: String?)
  case repeatedItem(String)
  case wrongItemType(item: String, type: String, needs: Need)
  case noPositiveLevels(item: String)
  case unknownItemCode(String, item: String, known: [String])
  case codesNotNumeric(item: String)
  case pointsMissing(item: String, codes: [String])
  case minimumOutOfRange(Int, items: Int)
  case classesOutOfOrder
  case notZeroToTen(item: String)
  case emptyIndex
  case repeatedPart(String)

  /// The stable codes.
  enum Code: String, CaseIterable {
    case duplicateIndicator = "duplicate-indicator"
    case unknownItem = "unknown-item"
    case repeatedItem = "repeated-item"
    case wrongItemType = "wrong-item-type"
    case noPositiveLevels = "no-positive-levels"
    case unknownItemCode = "unknown-item-code"
    case codesNotNumeric = "codes-not-numeric"
    case pointsMissing = "points-missing"
    case minimumOutOfRange = "minimum-out-of-range"
    case classesOutOfOrder = "classes-out-of-order"
    case notZeroToTen = "not-zero-to-ten"
    case emptyIndex = "empty-index"
    case repeatedPart = "repeated-part"
  }

  var code: String {
    let code: Code =
      switch self {
      case .duplicateIndicator: .duplicateIndicator
      case .unknownItem: .unknownItem
      case .repeatedItem: .repeatedItem
      case .wrongItemType: .wrongItemType
      case .noPositiveLevels: .noPositiveLevels
      case .unknownItemCode: .unknownItemCode
      case .codesNotNumeric: .codesNotNumeric
      case .pointsMissing: .pointsMissing
      case .minimumOutOfRange: .minimumOutOfRange
      case .classesOutOfOrder: .classesOutOfOrder
      case .notZeroToTen: .notZeroToTen
      case .emptyIndex: .emptyIndex
      case .repeatedPart: .repeatedPart
      }
    return code.rawValue
  }

  var severity: Diagnostic.Severity { .error }

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
