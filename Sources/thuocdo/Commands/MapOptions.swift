import ArgumentParser
import SurveyModel
import SurveyWorkflow

/// The map of columns: one that was saved, or the one that would be used.
struct MapOptions: ParsableArguments {
  @Option(
    help: help(
      "Bản đồ cột đã lưu (YAML): cột nào là câu hỏi nào.",
      "A saved map (YAML): which column is which question."
    )
  )
  var map: String?

  @Flag(
    help: help(
      "Chỉ cho xem tệp được đọc thế nào, không nhập.",
      "Only show how the file is read; import nothing."
    )
  )
  var showMap = false

  @Option(
    help: help(
      "Chỉ ghi bản đồ cột vào tệp này để sửa và dùng lại, không nhập.",
      "Only write the map to this file, to edit and use again; import nothing."
    )
  )
  var saveMap: String?

  /// Whether nothing is imported, because the map is to be seen first.
  var wantsMap: Bool { showMap || saveMap != nil }

  /// Shows and writes how `file` is read.
  func propose(
    _ file: String,
    _ workflow: Workflow,
    _ study: OpenStudy,
    _ options: ImportOptions
  ) throws {
    let proposal = try workflow.mapProposal(for: file, in: study, options: options)
    if showMap { Streams.result(proposal.text(in: workflow.language)) }
    if let saveMap {
      try OutputFile.write(proposal.yaml, to: saveMap, overwriting: false)
      Streams.result(words("Đã ghi bản đồ cột \(saveMap).", "Wrote the map \(saveMap)."))
    }
    Streams.result(words("Chưa nhập gì vào nghiên cứu.", "Nothing was imported."))
  }
}
