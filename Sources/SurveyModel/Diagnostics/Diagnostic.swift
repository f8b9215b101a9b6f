/// What a finding says: a stable code and a sentence in each interface language.
public protocol DiagnosticMessage: LocalizedMessage {
  /// A kebab-case code that is never used again for something else.
  var code: String { get }
  /// Whether the file can be used all the same.
  var severity: Diagnostic.Severity { get }
}

/// One finding about a file that a person wrote: place, rule and repair.
public struct Diagnostic: Sendable {
  /// Whether the file can be used all the same.
  public enum Severity: String, Hashable, Sendable {
    case error
    case warning
  }

  /// Where the finding is.
  public let location: SourceLocation
  /// What it says.
  public let message: any DiagnosticMessage

  /// Makes a finding.
  public init(_ message: any DiagnosticMessage, at location: SourceLocation) {
    self.message = message
    self.location = location
  }

  /// Whether the file can be used all the same.
  public var severity: Severity { message.severity }
  /// The stable code.
  public var code: String { message.code }

  /// `file:line:column: error: rule; repair [code]`.
  public func text(in language: InterfaceLanguage) -> String {
    let kind =
      switch severity {
      case .error: language.choose("lỗi", "error")
      case .warning: language.choose("cảnh báo", "warning")
      }
    return "\(location): \(kind): \(message.text(in: language)) [\(code)]"
  }
}

extension [Diagnostic] {
  /// Whether any finding forbids the use of the file.
  public var containsErrors: Bool { contains { $0.severity == .error } }

  /// The findings in the order of the file.
  public var sortedByPlace: [Diagnostic] {
    sorted { one, other in
      (one.location.file, one.location.line, one.location.column, one.code)
        < (other.location.file, other.location.line, other.location.column, other.code)
    }
  }
}
