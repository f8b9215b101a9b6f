import SurveyModel
import SurveyStore

/// What the undoing of an import did.
struct UndoneText: LocalizedMessage {
  let batch: ImportBatch
  let outcome: UndoOutcome

  func text(in language: InterfaceLanguage) -> String {
    let revised =
      outcome.restored == 0
      ? ""
      : language.choose(
        ", \(outcome.restored) phiếu trở lại như trước",
        ", \(outcome.restored) interviews are as before"
      )
    let gone = outcome.gone
    let done = language.choose(
      "Đã hoàn tác lô \(batch.id.hex) (\(batch.fileName)): \(gone) phiếu không còn được tính\(revised).",
      "Undid batch \(batch.id.hex) (\(batch.fileName)): \(gone) interviews no longer count\(revised)."
    )
    return outcome.kept == 0 ? done : done + "\n" + kept(language)
  }

  private func kept(_ language: InterfaceLanguage) -> String {
    let ids = outcome.keepers.map { $0.hex.prefix(8) }.joined(separator: ", ")
    return language.choose(
      "\(outcome.kept) phiếu của lô này vẫn được tính, theo bản sửa của lô \(ids); muốn bỏ cả các phiếu ấy thì hoàn tác lô \(ids).",
      "\(outcome.kept) interviews of this batch still count, as batch \(ids) revised them; to take them out too, undo batch \(ids)."
    )
  }
}

/// Imports that came after undone ones and found rows in the study, which may have been theirs.
struct OtherHolders: LocalizedMessage {
  let batches: [ImportBatch]

  init(of undone: [UndoneText], among all: [ImportBatch]) {
    let gone = undone.filter { $0.outcome.gone > 0 }.map(\.batch)
    let ids = Set(undone.map(\.batch.id))
    batches = all.filter { batch in
      batch.state == .complete && batch.sameRows > 0 && !ids.contains(batch.id)
        && gone.contains { first in
          first.questionnaire == batch.questionnaire && first.wave == batch.wave
            && (first.finished ?? first.started).milliseconds <= batch.started.milliseconds
        }
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    let names = batches.map { batch in
      language.choose(
        "\(batch.fileName) (lô \(batch.id.hex.prefix(8)), \(batch.sameRows) dòng)",
        "\(batch.fileName) (batch \(batch.id.hex.prefix(8)), \(batch.sameRows) rows)"
      )
    }.joined(separator: ", ")
    return language.choose(
      "Những tệp nhập sau cũng có các dòng đã có sẵn trong nghiên cứu, có thể là các phiếu vừa hoàn tác: \(names). Nếu các phiếu ấy vẫn phải được tính, nhập lại tệp đó: dòng nào thiếu sẽ được lấy lại.",
      "Files that came later also hold rows that the study had, which may be the interviews just undone: \(names). If those are to count all the same, import that file again: it brings back what is missing."
    )
  }
}
