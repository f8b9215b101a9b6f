import SurveyModel
import SurveyStore

extension ImportSummary {
  /// Why the rows of a file that was imported before were looked at again.
  struct LookedAtAgain: Hashable {
    /// When it was imported before.
    let imported: Timestamp
    /// Whether it was read otherwise then.
    let isReadOtherwise: Bool
    /// What asked for it.
    let reason: KnownFile.Reason
  }

  /// Takes over that the file is known.
  mutating func note(_ known: KnownFile) {
    lookedAtAgain = LookedAtAgain(
      imported: known.before.finished ?? known.before.started,
      isReadOtherwise: known.isReadOtherwise,
      reason: known.reason
    )
  }

  /// The file is known, and what became of it.
  func knownLines(_ imported: Timestamp, in language: InterfaceLanguage) -> [String] {
    let day = language == .vietnamese ? imported.localDate.dayMonthYear : "\(imported.localDate)"
    var lines = [
      language.choose(
        "\(file): tệp này đã được nhập ngày \(day) (\(accepted) phiếu); không thay đổi gì.",
        "\(file): this file was imported on \(day) (\(accepted) interviews); nothing changes."
      )
    ]
    guard stillRejected > 0 else { return lines }
    lines.append(
      language.choose(
        "\(stillRejected) dòng của tệp bị trả lại lúc đó chưa được nhập lại.",
        "\(stillRejected) rows that were sent back then have not come in since."
      )
        + (rejectsPath == nil
          ? language.choose(
            " Muốn có lại tệp các dòng ấy: nhập lại tệp này với --rejects TÊN-TỆP.csv.",
            " To have the file of these rows again: import this file with --rejects NAME.csv."
          ) : "")
    )
    if let rejectsPath {
      lines.append(
        language.choose(
          "Các dòng bị trả lại nằm trong \(rejectsPath): sửa tệp này rồi nhập lại chính nó.",
          "The rows sent back are in \(rejectsPath): mend that file and import it as it is."
        )
      )
    }
    return lines
  }

  /// Why a known file was looked at again.
  func againLines(in language: InterfaceLanguage) -> [String] {
    guard let lookedAtAgain else { return [] }
    let imported = lookedAtAgain.imported.localDate
    let day = language == .vietnamese ? imported.dayMonthYear : "\(imported)"
    let why =
      switch lookedAtAgain.reason {
      case _ where lookedAtAgain.isReadOtherwise:
        language.choose("nay được đọc khác", "it is read otherwise now")
      case .rowsUndone:
        language.choose("có lô đã bị hoàn tác từ đó", "a batch was undone since")
      case .changesKept, .readingSaid, .rejectsWanted:
        language.choose(
          "nay có --on-change \(policy.rawValue)",
          "now with --on-change \(policy.rawValue)"
        )
      }
    return [
      language.choose(
        "Tệp này đã được nhập ngày \(day); \(why), nên từng dòng được so lại với phiếu đã lưu.",
        "This file was imported on \(day); \(why), so each row was held against what is stored."
      )
    ]
  }
}
