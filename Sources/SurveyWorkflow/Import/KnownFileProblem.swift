import SurveyModel
import SurveyStore

/// Why a file that the study knows is not imported.
enum KnownFileProblem: Error, LocalizedMessage {
  /// It is read otherwise now, and its rows have no key by which they could be compared.
  case readOtherwise(ImportBatch)
  /// It was imported in another wave.
  case otherWave(ImportBatch, now: String)
  /// Its rows were sent back by an import of another wave.
  case continuesElsewhere(ImportBatch, now: String)

  /// The code under which it is documented.
  var code: String {
    switch self {
    case .readOtherwise: "D07"
    case .otherWave, .continuesElsewhere: "D08"
    }
  }

  func text(in language: InterfaceLanguage) -> String {
    language == .vietnamese ? vietnamese : english
  }

  private var vietnamese: String {
    switch self {
    case .readOtherwise(let batch):
      "tệp này đã được nhập ngày \(batch.day.dayMonthYear) (lô \(batch.id.hex), \(batch.goodRows) phiếu), lần ấy được đọc khác (phiên bản phiếu, cột, khóa, dấu trống hoặc cách viết). Không có khóa chung để biết dòng nào là phiếu nào, nhập tiếp thì các phiếu bị tính hai lần, nên không ghi gì. Muốn đọc lại theo cách mới: hoàn tác lô ấy bằng lệnh undo rồi nhập lại; nếu thật là những phiếu khác, thêm --again"
    case .otherWave(let batch, let now):
      "tệp này đã được nhập ngày \(batch.day.dayMonthYear) vào đợt '\(batch.wave)' (lô \(batch.id.hex), \(batch.goodRows) phiếu), không phải đợt '\(now)'; không ghi gì. Nếu tệp thuộc đợt '\(batch.wave)', thêm --wave \(batch.wave.asShellWord); nếu thật muốn tính các phiếu ấy cả ở đợt '\(now)', thêm --again"
    case .continuesElsewhere(let batch, let now):
      "các dòng này được trả lại từ lô '\(batch.id.hex)' ('\(batch.fileName)') của đợt '\(batch.wave)', không phải đợt '\(now)'; thêm --wave \(batch.wave.asShellWord) để tiếp tục lô ấy, hoặc --again để nhập thành lô riêng của đợt '\(now)'"
    }
  }

  private var english: String {
    switch self {
    case .readOtherwise(let batch):
      "this file was imported on \(batch.day) (batch \(batch.id.hex), \(batch.goodRows) interviews) and was read otherwise then (version of the form, columns, key, marks for missing answers or formats). No common key tells which row is which interview, and going on would count them twice, so nothing was written. To read it the new way: undo the batch and import again; if these are really other interviews, add --again"
    case .otherWave(let batch, let now):
      "this file was imported on \(batch.day) into wave '\(batch.wave)' (batch \(batch.id.hex), \(batch.goodRows) interviews), not '\(now)'; nothing was written. If it belongs to '\(batch.wave)', add --wave \(batch.wave.asShellWord); if those interviews are to count in '\(now)' too, add --again"
    case .continuesElsewhere(let batch, let now):
      "these rows were sent back from batch '\(batch.id.hex)' ('\(batch.fileName)') of wave '\(batch.wave)', not '\(now)'; add --wave \(batch.wave.asShellWord) to continue it, or --again to make them a batch of their own in '\(now)'"
    }
  }
}

extension ImportBatch {
  /// The day of the import.
  fileprivate var day: CalendarDate { (finished ?? started).localDate }
}
