package import SurveyModel

/// The terminal failed; the answers given so far are with the recorder.
package enum TerminalError: Error, Hashable, LocalizedMessage {
  /// Nothing can be shown any more.
  case cannotWrite(code: Int32)
  /// Nothing can be read any more.
  case cannotRead(code: Int32)

  /// The sentence for the user.
  package func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .cannotWrite(let code): "không ghi được ra màn hình (lỗi hệ thống \(code))"
    case .cannotRead(let code): "không đọc được từ bàn phím (lỗi hệ thống \(code))"
    }
  }

  private var english: String {
    switch self {
    case .cannotWrite(let code): "cannot write to the screen (system error \(code))"
    case .cannotRead(let code): "cannot read from the keyboard (system error \(code))"
    }
  }
}
