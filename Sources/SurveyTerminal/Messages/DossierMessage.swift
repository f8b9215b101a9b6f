import SurveyModel

/// What is said about dossier numbers.
enum DossierMessage: LocalizedMessage {
  /// Another form has the number.
  case taken(String)
  /// The note on a second form.
  case second(String)

  func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.taken(let number), .vietnamese):
      "Hồ sơ này đã có phiếu số \(number). Enter = gõ lại mã, + = vẫn nhận phiếu thứ hai (có ghi chú)."
    case (.taken(let number), .english):
      "This dossier has form number \(number). Enter = type again, + = take a second form (with a note)."
    case (.second(let number), .vietnamese): "hồ sơ đã có phiếu số \(number)"
    case (.second(let number), .english): "the dossier has form number \(number)"
    }
  }
}
